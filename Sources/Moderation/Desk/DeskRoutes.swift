public import Text
public import Web

/// The addresses of the desk itself; features have theirs below it.
public enum DeskRoutes {
    /// The part of the menu that stands for the queue.
    public static let section = "queue"

    /// The morning's queue.
    public static let home = Route<Language>(.get, "/{language}/desk", query: ["done", "decided"])
    /// What somebody decides on one thing in it.
    public static let decide = Route<Language, String, Int64>(.post, "/{language}/desk/queue/{kind}/{id}/decision")
    /// What somebody decides on all things of a kind that they were shown.
    public static let decideAll = Route<Language, String>(.post, "/{language}/desk/queue/{kind}/decisions")

    /// What is watched for: mailboxes, domains, networks, words.
    public static let blocks = Route<Language>(.get, "/{language}/desk/blocks", query: ["done"])
    /// More to watch for, sent.
    public static let addBlocks = Route<Language>(.post, "/{language}/desk/blocks")
    /// No longer watching for something.
    public static let removeBlock = Route<Language, Int64>(.post, "/{language}/desk/blocks/{id}/removal")
}
