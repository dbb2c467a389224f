public import HTML
public import Text

/// What a feature says in a page; the site's frame draws the document around it.
public struct Page: Sendable {
    /// The language of the page.
    public var language: Language
    /// The title, without the name of the site.
    public var title: String
    /// One or two sentences for search engines and for shared links; empty for none.
    public var description: String
    /// What stands between header and footer.
    public var body: HTML
    /// The same page in another language: the language menu keeps the reader on it.
    public var addressInLanguage: @Sendable (Language) -> URLPath
    /// The navigation entry that the page belongs to.
    public var section: String?
    /// More for the document's head: an address of a feed, a description for machines.
    public var head: HTML
    /// Whether search engines may list it.
    public var isIndexed: Bool

    /// A page.
    public init(
        language: Language, title: String, description: String = "", body: HTML,
        addressInLanguage: @escaping @Sendable (Language) -> URLPath, section: String? = nil, head: HTML = .empty, isIndexed: Bool = true
    ) {
        self.language = language
        self.title = title
        self.description = description
        self.body = body
        self.addressInLanguage = addressInLanguage
        self.section = section
        self.head = head
        self.isIndexed = isIndexed
    }
}

/// What the frame may know besides the page: nothing of the person or the browser, since one drawing serves everybody.
public struct PageFacts: Sendable {
    /// The words in the language of the page.
    public let translator: Translator
    /// The address of the site.
    public let base: WebURL
    /// The languages of the language menu, in its order.
    public let languages: [Language]
    /// The status of the answer; an error page has no other languages to offer.
    public let status: Status
}

/// Draws the whole document. Throwing makes the answer plain text.
public typealias Frame = @Sendable (Page, PageFacts) throws -> HTML
