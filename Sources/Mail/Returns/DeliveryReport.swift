/// What a server reports about one recipient.
struct DeliveryReport: Hashable, Sendable {
    /// What became of the message on its way to the recipient.
    enum Action: Sendable {
        case failed, delayed
        /// It went on, or arrived.
        case done
    }

    /// The names of the recipient: whom we wrote to, and where a server sent it on to, as far as they are told.
    let mailboxes: [Mailbox]
    let action: Action
    let status: MailStatus?
    let diagnosis: String

    init(mailboxes: [Mailbox], action: Action, status: MailStatus?, diagnosis: String) {
        self.mailboxes = mailboxes
        self.action = action
        self.status = status
        self.diagnosis = MailBytes.summary(diagnosis)
    }

    private init(_ group: Group) {
        let status = group["status"].flatMap { MailStatus(findingIn: $0.utf8) }
        let action: Action =
            switch group.action {
            case "failed": .failed
            case "delayed": .delayed
            default: .done
            }
        self.init(
            mailboxes: [group["original-recipient"], group["final-recipient"]].compactMap { $0.flatMap(Self.mailbox) },
            action: action, status: status,
            diagnosis: group["diagnostic-code"].map(Self.afterType) ?? "\(group.action) \(status?.description ?? "")")
    }

    /// The reports of a delivery status notification (RFC 3464), one for each recipient. Nil if the message holds no such part. Throws
    /// `notAReturn` if it speaks of success alone.
    static func all(in message: MIMEPart) throws(ReturnedMail.Failure) -> [DeliveryReport]? {
        guard let part = message.all.first(where: { ["message/delivery-status", "message/global-delivery-status"].contains($0.type) })
        else {
            return nil
        }
        let reports = groups(part.body).filter(\.isAboutRecipient).map { DeliveryReport($0) }
        guard reports.contains(where: { $0.action != .done }) else { throw .notAReturn }
        return reports
    }

    /// Whether it is about this mailbox, however its letters are written.
    func names(_ mailbox: String) -> Bool {
        mailboxes.contains { MailBytes.lowered($0.address) == MailBytes.lowered(mailbox) }
    }

    private struct Group {
        let fields: [(name: String, value: String)]
        subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        /// The first group tells of the message; some servers leave out the empty line after it.
        var isAboutRecipient: Bool { !action.isEmpty || fields.contains { ["original-recipient", "final-recipient"].contains($0.name) } }
        /// What the server says it did; servers that leave it out say it by their status.
        var action: String {
            if let action = self["action"] { return MailBytes.lowered(String(action.prefix { $0 != " " })) }
            return switch self["status"]?.utf8.first {
            case UInt8(ascii: "5"): "failed"
            case UInt8(ascii: "4"): "delayed"
            default: ""
            }
        }
    }

    /// Groups of fields, parted by empty lines; some servers leave out the empty line between the first two.
    private static func groups(_ body: [UInt8]) -> [Group] {
        var groups: [Group] = []
        var rest = body[...]
        while !rest.isEmpty, groups.count < 50 {
            let (fields, next) = HeadReader.read(rest)
            if !fields.isEmpty { groups.append(Group(fields: fields)) }
            rest = next
        }
        return groups
    }

    /// `rfc822; amina@example.org`, with or without angle brackets.
    private static func mailbox(_ value: String) -> Mailbox? {
        Mailbox(MailBytes.trimmed(afterType(value)).filter { $0 != "<" && $0 != ">" })
    }

    private static func afterType(_ value: String) -> String {
        guard let semicolon = value.utf8.firstIndex(of: UInt8(ascii: ";")) else { return value }
        return MailBytes.trimmed(String(value[value.index(after: semicolon)...]))
    }
}
