public import Time

/// A browser in which somebody is signed in.
public struct Session: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// Whose it is.
    public let person: Int64
    /// What the browser called itself when it signed in, at most 300 characters.
    public let agent: String
    /// Whether everything asked for was proven: with a second factor, the password alone is half of it.
    public let isProved: Bool
    /// When it began.
    public let createdAt: Instant
    /// When it was last used, to within `SessionStore.seenEvery`.
    public let seenAt: Instant
}

/// Somebody whose session was proven: what a handler behind the guard of people may rely on.
public struct SignedIn: Sendable {
    /// Who.
    public let person: Person
    /// In which browser.
    public let session: Session
}
