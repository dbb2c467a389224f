public import Design
public import HTML
public import People
public import Text
public import Web

/// A page of the desk: the menu of what its person may do beside the work.
public struct DeskPage: Sendable {
    private let menu: DeskMenu
    private let person: Person
    private let t: Translator

    /// The desk as one person sees it.
    public init(_ menu: DeskMenu, for signedIn: SignedIn, _ t: Translator) {
        self.menu = menu
        self.person = signedIn.person
        self.t = t
    }

    /// The page with a heading and what stands below it. `state` is the form on it, if there is one.
    public func draw(
        section: String, title: String, lead: String? = nil, back: (path: URLPath, words: String)? = nil, _ body: HTML,
        state: FormState = FormState(), address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        let entries = menu.entries(for: person).map { entry -> HTML in
            "<li><a href=\"\(entry.path(t.language))\"\(attribute: "aria-current", entry.section == section ? "page" : nil)>\(t(entry.label))</a></li>"
        }
        let way: HTML = back.map { "<p class=\"back\"><a href=\"\($0.path)\">\($0.words)</a></p>" } ?? .empty
        let below: HTML = lead.map { "<p class=\"lead\">\($0)</p>" } ?? .empty
        let page: HTML = """
            <div class="desk wrap"><nav aria-label="\(t("moderation.desk.title"))"><ul>\(entries)</ul></nav>
            <div class="work">\(way)<h1>\(title)</h1>\(below)\(body)</div></div>
            """
        return Page(
            language: t.language, title: "\(title) · \(t("moderation.desk.title"))", body: page, addressInLanguage: address,
            section: AccountRoutes.section, isIndexed: false
        ).marking(state, t)
    }
}
