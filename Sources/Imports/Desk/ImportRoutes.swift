public import Text
public import Web

/// The addresses at which lists are brought in.
public enum ImportRoutes {
    /// The entry of the desk's menu.
    public static let section = "imports"

    /// Every list, and what can be brought.
    public static let index = Route<Language>(.get, "/{language}/desk/imports")
    /// The form for another one.
    public static let new = Route<Language>(.get, "/{language}/desk/imports/new", query: ["kind"])
    /// Another one, sent.
    public static let create = Route<Language>(.post, "/{language}/desk/imports")
    /// One: its preview, how far it is, what became of each line.
    public static let show = Route<Language, Int64>(.get, "/{language}/desk/imports/{id}", query: ["show", "page"])
    /// What its columns hold.
    public static let columns = Route<Language, Int64>(.post, "/{language}/desk/imports/{id}/columns")
    /// What is chosen for lines that likely are something that is there.
    public static let choices = Route<Language, Int64>(.post, "/{language}/desk/imports/{id}/choices")
    /// Carrying it out.
    public static let execution = Route<Language, Int64>(.post, "/{language}/desk/imports/{id}/execution")
    /// Taking it back as a whole.
    public static let reversal = Route<Language, Int64>(.post, "/{language}/desk/imports/{id}/reversal")
    /// Giving up a preview.
    public static let removal = Route<Language, Int64>(.post, "/{language}/desk/imports/{id}/removal")
}
