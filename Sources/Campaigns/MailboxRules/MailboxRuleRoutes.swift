public import Text
public import Web

/// The addresses at which the rules for mailboxes are kept.
public enum MailboxRuleRoutes {
    /// Every rule, and a form for another one.
    public static let index = Route<Language>(.get, "/{language}/desk/mailbox-rules", query: ["done"])
    /// A rule, sent.
    public static let save = Route<Language>(.post, "/{language}/desk/mailbox-rules")
    /// Taking a rule away.
    public static let remove = Route<Language, String>(.post, "/{language}/desk/mailbox-rules/{domain}/removal")
}
