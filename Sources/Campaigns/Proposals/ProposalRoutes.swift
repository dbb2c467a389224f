public import Text
public import Web

/// The addresses at which organisations propose national campaigns.
public enum ProposalRoutes {
    /// The form, for an organisation that the person may act for and a common campaign.
    public static let form = Route<Language, String, String>(.get, "/{language}/account/organisations/{slug}/campaigns/{campaign}")
    /// The form, sent.
    public static let propose = Route<Language, String, String>(.post, "/{language}/account/organisations/{slug}/campaigns/{campaign}")
    /// What was proposed, while it waits: to answer a question of the secretariat by writing it anew.
    public static let waiting = Route<Language, String, String>(.get, "/{language}/account/organisations/{slug}/proposals/{campaign}")
    /// Its words written anew, sent.
    public static let rewrite = Route<Language, String, String>(.post, "/{language}/account/organisations/{slug}/proposals/{campaign}")
    /// Taking it back.
    public static let takeBack = Route<Language, String, String>(
        .post, "/{language}/account/organisations/{slug}/proposals/{campaign}/removal")
}
