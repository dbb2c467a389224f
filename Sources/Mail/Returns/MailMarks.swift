internal import Secrets

/// The marks by which a returned message is recognised as ours: its number with a code that only this site can make, in the envelope
/// sender (VERP) and in the Message-ID. Codes are 40 bits: a forger would need a million million messages.
struct MailMarks: Sendable {
    private let key: PurposeKey

    init(secrets: Secrets) {
        key = secrets.key(for: "mail.marks")
    }

    /// The address that message `id` comes from on the envelope: `local+b-{id}-{code}@domain`.
    func sender(of id: Int64, from: Mailbox) -> String {
        "\(from.local)+b-\(id)-\(code(.envelope, id))@\(from.domain)"
    }

    /// What stands between the angle brackets of the Message-ID: `{id}.{code}@{host}`.
    func messageID(of id: Int64, host: String) -> String {
        "\(id).\(code(.messageID, id))@\(host)"
    }

    /// Whether this site made the mark.
    func isOurs(_ mark: ReturnedMail.Mark) -> Bool {
        // An attacker who could time this would still have to send one message per guess.
        mark.code == code(mark.kind, mark.id)
    }

    private func code(_ kind: ReturnedMail.Mark.Kind, _ id: Int64) -> String {
        key.code(for: "\(kind.rawValue) \(id)".utf8).prefix(5).reduce(into: "") { text, byte in
            text += byte < 16 ? "0" : ""
            text += String(byte, radix: 16)
        }
    }
}
