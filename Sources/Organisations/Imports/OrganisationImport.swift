internal import Geography
internal import HTML
public import Imports
internal import Mail
public import People
public import Storage
public import Text
public import Time
public import Web

/// Lists of organisations: what the directory exports, and what secretariats keep in spreadsheets; each line may bring a contact.
public struct OrganisationImport: ImportKind {
    private let catalogue: Catalogue
    private let clock: Clock

    /// The kind; names of countries, categories and themes are known in every language of the catalogue.
    public init(catalogue: Catalogue, clock: Clock) {
        self.catalogue = catalogue
        self.clock = clock
    }

    /// What it is called.
    public let name = "organisations"
    /// Its heading.
    public let title = "organisations.import.title"
    /// What the list should hold.
    public let lead = "organisations.import.lead"
    /// Those who keep the directory.
    public let role = Role.moderator
    /// Names, facts, and a contact.
    public let columns = OrganisationColumns.organisations

    /// A name in some language, or an address of the directory.
    public func isEnough(_ columns: Set<String>) -> Bool {
        columns.contains { $0 == "slug" || $0 == "name" || $0.hasPrefix("name_") }
    }

    /// Somebody who knows the directory as it is now.
    public func judge(_ import: Import, on db: any Reader) throws -> any ImportJudge {
        OrganisationJudge(
            words: try ImportVocabulary(catalogue, on: db), language: `import`.language, today: CivilDay(clock.now()),
            person: `import`.person, index: try OrganisationStore.index(on: db))
    }

    /// What is entered and unchanged goes; what was filled and is still so is emptied.
    public func undo(_ lines: [ImportLine], of import: Import, at now: Instant, on db: any Writer) throws -> [ImportReversal] {
        // Read for all lines at once, and again for one that was changed: several lines may have filled the same organisation.
        var known = try OrganisationStore.known(Array(Set(lines.compactMap(\.made))), on: db)
        // Most are as they came, and go together; the others one after the other, since what hangs on a network may go just before it.
        let filled = Set(lines.filter { ImportMark($0.mark).facts == nil }.compactMap(\.made))
        let whole = lines.compactMap { line -> Int64? in
            guard let key = line.made, let there = known[key], !filled.contains(key) else { return nil }
            return OrganisationReversal(mark: ImportMark(line.mark), at: now).isAsItCame(there) ? key : nil
        }
        let free = Set(whole).subtracting(try OrganisationStore.inUse(whole, on: db))
        try OrganisationStore.remove(free.sorted(), on: db)
        return try lines.map { line in
            // What is gone already needs nothing.
            guard let key = line.made, let there = known[key], !free.contains(key) else { return ImportReversal(line.number, .undone) }
            let mark = ImportMark(line.mark)
            let isUndone = try OrganisationReversal(mark: mark, at: now).undo(key, there, on: db)
            if mark.facts == nil {
                known[key] = try OrganisationStore.known([key], on: db)[key]
            } else if isUndone {
                known[key] = nil
            }
            return isUndone
                ? ImportReversal(line.number, .undone)
                : ImportReversal(line.number, .kept, reason: FormProblem(field: "", key: "imports.line.kept"))
        }
    }

    /// It does where people put back what they had changed, or where what held an organisation is gone.
    public func canUndo(_ lines: [ImportLine], of import: Import, on db: any Reader) throws -> Bool {
        let known = try OrganisationStore.known(Array(Set(lines.compactMap(\.made))), on: db)
        return try lines.contains { line in
            guard let key = line.made, let there = known[key] else { return true }
            return try OrganisationReversal(mark: ImportMark(line.mark), at: clock.now()).canUndo(key, there, on: db)
        }
    }

    /// What the directory says.
    public func describe(_ ids: [Int64], _ t: Translator, on db: any Reader) throws -> [Int64: ImportSubject] {
        try OrganisationStore.known(ids, on: db).mapValues { known in
            let facts = known.facts
            let name = facts.name(for: t.language)
            let values: [String: String?] = [
                "category": facts.category.name(t),
                "country": facts.country?.name(in: t.language), "website": facts.website?.description,
                "languages": facts.languages.map(\.ownName).joined(separator: ", "),
                "represented": facts.represented.map { "\(t.number($0.people)) (\($0.year))" },
                "contact_mailbox": known.contacts.values.map(\.details.mailbox.address).sorted().joined(separator: ", "),
            ]
            let names = Language.interface.flatMap { ["name_\($0.code)", "acronym_\($0.code)"] }
                .map { field -> (String, String?) in (field, facts.text(field)) }
            return ImportSubject(
                title: name.name, address: OrganisationDeskRoutes.organisation.path(t.language, known.slug),
                values: values.merging(names) { first, _ in first }.compactMapValues { $0 }, beside: ["domain": facts.domain ?? ""])
        }
    }

    /// Names stand under their language, and codes become words.
    public func tell(_ lines: [ImportRecord], of import: Import, _ t: Translator, on db: any Reader) throws -> [[String: String]] {
        let words = try ImportVocabulary(catalogue, on: db)
        return lines.map { line in
            var told = line.told
            for field in ["name", "acronym"] {
                let own = "\(field)_\(`import`.language.code)"
                if told[own] == nil { told[own] = told.removeValue(forKey: field) }
            }
            if let country = told["country"].flatMap(Country.called) {
                told["country"] = country.name(in: t.language)
            }
            if let category = told["category"].flatMap(words.category) {
                told["category"] = category.name(t)
            }
            if let spoken = told["languages"] {
                told["languages"] = ImportVocabulary.parts(spoken).map { words.language($0)?.ownName ?? $0 }.joined(separator: ", ")
            }
            return told
        }
    }

    /// Many a list is of unions alone and does not say so on every line.
    public func blank(_ t: Translator) -> ImportBlank? {
        ImportBlank(
            column: "category", label: t("organisations.import.blank"),
            options: Category.allCases.map { (value: $0.rawValue, words: $0.name(t)) })
    }

    /// An unknown category is answered with those that are known, once for all lines.
    public func guidance(_ reasons: [FormProblem], _ t: Translator) -> [String] {
        guard reasons.contains(where: { $0.key == "organisations.import.category" }) else { return [] }
        return [t("organisations.import.categories", Category.allCases.map { $0.name(t) }.joined(separator: ", "))]
    }
}
