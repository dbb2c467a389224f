internal import Foundation
public import Time

/// A message in the outbox or gone from it, for those who look after the site.
public struct OutboxEntry: Sendable {
    /// Its number.
    public let id: Int64
    /// Whom it is for.
    public let to: String
    /// The tag of its language.
    public let language: String
    /// Its subject.
    public let subject: String
    /// What has become of it.
    public let state: MailState
    /// What it was sent for.
    public let origin: MailOrigin
    /// How often it was handed to the mail server.
    public let attempts: Int
    /// When it was posted.
    public let createdAt: Instant
    /// When it may next be sent, while it is queued.
    public let dueAt: Instant?
    /// When the mail server took it.
    public let sentAt: Instant?
    /// What the mail server last said against it.
    public let error: String?
    /// The message itself while it is queued; nil afterwards, or if the site's secret has changed.
    public let message: Message?

    /// The entry as one JSON object without line breaks; `text` is what the message says, while it is unsent. Times are ISO 8601 in UTC.
    public func json(_ composer: Composer) throws -> String {
        let line = Line(
            id: id, to: to, subject: subject, state: state, language: language, origin: "\(origin.kind)/\(origin.id)", attempts: attempts,
            createdAt: createdAt.iso8601, dueAt: dueAt?.iso8601, sentAt: sentAt?.iso8601, error: error, text: message.map(composer.text))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }

    private struct Line: Encodable {
        let id: Int64
        let to, subject: String
        let state: MailState
        let language, origin: String
        let attempts: Int
        let createdAt: String
        let dueAt, sentAt, error, text: String?
    }
}
