internal import Geography
internal import Graph
internal import HTML
internal import Imports
internal import Mail
internal import People
internal import Text
internal import Time
internal import Web

/// What a line says about an organisation, read by the rules of the form.
struct OrganisationRow: Sendable {
    let number: Int
    let slug: String?
    let names: [Organisation.Name]
    let category: Category?
    let country: Country?
    let website: WebURL?
    let domain: String?
    let languages: [Language]
    let themes: [String]
    let areas: [Area]
    let represented: Organisation.Represented?
    let profile: (language: Language, text: String)?
    /// Networks as the line calls them.
    let networks: [String]
    let contact: Contact.Details?
    /// Whether nobody but those who keep the directory is to see it.
    let isHidden: Bool

    /// That it would be a member of itself.
    static let itself = FormProblem(field: "networks", key: "organisations.problem.itself")

    /// Reads a line. Throws all that is wrong with it.
    init(_ record: ImportRecord, _ words: ImportVocabulary, in language: Language, today: CivilDay) throws(ImportRefusal) {
        if let problem = record.problem { throw ImportRefusal([problem]) }
        var check = FormCheck(record.fields)
        number = record.number
        slug = check.line("slug", max: 60).flatMap { Slug.make($0) == $0 ? $0 : nil }
        names = Self.names(&check, words, language)
        category = words.one("category", "organisations.import.category", &check, as: words.category)
        country = words.one("country", "organisations.import.country", &check, as: Country.called)
        website = OrganisationForm.website(&check)
        domain = OrganisationForm.domain(&check)
        languages = words.many("languages", "organisations.import.language", &check, as: words.language)
        themes = words.many("themes", "organisations.import.theme", &check, as: words.theme)
        areas = words.many("regions", "organisations.import.region", &check, as: words.area)
        represented = OrganisationForm.represented(&check, year: "represented_year", source: "represented_source", today)
        profile = check.text("profile", max: OrganisationForm.longestProfile).map { (language, $0) }
        networks = ImportVocabulary.parts(check.line("networks", max: 2_000) ?? "")
        contact = Self.contact(&check, words, language)
        isHidden = CellWords.flag("hidden", &check)
        if names.isEmpty, slug == nil { check.fail("name", "form.problem.required") }
        let own = Set(names.flatMap { [$0.name, $0.acronym ?? $0.name] }.map(Folding.key))
        if networks.contains(where: { $0 == slug || own.contains(Folding.key($0)) }) {
            check.fail("networks", "organisations.problem.itself")
        }
        if !check.isClean { throw ImportRefusal(check.problems) }
    }

    /// Names by language; the one without a language is in that of the list.
    private static func names(_ check: inout FormCheck, _ words: ImportVocabulary, _ own: Language) -> [Organisation.Name] {
        let plain = name("name", "acronym", own, &check)
        let named = Language.interface.compactMap { name("name_\($0.code)", "acronym_\($0.code)", $0, &check) }
        let others = words.many("other_names", "organisations.import.otherName", &check) { part -> Organisation.Name? in
            let pair = part.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, let language = Language(String(pair[0])), pair[1].count <= OrganisationForm.longestName else {
                return nil
            }
            let name = String(pair[1].drop { $0 == " " })
            return name.isEmpty ? nil : Organisation.Name(language: language, name: name)
        }
        let all = named + (plain.map { [$0] } ?? []) + others
        return all.enumerated().filter { index, each in !all[..<index].contains { $0.language == each.language } }.map(\.element)
    }

    private static func name(_ field: String, _ acronym: String, _ language: Language, _ check: inout FormCheck) -> Organisation.Name? {
        let letters = check.line(acronym, max: OrganisationForm.longestAcronym, rules: [.noFormula])
        guard let name = OrganisationForm.typedName(field, &check) else { return nil }
        return Organisation.Name(language: language, name: name, acronym: letters)
    }

    private static func contact(_ check: inout FormCheck, _ words: ImportVocabulary, _ language: Language) -> Contact.Details? {
        let name = check.line("contact_name", max: 100, rules: [.noAddress, .noFormula])
        let function = check.line("contact_function", max: 100, rules: [.noAddress, .noFormula])
        let mailbox = check.writableMailbox("contact_mailbox", required: name != nil || function != nil)
        let own = words.spoken("contact_language", &check) ?? language
        let isOfficial = CellWords.flag("contact_official", &check)
        guard let mailbox else { return nil }
        return Contact.Details(
            name: name, function: function ?? words.contact(in: language), mailbox: mailbox, language: own, isOfficial: isOfficial)
    }

    /// Each value once, whatever a cell repeats.
    private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
        values.enumerated().filter { !values[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// What it says, over facts that are there; what it does not say stays.
    func facts(_ category: Category) -> Organisation.Facts {
        Organisation.Facts(
            category: category, country: country, visibility: isHidden ? .hidden : .everyone, names: names,
            profiles: profile.map { [$0.language: $0.text] } ?? [:], website: website,
            domain: domain, languages: Self.once(languages), themes: Self.once(themes), areas: Self.once(areas), represented: represented)
    }
}

extension ImportVocabulary {
    /// A language in which people are written to.
    func spoken(_ name: String, _ check: inout FormCheck) -> Language? {
        guard let typed = check.line(name, max: 40) else { return nil }
        let found = language(typed)
        if found == nil { check.fail(name, "organisations.import.language", [.words(typed)]) }
        return found
    }

    /// What a contact does of whom nothing is said.
    func contact(in language: Language) -> String {
        catalogue.translator(for: language)("organisations.import.contact")
    }
}
