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
    /// The letter that came with it, for those who may act for the organisation; `of` names one that has ended.
    public static let ownLetter = Route<Language, String, String>(
        .get, "/{language}/account/organisations/{slug}/endorsements/{campaign}/letter", query: ["of"])
    /// Taking it back: it stays in the history.
    public static let withdraw = Route<Language, String, String>(
        .post, "/{language}/account/organisations/{slug}/endorsements/{campaign}/withdrawal")

    /// Where the link to an official contact leads.
    public static let show = Route<Language, String>(.get, "/{language}/endorsements/{token}", secret: ["token"])
    /// The letter that came with it, for an official contact.
    public static let askedLetter = Route<Language, String>(.get, "/{language}/endorsements/{token}/letter", secret: ["token"])
    /// The button that confirms.
    public static let confirm = Route<Language, String>(.post, "/{language}/endorsements/{token}/confirmation", secret: ["token"])
    /// The button that refuses.
    public static let refuse = Route<Language, String>(.post, "/{language}/endorsements/{token}/refusal", secret: ["token"])

    /// The letter that came with one, for moderators.
    public static let letter = Route<Language, Int64>(.get, "/{language}/desk/endorsements/{id}/letter")
}
