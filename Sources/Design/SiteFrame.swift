public import HTML
public import Text
public import Web

/// Draws the whole document around a page: head, header with the language menu, footer. The same for every page of the site.
public struct SiteFrame: Sendable {
    /// An entry of the navigation.
    public struct Entry: Sendable {
        let section: String
        let label: String
        let path: @Sendable (Language) -> URLPath

        /// The entry for pages of that section, labelled by a key of the catalogue.
        public init(section: String, label: String, path: @escaping @Sendable (Language) -> URLPath) {
            self.section = section
            self.label = label
            self.path = path
        }
    }

    /// What the site says about itself.
    public struct Masthead: Sendable {
        let name: String
        let responsible: String?
        let isDemo: Bool

        /// The coalition's name, who is responsible where that is somebody else, and whether everything here is a sample.
        public init(name: String, responsible: String?, isDemo: Bool) {
            self.name = name
            self.responsible = responsible
            self.isDemo = isDemo
        }
    }

    private let assets: AssetShelf
    private let masthead: @Sendable (Language) -> Masthead
    private let menu: [Entry]
    private let footer: [Entry]
    private let home: @Sendable (Language) -> URLPath

    /// A frame with these entries and assets.
    public init(
        assets: AssetShelf, masthead: @escaping @Sendable (Language) -> Masthead, menu: [Entry],
        footer: [Entry], home: @escaping @Sendable (Language) -> URLPath
    ) {
        self.assets = assets
        self.masthead = masthead
        self.menu = menu
        self.footer = footer
        self.home = home
    }

    /// The document.
    public func draw(_ page: Page, _ facts: PageFacts) -> HTML {
        let t = facts.translator
        let masthead = masthead(page.language)
        return """
            <!doctype html>
            <html lang="\(page.language.code)" dir="\(page.language.isRightToLeft ? "rtl" : "ltr")">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(page.title == masthead.name ? page.title : "\(page.title) · \(masthead.name)")</title>
            \(head(page, masthead, facts))
            <link rel="stylesheet" href="\(assets.path("socle.css"))"><link rel="icon" type="image/svg+xml" href="\(assets.path("mark.svg"))">
            <script src="\(assets.path("socle.js"))" defer></script></head>
            <body><a class="skip" href="\(URLPath.fragment("main"))">\(t("design.skip"))</a>
            \(header(page, masthead, facts, t))
            <main id="main">\(page.body)</main>
            \(bottom(page.language, masthead, t))</body></html>

            """
    }

    private func head(_ page: Page, _ masthead: Masthead, _ facts: PageFacts) -> HTML {
        let description: HTML = page.description.isEmpty ? .empty : "<meta name=\"description\" content=\"\(page.description)\">"
        guard facts.status == .ok, page.isIndexed else { return description + page.head }
        let base = facts.base
        let address = page.addressInLanguage
        let others = facts.languages.map { language -> HTML in
            "<link rel=\"alternate\" hreflang=\"\(language.code)\" href=\"\(base.appending(address(language)))\">"
        }
        return """
            \(description)\(page.head)<link rel="canonical" href="\(base.appending(address(page.language)))">\(others)
            <meta property="og:title" content="\(page.title)"><meta property="og:description" content="\(page.description)">
            <meta property="og:url" content="\(base.appending(address(page.language)))"><meta property="og:site_name" content="\(masthead.name)">
            """
    }

    private func sample(_ masthead: Masthead, _ t: Translator) -> HTML {
        masthead.isDemo ? "<div class=\"sample\"><p class=\"wrap\">\(t("design.sample"))</p></div>" : .empty
    }

    private func header(_ page: Page, _ masthead: Masthead, _ facts: PageFacts, _ t: Translator) -> HTML {
        """
        <header class="top">\(sample(masthead, t))<div class="wrap">
        <a class="brand" href="\(home(page.language))">\(Self.mark)<span>\(masthead.name)</span></a>
        <nav class="pages" aria-label="\(t("design.menu"))"><ul>\(menu.map { entry -> HTML in
            "<li><a href=\"\(entry.path(page.language))\"\(attribute: "aria-current", page.section == entry.section ? "page" : nil)>\(t(entry.label))</a></li>"
        })</ul></nav>
        \(languages(page, facts, t))
        </div></header>
        """
    }

    private func languages(_ page: Page, _ facts: PageFacts, _ t: Translator) -> HTML {
        """
        <details class="languages"><summary><span class="unseen">\(t("design.language")) </span>\(page.language.ownName)</summary>
        <nav aria-label="\(t("design.language"))"><ul>\(facts.languages.map { language -> HTML in
                "<li><a href=\"\(page.addressInLanguage(language))\" lang=\"\(language.code)\" hreflang=\"\(language.code)\"\(attribute: "aria-current", language == page.language ? "true" : nil)>\(language.ownName)</a></li>"
            })</ul></nav></details>
        """
    }

    private func bottom(_ language: Language, _ masthead: Masthead, _ t: Translator) -> HTML {
        let responsible: HTML = masthead.responsible.map { "<p>\(t("design.responsible", $0))</p>" } ?? .empty
        return """
            <footer class="bottom"><div class="wrap"><p><strong>\(masthead.name)</strong></p>\(responsible)
            <ul>\(footer.map { entry -> HTML in "<li><a href=\"\(entry.path(language))\">\(t(entry.label))</a></li>" })</ul>
            <p class="small">\(t("design.madeWith"))</p></div></footer>
            """
    }

    /// Three bars, each wider than the one above.
    private static let mark: HTML = """
        <svg viewBox="0 0 30 24" aria-hidden="true"><rect class="cap" x="9" width="12" height="6" rx="1"/><rect class="body" x="4.5" y="9" width="21" height="6" rx="1"/><rect class="body" y="18" width="30" height="6" rx="1"/></svg>
        """
}
