internal import Design
internal import HTML
internal import Moderation
internal import Site
internal import Text
internal import Translations
internal import Web

/// The pages on which standard pages are edited.
enum PageTextPages {
    static let section = "pages"

    static func index(_ own: Set<PageVersion>, isSaved: Bool, _ desk: DeskPage, _ t: Translator) -> Page {
        let done = isSaved ? Pieces.notice(.good, title: t("desk.saved"), .empty) : .empty
        let rows = StandardPage.allCases.map { page -> HTML in
            let versions = Language.interface.map { language -> HTML in
                let isOwn = own.contains(PageVersion(page: page, language: language))
                return """
                    <td data-label="\(language.ownName)"><a href="\(AdministrationRoutes.page.path(t.language, page, language))"><span class="unseen">\(name(page, t)), \(language.ownName): </span>\(t(isOwn ? "desk.pages.own" : "desk.pages.builtIn"))</a></td>
                    """
            }
            return "<tr><td>\(name(page, t))</td>\(versions)</tr>"
        }
        let heads = Language.interface.map { language -> HTML in "<th scope=\"col\" lang=\"\(language.code)\">\(language.ownName)</th>" }
        let body: HTML = """
            \(done)<table role="table"><thead><tr><th scope="col">\(t("desk.pages.page"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
            """
        return desk.draw(
            section: section, title: t("desk.pages.title"), lead: t("desk.pages.lead"), body,
            address: { AdministrationRoutes.pages.path($0) })
    }

    static func form(_ view: PageTextView, _ state: FormState, trouble: HTML = .empty, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let language = view.text.language
        let unchecked = UncheckedNotice.draw(view.isUnchecked, TextKey(kind: "page", slug: view.page.rawValue), in: language, t)
        let reset: HTML =
            view.isOwn
            ? """
            <form method="post" action="\(AdministrationRoutes.resetPage.path(t.language, view.page, language))"><p><button class="button">\(t("desk.pages.reset"))</button></p></form>
            """ : .empty
        let body: HTML = """
            \(trouble)\(unchecked)<div class="beside"><section lang="\(view.beside.language.code)"><h2>\(view.beside.language.ownName)</h2>
            <h3>\(view.beside.title)</h3><p><strong>\(view.beside.summary)</strong></p>\(Pieces.source(view.beside.body, label: view.beside.title))</section>
            <section><h2>\(language.ownName)</h2><form method="post" action="\(AdministrationRoutes.savePage.path(t.language, view.page, language))" novalidate>
            \(pieces.summary())\(pieces.mark())
            \(pieces.line("title", label: t("desk.field.title"), autocomplete: "off", required: true, maximum: PageTextForm.longestTitle))
            \(pieces.text("summary", label: t("desk.field.summary"), required: true, maximum: PageTextForm.longestSummary))
            \(pieces.text("body", label: t("desk.field.body"), hint: t("desk.pages.body.hint"), required: true, maximum: PageTextForm.longestBody, rows: 24))
            <p class="actions"><button class="button go">\(t("desk.pages.save"))</button>
            <a class="button" href="\(SiteRoutes.page.path(language, view.page))">\(t("desk.pages.look"))</a></p></form>\(reset)</section></div>
            """
        return desk.draw(
            section: section, title: "\(name(view.page, t)) · \(language.ownName)",
            back: (AdministrationRoutes.pages.path(t.language), t("desk.pages.title")), body, state: state,
            address: { AdministrationRoutes.page.path($0, view.page, language) })
    }

    private static func name(_ page: StandardPage, _ t: Translator) -> String {
        t("site.menu.\(page.rawValue)")
    }
}
