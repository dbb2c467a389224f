public import Storage

/// What has become of a message.
public enum MailState: String, Sendable, Codable, CaseIterable {
    /// It waits, or is being sent right now.
    case queued
    /// The mail server took it.
    case sent
    /// It was given up: refused for good, or refused for three days.
    case failed
    /// The mail server took it and sent it back.
    case returned
}

extension MailState: SQLEncodable, SQLDecodable {}
