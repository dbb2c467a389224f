internal import Design
internal import Geography
internal import Graph
internal import HTML
internal import Mail
internal import Text
internal import Time
internal import Web

/// What may be written about an organisation: by whoever may act for it, and, with more fields, by moderators.
enum OrganisationForm {
    /// Who writes.
    enum Editor {
        /// Somebody of the organisation: its own words.
        case representative
        /// The secretariat: also what it is, where, and who may see it.
        case moderator
    }

    static let longestName = 160
    static let longestAcronym = 30
    static let longestProfile = 8_000

    static func name(_ language: Language) -> String { "name-\(language.code)" }
    static func acronym(_ language: Language) -> String { "acronym-\(language.code)" }
    static func theme(_ slug: String) -> String { "theme-\(slug)" }
    static func area(_ region: Region) -> String { "area-\(region.rawValue)" }

    /// Continents: a form with every part of each would be longer than the page.
    static let regions = Region.allCases.filter { $0 != .antarctica }

    /// The form as the facts are, for whoever fills it in; the profile is the one in that language.
    static func state(_ facts: Organisation.Facts, in language: Language, for editor: Editor) -> FormState {
        let pairs: [(String, String?)] = [
            ("website", facts.website?.description), ("profile", facts.profiles[language]),
            ("languages", facts.languages.map(\.code).joined(separator: ", ")),
            ("represented", facts.represented.map { String($0.people) }), ("representedYear", facts.represented.map { String($0.year) }),
            ("representedSource", facts.represented?.source),
        ]
        var values = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1 ?? "") })
        for slug in facts.themes { values[theme(slug)] = "yes" }
        for case .region(let region) in facts.areas { values[area(region)] = "yes" }
        if editor == .moderator { values.merge(identity(facts)) { $1 } }
        return FormState(values: values).marked()
    }

    /// The fields that only moderators have, as the facts are.
    private static func identity(_ facts: Organisation.Facts) -> [String: String] {
        var values = [
            "category": facts.category.rawValue, "country": facts.country?.code ?? "", "domain": facts.domain ?? "",
            "hidden": facts.visibility == .hidden ? "yes" : "",
        ]
        for name in facts.names {
            values[Self.name(name.language)] = name.name
            values[acronym(name.language)] = name.acronym ?? ""
        }
        return values
    }

    /// Reads a form over the facts there are. Problems are collected in `check`; with any there are no facts. What the editor may not change
    /// is not read at all.
    static func decode(
        _ check: inout FormCheck, over facts: Organisation.Facts, in language: Language, themes: [String], by editor: Editor,
        today: CivilDay
    ) -> Organisation.Facts? {
        var changed = facts
        if editor == .moderator { decodeIdentity(&check, &changed) }
        changed.profiles[language] = check.text("profile", max: longestProfile)
        changed.website = website(&check)
        changed.languages = languages(&check)
        changed.themes = themes.filter { check.flag(theme($0)) }
        let continents = regions.filter { check.flag(area($0)) }.map(Area.region)
        changed.areas =
            continents
            + facts.areas.filter { area in
                guard case .subregion(let part) = area else { return false }
                return !continents.contains(.region(part.region))
            }
        changed.represented = represented(&check, year: "representedYear", source: "representedSource", today)
        return check.isClean ? changed : nil
    }

    /// A name. There are organisations that are called by a number; signs alone are no name.
    static func typedName(_ field: String, _ check: inout FormCheck) -> String? {
        guard let name = check.line(field, max: longestName, rules: [.noFormula]) else { return nil }
        if SearchWords.split(name).isEmpty { check.fail(field, "form.problem.letter") }
        return name
    }

    private static func decodeIdentity(_ check: inout FormCheck, _ facts: inout Organisation.Facts) {
        if let category = check.choice("category", required: true, as: Category.init(rawValue:)) { facts.category = category }
        facts.country = check.choice("country", as: Country.init(code:))
        facts.visibility = check.flag("hidden") ? .hidden : .everyone
        facts.domain = domain(&check)
        let others = facts.names.filter { !Language.interface.contains($0.language) }
        let typed = Language.interface.compactMap { language -> Organisation.Name? in
            let name = typedName(name(language), &check)
            let acronym = check.line(acronym(language), max: longestAcronym, rules: [.noFormula])
            return name.map { Organisation.Name(language: language, name: $0, acronym: acronym) }
        }
        facts.names = typed + others
        if facts.names.isEmpty { check.fail(name(.english), "form.problem.required") }
    }

    /// The address of a website; only one that names no scheme gets one, or what stands before `://` would become a host.
    static func website(_ check: inout FormCheck) -> WebURL? {
        guard let typed = check.line("website", max: 300) else { return nil }
        let address = typed.contains("://") ? WebURL(typed) : WebURL("https://\(typed)")
        guard let address, address.origin != nil else {
            check.fail("website", "organisations.problem.website")
            return nil
        }
        return address
    }

    private static func languages(_ check: inout FormCheck) -> [Language] {
        let parts = (check.line("languages", max: 200) ?? "").split { $0 == "," || $0 == " " || $0 == ";" }
        let languages = parts.compactMap { Language(String($0)) }
        if languages.count < parts.count { check.fail("languages", "organisations.problem.languages") }
        return languages
    }

    /// The domain of its mailboxes: one of its own, where not everybody gets one.
    static func domain(_ check: inout FormCheck) -> String? {
        guard let typed = check.line("domain", max: 200)?.lowercased() else { return nil }
        let domain = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
        if Mailbox("x@\(domain)") == nil || !domain.contains(".") {
            check.fail("domain", "organisations.problem.domain", [.words(typed)])
        } else if FreeMail.holds(domain) {
            check.fail("domain", "organisations.problem.freeDomain", [.words(domain)])
        }
        return domain
    }

    /// A number needs its year, which is not to come, and its source; or there is none.
    static func represented(_ check: inout FormCheck, year: String, source: String, _ today: CivilDay) -> Organisation.Represented? {
        guard let people = check.number("represented", in: 1...2_000_000_000) else { return nil }
        let year = check.number(year, required: true, in: 1990...today.year)
        let source = check.line(source, required: true, max: 200)
        guard let year, let source else { return nil }
        return .init(people: people, year: year, source: source)
    }
}
