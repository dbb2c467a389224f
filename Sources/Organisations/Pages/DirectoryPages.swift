internal import Design
internal import Foundation
internal import Geography
internal import HTML
internal import Text
internal import Web

/// The directory: who is there, found by words, place, theme, language, network and category.
enum DirectoryPages {
    static func directory(_ view: DirectoryView, state: FormState, _ t: Translator) -> Page {
        let filter = view.filter
        let body: HTML = """
            \(Pieces.title(t("organisations.title"), lead: t("organisations.lead")))
            <div class="wrap">\(DirectoryForm(view, state, t).html)
            <div class="columns"><section><h2>\(t("organisations.found", view.total))</h2>
            \(chosen(view, t))
            \(list(view, t))
            \(Pieces.pagination(page: view.page, of: view.lastPage, t) { path(filter, page: $0, t.language) })
            </section>\(categories(view, t))</div></div>
            """
        return Page(
            language: t.language, title: t("organisations.title"), description: t("organisations.lead"), body: body,
            addressInLanguage: { path(filter, page: view.page, $0) }, section: OrganisationRoutes.section,
            isIndexed: filter.isEmpty && state.problems.isEmpty)
    }

    /// The address of a page of a selection.
    static func path(_ filter: DirectoryFilter, page: Int = 1, _ language: Language) -> URLPath {
        OrganisationRoutes.directory.path(language).adding(query: filter.query + (page > 1 ? [("page", String(page))] : []))
    }

    private static func list(_ view: DirectoryView, _ t: Translator) -> HTML {
        guard !view.entries.isEmpty else { return empty(view, t) }
        let rows = view.entries.map { entry in
            OrganisationPieces.row(entry, details: view.members[entry.id].map { [t("organisations.members.count", $0)] } ?? [], t)
        }
        return "<ul class=\"rows\">\(rows)</ul>"
    }

    private static func empty(_ view: DirectoryView, _ t: Translator) -> HTML {
        guard !view.filter.isEmpty else {
            return Pieces.notice(.plain, "<p>\(t("organisations.none.yet"))</p>")
        }
        return Pieces.notice(
            .plain, title: t("organisations.none.title"),
            """
            <p>\(t("organisations.none.words"))</p>
            <p><a href="\(OrganisationRoutes.directory.path(t.language))">\(t("organisations.none.all"))</a></p>
            """)
    }

    /// What the selection is made of, each part a link that takes it away.
    private static func chosen(_ view: DirectoryView, _ t: Translator) -> HTML {
        let parts = DirectoryWords(view, t).parts
        guard !parts.isEmpty else { return .empty }
        return """
            <ul class="chosen" aria-label="\(t("organisations.chosen"))">\(parts.map { part -> HTML in
                "<li><a href=\"\(path(part.without, t.language))\"><span class=\"unseen\">\(t("organisations.chosen.remove")) </span>\(part.words)</a></li>"
            })</ul>
            """
    }

    private static func categories(_ view: DirectoryView, _ t: Translator) -> HTML {
        let rows = Category.top.flatMap(\.family).compactMap { category -> Pieces.TallyRow? in
            guard let number = view.counts[category], number > 0 else { return nil }
            let isChosen = view.filter.category == category
            return Pieces.TallyRow(
                words: category.name(t), number: number, path: path(view.filter.under(isChosen ? nil : category), t.language),
                isChosen: isChosen, isBeneath: category.parent != nil)
        }
        guard !rows.isEmpty else { return .empty }
        return "<section><h2>\(t("organisations.categories"))</h2>\(Pieces.tally(rows, t))\(data(view.filter, t))</section>"
    }

    private static func data(_ filter: DirectoryFilter, _ t: Translator) -> HTML {
        """
        <p class="small">\(t("organisations.data")) <a href="\(OrganisationRoutes.csv.path().adding(query: filter.query))">CSV</a> · <a href="\(OrganisationRoutes.json.path().adding(query: filter.query))">JSON</a></p>
        """
    }
}
