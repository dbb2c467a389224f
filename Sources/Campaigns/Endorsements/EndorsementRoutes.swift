public import Text
public import Web

/// The addresses of endorsements.
public enum EndorsementRoutes {
    /// The organisations that endorse a campaign, by category.
    public static let list = Route<Language, String>(.get, "/{language}/campaigns/{slug}/organisations")

    /// The form for an organisation that the person may act for.
    public static let form = Route<Language, String, String>(.get, "/{language}/account/organisations/{slug}/endorsements/{campaign}")
    /// The form, sent.
    public static let endorse = Route<Language, String, String>(.post, "/{language}/account/organisations/{slug}/endorsements/{campaign}")
    /// Taking it back: it stays in the history.
    public static let withdraw = Route<Language, String, String>(
        .post, "/{language}/account/organisations/{slug}/endorsements/{campaign}/withdrawal")

    /// Where the link to an official contact leads.
    public static let show = Route<Language, String>(.get, "/{language}/endorsements/{token}", secret: ["token"])
    /// The button that confirms.
    public static let confirm = Route<Language, String>(.post, "/{language}/endorsements/{token}/confirmation", secret: ["token"])
    /// The button that refuses.
    public static let refuse = Route<Language, String>(.post, "/{language}/endorsements/{token}/refusal", secret: ["token"])
}
