/// What a server reports about one recipient.
struct DeliveryReport {
    let mailbox: Mailbox?
    let isPermanent: Bool
    let status: MailStatus?
    let diagnosis: String

    init(mailbox: Mailbox?, isPermanent: Bool, status: MailStatus?, diagnosis: String) {
        self.mailbox = mailbox
        self.isPermanent = isPermanent
        self.status = status
        self.diagnosis = MailBytes.summary(diagnosis)
    }

    /// The report of a delivery status notification (RFC 3464): its first failed recipient, else its first delayed one. Nil if the message holds no
    /// such part. Throws `notAReturn` if it speaks of success alone.
    init?(_ message: MIMEPart) throws(ReturnedMail.Failure) {
        guard let part = message.all.first(where: { ["message/delivery-status", "message/global-delivery-status"].contains($0.type) })
        else {
            return nil
        }
        let recipients = Self.groups(part.body)
        guard let group = recipients.first(where: { $0.action == "failed" }) ?? recipients.first(where: { $0.action == "delayed" }) else {
            throw .notAReturn
        }
        let status = group["status"].flatMap { MailStatus(findingIn: $0.utf8) }
        self.init(
            mailbox: (group["original-recipient"] ?? group["final-recipient"]).flatMap(Self.mailbox),
            isPermanent: group.action == "failed", status: status,
            diagnosis: group["diagnostic-code"].map(Self.afterType) ?? "\(group.action) \(status?.description ?? "")")
    }

    private struct Group {
        let fields: [(name: String, value: String)]
        subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
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
