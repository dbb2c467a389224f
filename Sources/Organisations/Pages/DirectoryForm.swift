internal import Design
internal import Foundation
internal import Geography
internal import HTML
internal import Text
internal import Web

/// The form by which the directory is searched: words at once, the rest behind a heading that opens without a script.
struct DirectoryForm {
    private let view: DirectoryView
    private let state: FormState
    private let pieces: FormPieces
    private let t: Translator

    init(_ view: DirectoryView, _ state: FormState, _ t: Translator) {
        self.view = view
        self.state = state
        self.t = t
        pieces = FormPieces(state, t)
    }

    var html: HTML {
        // Closed once a selection is made, since what was chosen stands above the list: a phone should show what was found.
        let hasProblem = state.problems.contains { $0.field != "q" }
        return """
            <form class="search" role="search" action="\(OrganisationRoutes.directory.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.search("q", label: t("organisations.field.q"), maximum: DirectoryFilter.longestWords))
            <button class="button go">\(t("organisations.search"))</button>
            <details\(attribute: "open", if: hasProblem)><summary>\(t("organisations.filters"))</summary>
            <div class="grid">\(category)\(country)\(region)\(theme)\(language)\(network)
            <button class="button">\(t("organisations.filter"))</button></div></details></form>
            """
    }

    private var category: HTML {
        let groups = Category.top.map { top in
            (words: "", options: top.family.filter { isShown($0) }.map { (value: $0.rawValue, words: words($0)) })
        }
        return pieces.filter("category", label: t("organisations.field.category"), none: t("organisations.any.category"), groups: groups)
    }

    /// A category with its number; one beneath another is set in, as far as a menu can.
    private func words(_ category: Category) -> String {
        let number = t.number(view.counts[category] ?? 0)
        return "\(category.parent == nil ? "" : "– ")\(category.name(t)) (\(number))"
    }

    private func isShown(_ category: Category) -> Bool {
        (view.counts[category] ?? 0) > 0 || view.filter.category == category
    }

    private var country: HTML {
        pieces.filter(
            "country", label: t("organisations.field.country"), none: t("organisations.any.country"), groups: [("", view.choices.countries)]
        )
    }

    private var region: HTML {
        let regions = Region.allCases.filter { view.choices.areas.contains(.region($0)) }.map { region in
            let parts = region.subregions.map(Area.subregion).filter { view.choices.areas.contains($0) }
            return (words: "", options: [option(.region(region), "")] + parts.map { option($0, "– ") })
        }
        return pieces.filter("region", label: t("organisations.field.region"), none: t("organisations.any.region"), groups: regions)
    }

    private func option(_ area: Area, _ mark: String) -> (value: String, words: String) {
        (value: area.code, words: mark + area.name(in: t.language))
    }

    private var theme: HTML {
        pieces.filter(
            "theme", label: t("organisations.field.theme"), none: t("organisations.any.theme"),
            groups: [("", view.choices.themes.map { (value: $0.slug, words: $0.title) })])
    }

    private var language: HTML {
        let languages = view.choices.languages.map { (value: $0.code, words: $0.name(in: t.language)) }
        return pieces.filter(
            "language", label: t("organisations.field.language"), none: t("organisations.any.language"),
            groups: [("", languages.sorted { Folding.key($0.words) < Folding.key($1.words) })])
    }

    private var network: HTML {
        pieces.filter(
            "network", label: t("organisations.field.network"), none: t("organisations.any.network"),
            groups: [("", view.choices.networks.map { (value: $0.slug, words: $0.name.name) })])
    }
}
