/// A message that a mail server sent back because it could not deliver one of ours, as far as it can be understood. Anybody may write such a
/// message: only a mark that this site made is proof, and `Outbox.returned` checks it.
public struct ReturnedMail: Hashable, Sendable {
    /// A number and code that look like a mark of this site.
    struct Mark: Hashable, Sendable {
        /// Where such a mark stands.
        enum Kind: String, Sendable {
            case envelope, messageID
        }

        let kind: Kind
        let id: Int64
        let code: String
    }

    /// What may be marks of this site, in the order in which they stand; at most 32.
    let marks: [Mark]
    /// What is said about each recipient, in the order in which it stands; at least one, at most 50.
    let reports: [DeliveryReport]

    /// The mailbox that failed, by what the server says.
    public var mailbox: Mailbox? { gravest?.mailboxes.first }
    /// Whether the server has given up; if not, it tries on and this is only a notice.
    public var isPermanent: Bool { gravest?.action == .failed }
    /// What kind of failure, if the server says.
    public var status: MailStatus? { gravest?.status }
    /// The server's own words, printable, at most 300 characters.
    public var diagnosis: String { gravest?.diagnosis ?? "" }

    /// Why a message is not taken for a returned one.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// More than two million bytes: ours are small.
        case tooLarge
        /// Parts within parts beyond ten levels, or more than a hundred, or more than a thousand lines of head.
        case tooManyParts
        /// No head to be found.
        case notAMessage
        /// A message, but none that says that something could not be delivered: an answer, an automatic reply, a receipt.
        case notAReturn

        /// One sentence for a log.
        public var description: String {
            switch self {
            case .tooLarge: "the returned message is larger than 2 MB"
            case .tooManyParts: "the returned message has too many parts"
            case .notAMessage: "this is not a mail message"
            case .notAReturn: "this message does not say that a delivery failed"
            }
        }
    }

    /// The longest message that is read, in bytes.
    public static let longest = 2_000_000

    /// Reads a returned message: a delivery status notification (RFC 3464) or the own words of the common servers.
    public static func parse(_ bytes: [UInt8]) throws(Failure) -> ReturnedMail {
        guard bytes.count <= longest else { throw .tooLarge }
        var budget = MIMEPart.Budget()
        let message = try MIMEPart(bytes[...], budget: &budget, depth: 0)
        guard !message.fields.isEmpty else { throw .notAMessage }
        guard let reports = try DeliveryReport.all(in: message) ?? PlainReport(message)?.reports else { throw .notAReturn }
        return ReturnedMail(marks: MarkScanner.marks(in: message), reports: reports)
    }

    /// Whether the server has given up because there is nobody at this address.
    public var saysMailboxIsGone: Bool { gravest?.saysMailboxIsGone ?? false }

    /// What it says about a message of ours to this mailbox: the report that names it, or the only one there is, since mailboxes are forwarded
    /// under other names. Nil if it is about others.
    func report(about mailbox: String) -> DeliveryReport? {
        reports.count == 1 ? reports.first : Self.gravest(of: reports.filter { $0.names(mailbox) })
    }

    private var gravest: DeliveryReport? { Self.gravest(of: reports) }

    private static func gravest(of reports: [DeliveryReport]) -> DeliveryReport? {
        reports.first { $0.action == .failed } ?? reports.first { $0.action == .delayed }
    }
}

extension DeliveryReport {
    /// Whether the server has given up because there is nobody at this address.
    var saysMailboxIsGone: Bool {
        action == .failed && (status?.saysMailboxIsGone ?? true)
    }
}
