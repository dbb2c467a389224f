public import Text
public import Web

/// The addresses of translations: at the desk, and by link.
public enum TranslationRoutes {
    /// The entry of the desk's menu.
    public static let section = "translations"

    /// Every text in every language, with its state.
    public static let index = Route<Language>(.get, "/{language}/desk/translations", query: ["done"])
    /// One text in one language, beside its original.
    public static let translation = Route<Language, String, String, Language>(
        .get, "/{language}/desk/translations/{kind}/{slug}/{in}", query: ["done"])
    /// Its draft, sent.
    public static let save = Route<Language, String, String, Language>(.post, "/{language}/desk/translations/{kind}/{slug}/{in}/draft")
    /// Taking the draft away.
    public static let drop = Route<Language, String, String, Language>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/draft/removal")
    /// The draft becomes what readers see.
    public static let publish = Route<Language, String, String, Language>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/publication")
    /// What is published follows the original, an editor says.
    public static let confirm = Route<Language, String, String, Language>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/confirmation")
    /// The others follow this language from now on.
    public static let makeOriginal = Route<Language, String, String, Language>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/original")
    /// Taking the translator's name away.
    public static let forgetName = Route<Language, String, String, Language>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/name/removal")
    /// A link for a translator.
    public static let makeLink = Route<Language, String, String, Language>(.post, "/{language}/desk/translations/{kind}/{slug}/{in}/links")
    /// Ending a link.
    public static let endLink = Route<Language, String, String, Language, Int64>(
        .post, "/{language}/desk/translations/{kind}/{slug}/{in}/links/{id}/removal")

    /// Where a translator's link leads.
    public static let work = Route<Language, String>(.get, "/{language}/translations/{token}", query: ["done"], secret: ["token"])
    /// What the translator saves.
    public static let saveWork = Route<Language, String>(.post, "/{language}/translations/{token}", secret: ["token"])
}
