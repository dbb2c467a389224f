internal import Design
internal import Foundation
internal import Geography
internal import HTML
internal import Text
internal import Time
internal import Web

/// Parts that the directory and the page of an organisation share.
enum OrganisationPieces {
    /// An organisation in a list: its name, and under it what it is and where.
    static func row(_ entry: DirectoryEntry, details: [String], _ t: Translator) -> HTML {
        let name = entry.name
        let acronym: HTML = name.acronym.map { " <abbr>\($0)</abbr>" } ?? .empty
        let words = [entry.category.name(t), place(entry.country, t)] + details
        return """
            <li><h3\(attribute: "lang", foreign(name.language, t))><a href="\(OrganisationRoutes.organisation.path(t.language, entry.slug))">\(name.name)</a>\(acronym)</h3>
            <p class="quiet small">\(words.joined(separator: " · "))</p></li>
            """
    }

    /// Where it has its seat, or that it belongs to no country.
    static func place(_ country: Country?, _ t: Translator) -> String {
        country?.name(in: t.language) ?? t("organisations.country.none")
    }

    /// What a membership is, as far as it says more than that it is one: `secrétariat · depuis le 1er mars 2014`.
    static func details(_ affiliation: Affiliation, _ t: Translator) -> [String] {
        let role = affiliation.role == .member ? nil : affiliation.role.name(t)
        let since = affiliation.since.map { t("organisations.since", t.day($0.start, in: .gmt)) }
        return [role, since].compactMap { $0 }
    }

    /// The language of words that are not in the reader's.
    static func foreign(_ language: Language, _ t: Translator) -> String? {
        language == t.language ? nil : language.code
    }
}
