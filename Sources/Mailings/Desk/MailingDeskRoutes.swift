public import Text
public import Web

/// The addresses at which mailings are written and sent.
public enum MailingDeskRoutes {
    /// The entry of the desk's menu.
    public static let section = "mailings"

    /// Every mailing, and a way to begin another one.
    public static let index = Route<Language>(.get, "/{language}/desk/mailings", query: ["before", "done"])
    /// Another mailing, begun.
    public static let create = Route<Language>(.post, "/{language}/desk/mailings")
    /// One mailing: what it says, whom for, how far it has come.
    public static let mailing = Route<Language, Int64>(.get, "/{language}/desk/mailings/{id}", query: ["done"])
    /// Whom it is for, sent.
    public static let save = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}")
    /// A draft, thrown away.
    public static let remove = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/removal")
    /// Its words in one language, with another beside them.
    public static let words = Route<Language, Int64, Language>(.get, "/{language}/desk/mailings/{id}/words/{in}")
    /// The words, sent.
    public static let saveWords = Route<Language, Int64, Language>(.post, "/{language}/desk/mailings/{id}/words/{in}")
    /// The words in one language, thrown away.
    public static let removeWords = Route<Language, Int64, Language>(.post, "/{language}/desk/mailings/{id}/words/{in}/removal")
    /// How the mail will look.
    public static let preview = Route<Language, Int64, Language>(.get, "/{language}/desk/mailings/{id}/preview/{in}", query: ["done"])
    /// The letter itself, as mail programs get it.
    public static let letter = Route<Language, Int64, Language>(.get, "/{language}/desk/mailings/{id}/preview/{in}/letter")
    /// The mail to whoever asks for it, to look at.
    public static let trial = Route<Language, Int64, Language>(.post, "/{language}/desk/mailings/{id}/preview/{in}/trial")
    /// How many would get it now: the last look before it goes out.
    public static let sending = Route<Language, Int64>(.get, "/{language}/desk/mailings/{id}/sending")
    /// Letting it go out.
    public static let send = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/sending")
    /// Holding it up.
    public static let pause = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/pause")
    /// Letting it go on.
    public static let resume = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/resumption")
    /// Stopping it for good.
    public static let cancel = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/cancellation")
    /// Taking what went out into the archive, or out of it.
    public static let archive = Route<Language, Int64>(.post, "/{language}/desk/mailings/{id}/archive")
    /// How fast mailings go, and how many anybody gets.
    public static let limits = Route<Language>(.get, "/{language}/desk/mailings/limits", query: ["done"])
    /// These, sent.
    public static let saveLimits = Route<Language>(.post, "/{language}/desk/mailings/limits")
}
