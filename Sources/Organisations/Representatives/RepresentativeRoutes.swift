public import Text
public import Web

/// The addresses at which people act for organisations.
public enum RepresentativeRoutes {
    /// What a person may do for which organisations.
    public static let index = Route<Language>(.get, "/{language}/account/organisations", query: ["done"])
    /// The form to ask to act for one.
    public static let form = Route<Language, String>(.get, "/{language}/account/organisations/{slug}/mandate")
    /// The form, sent.
    public static let ask = Route<Language, String>(.post, "/{language}/account/organisations/{slug}/mandate")
    /// Giving a mandate back.
    public static let giveBack = Route<Language, String>(.post, "/{language}/account/organisations/{slug}/mandate/closure")
    /// The organisation's own words, for whoever may act for it.
    public static let profile = Route<Language, String>(.get, "/{language}/account/organisations/{slug}", query: ["done"])
    /// The words, sent.
    public static let saveProfile = Route<Language, String>(.post, "/{language}/account/organisations/{slug}")

    /// Where the link to an official contact leads.
    public static let mandate = Route<Language, String>(.get, "/{language}/mandates/{token}", secret: ["token"])
    /// The button that confirms, for a year.
    public static let confirm = Route<Language, String>(.post, "/{language}/mandates/{token}/confirmation", secret: ["token"])
    /// The button that refuses.
    public static let refuse = Route<Language, String>(.post, "/{language}/mandates/{token}/refusal", secret: ["token"])
}
