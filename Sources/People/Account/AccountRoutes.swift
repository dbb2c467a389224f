public import Text
public import Web

/// The addresses of accounts.
public enum AccountRoutes {
    /// The navigation entry of everything here.
    public static let section = "account"

    /// The account of whoever is signed in; for others, the ways in.
    public static let home = Route<Language>(.get, "/{language}/account")

    /// The form to sign in with; `next` is where it leads afterwards.
    public static let signIn = Route<Language>(.get, "/{language}/account/session", query: ["next"])
    /// Mailbox and password, sent to sign in.
    public static let beginSession = Route<Language>(.post, "/{language}/account/session")
    /// The form for the code of the second factor.
    public static let code = Route<Language>(.get, "/{language}/account/session/code", query: ["next"])
    /// The code, sent.
    public static let proveSession = Route<Language>(.post, "/{language}/account/session/code")
    /// Signing out.
    public static let endSession = Route<Language>(.post, "/{language}/account/session/closure")

    /// The form to sign up with.
    public static let signUp = Route<Language>(.get, "/{language}/account/new")
    /// The form, sent.
    public static let create = Route<Language>(.post, "/{language}/account/new")
    /// After it: look into your mailbox.
    public static let signUpSent = Route<Language>(.get, "/{language}/account/new/sent")
    /// Where the link of the mail leads: shows a button, and changes nothing.
    public static let confirmation = Route<Language, String>(.get, "/{language}/account/confirmations/{token}", secret: ["token"])
    /// The button.
    public static let confirm = Route<Language, String>(.post, "/{language}/account/confirmations/{token}", secret: ["token"])

    /// The form for a forgotten password.
    public static let recovery = Route<Language>(.get, "/{language}/account/recovery")
    /// The form, sent.
    public static let recover = Route<Language>(.post, "/{language}/account/recovery")
    /// After it: look into your mailbox.
    public static let recoverySent = Route<Language>(.get, "/{language}/account/recovery/sent")
    /// Where the link of the mail leads: the form for a new password.
    public static let newPassword = Route<Language, String>(.get, "/{language}/account/recoveries/{token}", secret: ["token"])
    /// The new password, sent.
    public static let setPassword = Route<Language, String>(.post, "/{language}/account/recoveries/{token}", secret: ["token"])

    /// Name, language and time zone.
    public static let profile = Route<Language>(.get, "/{language}/account/profile", query: ["saved"])
    /// Name, language and time zone, sent.
    public static let saveProfile = Route<Language>(.post, "/{language}/account/profile")

    /// Mailbox, password, second factor and sessions.
    public static let security = Route<Language>(.get, "/{language}/account/security", query: ["done"])
    /// Another password, sent.
    public static let changePassword = Route<Language>(.post, "/{language}/account/password")
    /// Another mailbox, sent: it is used once it is confirmed.
    public static let changeMailbox = Route<Language>(.post, "/{language}/account/mailbox")
    /// Where the link to a new mailbox leads: shows a button.
    public static let mailboxConfirmation = Route<Language, String>(.get, "/{language}/account/mailboxes/{token}", secret: ["token"])
    /// The button.
    public static let confirmMailbox = Route<Language, String>(.post, "/{language}/account/mailboxes/{token}", secret: ["token"])
    /// Signing out of one browser.
    public static let closeSession = Route<Language, Int64>(.post, "/{language}/account/sessions/{id}/closure")
    /// Signing out of all other browsers.
    public static let closeOtherSessions = Route<Language>(.post, "/{language}/account/sessions/closure")

    /// Setting up the second factor.
    public static let secondFactor = Route<Language>(.get, "/{language}/account/second-factor")
    /// Its first code, sent.
    public static let enrol = Route<Language>(.post, "/{language}/account/second-factor")
    /// Doing without it.
    public static let removeSecondFactor = Route<Language>(.post, "/{language}/account/second-factor/removal")
    /// New recovery codes.
    public static let renewCodes = Route<Language>(.post, "/{language}/account/second-factor/codes")

    /// What is stored about me, and leaving.
    public static let data = Route<Language>(.get, "/{language}/account/data")
    /// Everything stored about me, as JSON.
    public static let export = Route<Language>(.get, "/{language}/account/data.json")
    /// Leaving: the account is erased.
    public static let close = Route<Language>(.post, "/{language}/account/closure")
    /// After leaving.
    public static let closed = Route<Language>(.get, "/{language}/account/closed")
}
