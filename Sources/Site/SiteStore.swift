public import Storage
internal import Text

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
            case nil: continue
            }
        }
        return settings
    }

    /// Writes settings in place of what is there.
    public static func put(_ settings: SiteSettings, on db: any Writer) throws {
        try db.run("DELETE FROM setting")
        for (language, name) in settings.names { try put(.name, language.code, name, on: db) }
        for (language, words) in settings.responsible { try put(.responsible, language.code, words, on: db) }
        if let mailbox = settings.contactMailbox { try put(.contactMailbox, "", mailbox, on: db) }
        if let address = settings.postalAddress { try put(.postalAddress, "", address, on: db) }
        try put(.demo, "", settings.isDemo ? "yes" : "no", on: db)
        try put(.formsPerSourceAndHour, "", String(settings.formsPerSourceAndHour), on: db)
        db.touch("site")
    }

    /// The site's own text of a page in that language, if it wrote one.
    static func text(of page: StandardPage, in language: Language, on db: any Reader) throws -> PageText? {
        let row = try db.row(
            "SELECT title, summary, body FROM page_text WHERE page = \(page.rawValue) AND language = \(language.code)")
        return try row.map { row in
            try PageText(language: language, title: row["title"], summary: row["summary"], body: row["body"])
        }
    }

    private enum Key: String {
        case name, responsible, contactMailbox, postalAddress, demo, formsPerSourceAndHour
    }

    private static func put(_ key: Key, _ language: String, _ value: String, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO setting (name, language, value) VALUES (\(key.rawValue), \(language), \(value))
            ON CONFLICT (name, language) DO UPDATE SET value = excluded.value
            """)
    }
}
