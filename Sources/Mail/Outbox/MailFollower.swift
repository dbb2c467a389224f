public import Storage

/// A feature that keeps its own account of the messages it posted: how many were taken, how many were refused.
public protocol MailFollower: Sendable {
    /// Called in the write that marks the messages. Followers are told of every origin and pass over kinds that are not theirs.
    func followed(_ event: MailEvent, _ origins: [MailOrigin], on db: any Writer) throws
}

/// What happens to a message on its way.
public enum MailEvent: String, Sendable {
    /// The mail server took it.
    case sent
    /// The mail server wants it later.
    case deferred
    /// It was given up.
    case failed
    /// It was taken and came back.
    case returned
}

extension Outbox {
    func tellFollowers(_ event: MailEvent, _ origins: [MailOrigin], on db: any Writer) throws {
        guard !origins.isEmpty else { return }
        for follower in followers { try follower.followed(event, origins, on: db) }
    }
}
