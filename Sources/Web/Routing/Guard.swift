/// Who may enter, and what is known below: a handler behind a guard gets the context that the guard made, never an optional person.
public struct Guard<Context: Sendable>: Sendable {
    /// What the table of routes calls it: `everyone`, `person`, `moderator`.
    public let name: String
    let admit: @Sendable (Visit) async throws -> Context

    /// A guard that lets in whoever `admit` makes a context for. It throws a `WebFailure`, or an `Answer.Instead` (to the sign-in page).
    public init(_ name: String, admit: @escaping @Sendable (Visit) async throws -> Context) {
        self.name = name
        self.admit = admit
    }
}

extension Guard where Context == Void {
    /// Everybody may enter. Only answers behind this guard can be kept in the page cache.
    public static var everyone: Guard<Void> { Guard<Void>("everyone") { _ in } }
}
