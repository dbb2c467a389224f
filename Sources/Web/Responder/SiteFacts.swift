public import HTML
public import Text

/// What a responder must know of the site.
public struct SiteFacts: Sendable {
    /// The address that visitors use. Its origin is the one that forms must come from; `https` turns on HSTS.
    public var base: WebURL
    /// The languages of the pages.
    public var languages: [Language]
    /// Which of them the site offers now. A page in another one leads to the same page in the main language.
    public var choice: @Sendable () -> LanguageChoice
    /// The mailbox to write to when no page works, as far as it is known.
    public var contact: @Sendable () -> String?
    /// Whom to believe about the visitor's address.
    public var proxies: ProxyTrust
    /// The cookies that hold a session: with one of them a form must say where it comes from.
    public var sessionCookies: Set<String>

    /// Facts of a site. Traps if the base is not an address that browsers can visit.
    public init(
        base: WebURL, languages: [Language] = Language.interface, choice: @escaping @Sendable () -> LanguageChoice = { LanguageChoice() },
        contact: @escaping @Sendable () -> String? = { nil }, proxies: ProxyTrust = ProxyTrust(),
        sessionCookies: Set<String> = []
    ) {
        guard base.origin != nil else { preconditionFailure("the base of a site is an http or https address") }
        self.base = base
        self.languages = languages
        self.choice = choice
        self.contact = contact
        self.proxies = proxies
        self.sessionCookies = sessionCookies
    }
}
