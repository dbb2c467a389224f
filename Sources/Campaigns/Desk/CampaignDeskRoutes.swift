public import Text
public import Web

/// The addresses at which campaigns are written.
public enum CampaignDeskRoutes {
    /// The entry of the desk's menu.
    public static let section = "campaigns"

    /// Every campaign, and a form for another one.
    public static let index = Route<Language>(.get, "/{language}/desk/campaigns")
    /// Another campaign, sent.
    public static let create = Route<Language>(.post, "/{language}/desk/campaigns")
    /// A campaign: its languages, goals and state.
    public static let campaign = Route<Language, String>(.get, "/{language}/desk/campaigns/{slug}", query: ["done"])
    /// Its goals, sent.
    public static let saveGoals = Route<Language, String>(.post, "/{language}/desk/campaigns/{slug}/goals")
    /// Its words in one language, with another beside them.
    public static let words = Route<Language, String, Language>(.get, "/{language}/desk/campaigns/{slug}/words/{in}")
    /// The words, sent.
    public static let saveWords = Route<Language, String, Language>(.post, "/{language}/desk/campaigns/{slug}/words/{in}")
    /// Ending the time in which people can sign.
    public static let close = Route<Language, String>(.post, "/{language}/desk/campaigns/{slug}/closure")
    /// Opening it (again); a draft is published with it.
    public static let open = Route<Language, String>(.post, "/{language}/desk/campaigns/{slug}/opening")
    /// Taking a draft away.
    public static let discard = Route<Language, String>(.post, "/{language}/desk/campaigns/{slug}/removal")
}
