public import Site
public import Text
public import Web

/// The addresses of the pages for those who run the site.
public enum AdministrationRoutes {
    /// People with a role, and finding others by their mailbox.
    public static let people = Route<Language>(.get, "/{language}/desk/people", query: ["email", "done"])
    /// One person.
    public static let person = Route<Language, Int64>(.get, "/{language}/desk/people/{id}", query: ["done"])
    /// The roles of a person, sent.
    public static let roles = Route<Language, Int64>(.post, "/{language}/desk/people/{id}/roles")
    /// Taking the second factor off the account of somebody who lost it.
    public static let takeSecondFactor = Route<Language, Int64>(.post, "/{language}/desk/people/{id}/second-factor/removal")

    /// The settings of the site.
    public static let settings = Route<Language>(.get, "/{language}/desk/settings", query: ["done"])
    /// The settings, sent.
    public static let saveSettings = Route<Language>(.post, "/{language}/desk/settings")
    /// A logo, sent.
    public static let saveLogo = Route<Language>(.post, "/{language}/desk/settings/logo")
    /// Taking the logo away.
    public static let removeLogo = Route<Language>(.post, "/{language}/desk/settings/logo/removal")

    /// The standard pages and their languages.
    public static let pages = Route<Language>(.get, "/{language}/desk/pages", query: ["done"])
    /// One page in one language: the form.
    public static let page = Route<Language, StandardPage, Language>(.get, "/{language}/desk/pages/{page}/{in}")
    /// Its text, sent.
    public static let savePage = Route<Language, StandardPage, Language>(.post, "/{language}/desk/pages/{page}/{in}")
    /// Back to the text that comes with the program.
    public static let resetPage = Route<Language, StandardPage, Language>(.post, "/{language}/desk/pages/{page}/{in}/removal")

    /// Messages on their way and gone.
    public static let outbox = Route<Language>(.get, "/{language}/desk/outbox", query: ["state", "before", "email"])
    /// One message.
    public static let message = Route<Language, Int64>(.get, "/{language}/desk/outbox/{id}")

    /// Background work and what failed.
    public static let jobs = Route<Language>(.get, "/{language}/desk/jobs", query: ["done"])
    /// Trying a dead letter again.
    public static let reviveJob = Route<Language, Int64>(.post, "/{language}/desk/jobs/{id}/revival")
    /// Giving a dead letter up.
    public static let dropJob = Route<Language, Int64>(.post, "/{language}/desk/jobs/{id}/removal")

    /// Who did what.
    public static let audit = Route<Language>(.get, "/{language}/desk/log", query: ["before"])
}
