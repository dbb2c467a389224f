internal import HTML
internal import Text

/// The bare address of the site, which has no language yet.
public enum Negotiation {
    /// `/`
    public static let route = FixedRoute(.get, "/")

    /// Leads to the home page in the language that the browser asks for. Not kept anywhere: the next reader asks for another language.
    public static func answer(_ visit: Visit) -> Answer {
        .redirect(to: URLPath(segments: [visit.language.code])).header("Vary", "Accept-Language")
    }
}
