internal import Storage

/// What has become of one recipient of a mailing. The raw value is stored.
enum RecipientState: String, Sendable, CaseIterable, SQLEncodable, SQLDecodable {
    /// Not yet handed to the outbox.
    case waiting
    /// In the outbox.
    case handed
    /// The mail server wanted it later; the outbox tries again.
    case deferred
    /// The mail server took it.
    case sent
    /// It was given up.
    case failed
    /// It was taken and came back.
    case returned
    /// Its person asked for no more, or the mailing was cancelled, before it went.
    case stopped
}
