internal import Design
internal import Files
public import Storage
public import Text
public import Time
public import Web

/// All SQL about settings and standard pages.
public enum SiteStore {
    /// The settings as they are now.
    public static func settings(on db: any Reader) throws -> SiteSettings {
        var settings = SiteSettings()
        for row in try db.rows("SELECT name, language, value FROM setting") {
            let name: String = try row["name"]
            let value: String = try row["value"]
            let language = Language(try row["language"])
            switch Key(rawValue: name) {
            case .name: if let language { settings.names[language] = value }
            case .responsible: if let language { settings.responsible[language] = value }
            case .contactMailbox: settings.contactMailbox = value
            case .postalAddress: settings.postalAddress = value
            case .demo: settings.isDemo = value == "yes"
            case .formsPerSourceAndHour: settings.formsPerSourceAndHour = Int(value) ?? settings.formsPerSourceAndHour
            case .staffNeedsSecondFactor: settings.staffNeedsSecondFactor = value == "yes"
            case .languages:
                let offered = value.split(separator: " ").compactMap { Language(String($0)) }
                settings.languages = Language.interface.filter(offered.contains)
            case .accent, .accentDark, .ground, .groundDark:
                if let slot = Palette.Slot(rawValue: name) { settings.palette.chosen[slot] = Colour(value) }
            case .sender: if let language { settings.senders[language] = value }
            case .replyTo: settings.replyTo = value
            case .mainLanguage: settings.mainLanguage = Language(value) ?? settings.mainLanguage
            case .logo: settings.logo = try Int64(value).flatMap { try FileStore.find($0, on: db) }
            case .secretMark, nil: continue
            }
        }
        return settings
    }

    /// Writes settings in place of what is there.
    public static func put(_ settings: SiteSettings, on db: any Writer) throws {
        try db.run("DELETE FROM setting WHERE name <> \(Key.secretMark.rawValue)")
        for (language, name) in settings.names { try put(.name, language.code, name, on: db) }
        for (language, words) in settings.responsible { try put(.responsible, language.code, words, on: db) }
        if let mailbox = settings.contactMailbox { try put(.contactMailbox, "", mailbox, on: db) }
        if let address = settings.postalAddress { try put(.postalAddress, "", address, on: db) }
        try put(.demo, "", settings.isDemo ? "yes" : "no", on: db)
        try put(.formsPerSourceAndHour, "", String(settings.formsPerSourceAndHour), on: db)
        try put(.staffNeedsSecondFactor, "", settings.staffNeedsSecondFactor ? "yes" : "no", on: db)
        try put(.languages, "", settings.languages.map(\.code).joined(separator: " "), on: db)
        for (slot, colour) in settings.palette.chosen {
            if let key = Key(rawValue: slot.rawValue) { try put(key, "", colour.description, on: db) }
        }
        for (language, words) in settings.senders { try put(.sender, language.code, words, on: db) }
        if let mailbox = settings.replyTo { try put(.replyTo, "", mailbox, on: db) }
        try put(.mainLanguage, "", settings.mainLanguage.code, on: db)
        if let logo = settings.logo { try put(.logo, "", String(logo.id), on: db) }
        db.touch("site")
    }

    /// Puts a picture in the place of the logo, or with nil takes the logo away.
    public static func setLogo(_ picture: Upload?, at now: Instant, on db: any Writer) throws {
        var settings = try settings(on: db)
        let former = settings.logo
        settings.logo = try picture.flatMap { try FileStore.add($0, at: now, on: db) }.flatMap { try FileStore.find($0, on: db) }
        try put(settings, on: db)
        if let former { try FileStore.remove(former.id, on: db) }
    }

    /// By what the site's secret is known; nil if no secret was noted yet.
    public static func secretMark(on db: any Reader) throws -> String? {
        try db.value("SELECT value FROM setting WHERE name = \(Key.secretMark.rawValue)")
    }

    /// Notes by what the site's secret is known.
    public static func putSecretMark(_ mark: String, on db: any Writer) throws {
        try put(.secretMark, "", mark, on: db)
    }

    /// The site's own text of a page in that language, if it wrote one.
    public static func text(of page: StandardPage, in language: Language, on db: any Reader) throws -> PageText? {
        let row = try db.row(
            "SELECT title, summary, body, by_machine FROM page_text WHERE page = \(page.rawValue) AND language = \(language.code)")
        return try row.map { row in
            try PageText(language: language, title: row["title"], summary: row["summary"], body: row["body"], isMachine: row["by_machine"])
        }
    }

    /// The pages and languages for which the site has a text of its own.
    public static func ownTexts(on db: any Reader) throws -> Set<PageVersion> {
        Set(
            try db.rows("SELECT page, language FROM page_text").compactMap { row in
                guard let page = StandardPage(rawValue: try row["page"]), let language = Language(try row["language"]) else { return nil }
                return PageVersion(page: page, language: language)
            })
    }

    /// Writes the site's own text of a page, in place of the built-in one.
    public static func put(_ text: PageText, as page: StandardPage, at now: Instant, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO page_text (page, language, title, summary, body, changed_at, by_machine)
            VALUES (\(page.rawValue), \(text.language.code), \(text.title), \(text.summary), \(text.body), \(now), \(text.isMachine))
            ON CONFLICT (page, language) DO UPDATE SET title = excluded.title, summary = excluded.summary, body = excluded.body,
                changed_at = excluded.changed_at, by_machine = excluded.by_machine
            """)
        db.touch("site")
    }

    /// Takes the site's own text of a page away: the built-in one is shown again.
    public static func remove(_ page: StandardPage, in language: Language, on db: any Writer) throws {
        try db.run("DELETE FROM page_text WHERE page = \(page.rawValue) AND language = \(language.code)")
        db.touch("site")
    }

    private enum Key: String {
        case name, responsible, contactMailbox, postalAddress, demo, formsPerSourceAndHour, staffNeedsSecondFactor, languages, mainLanguage
        case accent, accentDark, ground, groundDark, sender, replyTo, logo, secretMark
    }

    private static func put(_ key: Key, _ language: String, _ value: String, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO setting (name, language, value) VALUES (\(key.rawValue), \(language), \(value))
            ON CONFLICT (name, language) DO UPDATE SET value = excluded.value
            """)
    }
}
