internal import Geography
internal import Graph
internal import HTML
internal import Secrets
internal import Text

/// What a line adds to an organisation that is there.
struct Filling: Sendable {
    /// The facts with what was empty filled.
    var facts: Organisation.Facts
    /// What was filled, field by field: `name_fr`, `website`.
    var fields: [String] = []
    /// The columns that say something else than what is there.
    var stays: [String] = []

    /// The columns that were filled.
    var columns: [String] {
        let columns = fields.map(Organisation.Facts.column)
        return columns.enumerated().filter { !columns[..<$0.offset].contains($0.element) }.map(\.element)
    }
}

extension Organisation.Facts {
    /// What these facts become with what a line says where they are empty. Nothing that people wrote is written over.
    func filled(by row: OrganisationRow) -> Filling {
        var filling = Filling(facts: self)
        let said = row.facts(row.category ?? category)
        for name in row.names { filling.add(name) }
        for (field, isEmpty) in [
            ("country", country == nil), ("website", website == nil), ("domain", domain == nil), ("languages", languages.isEmpty),
            ("themes", themes.isEmpty), ("regions", areas.isEmpty), ("represented", represented == nil), ("category", false),
        ] {
            guard let text = said.text(field), text != self.text(field) else { continue }
            if isEmpty {
                filling.facts.take(field, from: said)
                filling.fields.append(field)
            } else {
                filling.stays.append(Self.column(field))
            }
        }
        for (language, profile) in said.profiles where profile != profiles[language] {
            if profiles[language] == nil {
                filling.facts.profiles[language] = profile
                filling.fields.append("profile_\(language.code)")
            } else {
                filling.stays.append("profile")
            }
        }
        // Hiding what everybody sees is for a person to decide; the line says that it did not happen.
        if row.isHidden, visibility != .hidden { filling.stays.append("hidden") }
        return filling
    }

    /// What a field held that was filled: a name with its letters, which go with it.
    func held(_ field: String) -> String? {
        guard field.hasPrefix("name_"), let name = text(field) else { return text(field) }
        return text("acronym_\(field.dropFirst("name_".count))").map { "\(name)\n\($0)" } ?? name
    }

    /// A field in one form, to compare it and to remember how it was; nil where it is empty.
    func text(_ field: String) -> String? {
        let parts = field.split(separator: "_", maxSplits: 1)
        let language = parts.count == 2 ? Language(String(parts[1])) : nil
        let text: String? =
            switch parts[0] {
            case "name": names.first { $0.language == language }?.name
            case "acronym": names.first { $0.language == language }?.acronym
            case "profile": language.flatMap { profiles[$0] }
            case "category": category.rawValue
            case "country": country?.code
            case "visibility": visibility.rawValue
            case "website": website?.description
            case "domain": domain
            case "languages": languages.map(\.code).sorted().joined(separator: "|")
            case "themes": themes.sorted().joined(separator: "|")
            case "regions": areas.map(\.code).sorted().joined(separator: "|")
            case "represented": represented.map { "\($0.people)|\($0.year)|\($0.source)" }
            default: nil
            }
        return text?.isEmpty == true ? nil : text
    }

    /// Empties a field. A name goes with its letters; the last name stays, since there must be one.
    mutating func clear(_ field: String) {
        let parts = field.split(separator: "_", maxSplits: 1)
        let language = parts.count == 2 ? Language(String(parts[1])) : nil
        switch parts[0] {
        case "name": if names.count > 1 { names.removeAll { $0.language == language } }
        case "acronym":
            names = names.map { $0.language == language ? Organisation.Name(language: $0.language, name: $0.name) : $0 }
        case "profile": if let language { profiles[language] = nil }
        case "country": country = nil
        case "website": website = nil
        case "domain": domain = nil
        case "languages": languages = []
        case "themes": themes = []
        case "regions": areas = []
        case "represented": represented = nil
        default: break
        }
    }

    /// A field as a line says it.
    fileprivate mutating func take(_ field: String, from said: Organisation.Facts) {
        switch field {
        case "country": country = said.country
        case "website": website = said.website
        case "domain": domain = said.domain
        case "languages": languages = said.languages
        case "themes": themes = said.themes
        case "regions": areas = said.areas
        default: represented = said.represented
        }
    }

    /// What they are known by: any change makes it another.
    var trace: String {
        let languages = Set(names.map(\.language)).union(profiles.keys).map(\.code).sorted()
        let fields =
            languages.flatMap { ["name_\($0)", "acronym_\($0)", "profile_\($0)"] } + [
                "category", "country", "visibility", "website", "domain", "languages", "themes", "regions", "represented",
            ]
        return Self.trace(fields.map { "\($0)=\(text($0) ?? "")" }.joined(separator: "\n"))
    }

    /// What a text is known by.
    static func trace(_ text: String) -> String {
        Digest.hex(text.utf8, first: 12)
    }

    /// The column of lists that a field belongs to.
    static func column(_ field: String) -> String {
        let parts = field.split(separator: "_", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return field }
        if parts[0] == "profile" { return "profile" }
        return Language.interface.contains { $0.code == parts[1] } ? field : "other_names"
    }
}

extension Filling {
    /// A name in a language that has none yet, or the letters of one that has none. The same name in another language says nothing new.
    fileprivate mutating func add(_ name: Organisation.Name) {
        let code = name.language.code
        if let there = facts.names.firstIndex(where: { $0.language == name.language }) {
            let known = facts.names[there]
            if Folding.key(known.name) != Folding.key(name.name) { return stays.append(Organisation.Facts.column("name_\(code)")) }
            addLetters(of: name, to: there)
        } else if let there = facts.names.firstIndex(where: { Folding.key($0.name) == Folding.key(name.name) }) {
            addLetters(of: name, to: there)
        } else {
            facts.names.append(name)
            fields.append("name_\(code)")
        }
    }

    private mutating func addLetters(of name: Organisation.Name, to place: Int) {
        let known = facts.names[place]
        guard let letters = name.acronym, letters != known.acronym else { return }
        let field = "acronym_\(known.language.code)"
        guard known.acronym == nil else { return stays.append(Organisation.Facts.column(field)) }
        facts.names[place] = Organisation.Name(language: known.language, name: known.name, acronym: letters)
        fields.append(field)
    }
}
