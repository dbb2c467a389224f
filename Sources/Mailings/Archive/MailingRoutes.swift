public import Text
public import Web

/// The addresses of mailings that everybody may read.
public enum MailingRoutes {
    /// The part of the site that they belong to.
    public static let section = "mailings"

    /// The archive.
    public static let index = Route<Language>(.get, "/{language}/mailings")
    /// One of them.
    public static let mailing = Route<Language, Int64>(.get, "/{language}/mailings/{id}")
}

/// The addresses behind the link that ends mails, for whoever holds it.
public enum UnsubscribeRoutes {
    /// What it would stop. Nothing is changed by looking.
    public static let show = Route<Language, String>(
        .get, "/{language}/mailings/unsubscriptions/{token}", query: ["done"], secret: ["token"])
    /// Stopping it: a button of that page, or a mail program on its own (RFC 8058).
    public static let stop = Route<Language, String>(.post, "/{language}/mailings/unsubscriptions/{token}", secret: ["token"])
}
