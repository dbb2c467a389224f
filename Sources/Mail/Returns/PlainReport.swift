/// A failure reported in a server's own words: qmail, Exim, Yahoo, Domino and others that write no RFC 3464 part. An automatic answer of a person
/// must never be taken for one, so both the sender and the words have to be a mail system's. Neither an empty Return-Path nor Auto-Submitted
/// tells them apart: absence notes bear both.
struct PlainReport {
    /// One for each mailbox that failed; one without a mailbox where none is named.
    let reports: [DeliveryReport]

    init?(_ message: MIMEPart) {
        let subject = MailBytes.lowered(message["subject"] ?? "")
        let failedRecipients = message["x-failed-recipients"]
        guard failedRecipients != nil || MailSystem.isSender(message["from"] ?? "") else { return nil }
        guard let text = message.all.first(where: { $0.type == "text/plain" && $0.parts.isEmpty })?.body.prefix(20_000) else { return nil }
        let lines = MailBytes.lines(text).prefix(400).map { MailBytes.trimmed(MailBytes.text($0)) }
        let words = MailBytes.lowered(lines.joined(separator: " "))
        guard failedRecipients != nil || Self.failures.contains(where: { subject.contains($0) || words.contains($0) }) else { return nil }

        let isNotice = Self.notices.contains { subject.contains($0) || words.contains($0) }
        let status = MailStatus(findingIn: words.utf8)
        let reply = lines.lazy.compactMap(Self.reply).first
        let isFinal =
            status?.kind == 5 || reply.map { (500..<600).contains($0.code) } ?? false || Self.finals.contains { words.contains($0) }
        let said = (failedRecipients ?? "").split(separator: ",").prefix(50).compactMap { Mailbox(MailBytes.trimmed(String($0))) }
        let mailboxes: [Mailbox?] = said.isEmpty ? [lines.lazy.compactMap(Self.mailbox).first] : said
        let diagnosis = reply?.text ?? lines.first { MailStatus(findingIn: $0.utf8) != nil } ?? subject
        reports = mailboxes.map {
            DeliveryReport(
                mailboxes: [$0].compactMap { $0 }, action: isFinal && !isNotice ? .failed : .delayed,
                status: status ?? reply?.status, diagnosis: diagnosis)
        }
    }

    private static let failures = [
        "failure notice", "unable to deliver", "undeliver", "returned mail", "mail delivery failed", "delivery failure",
        "delivery has failed",
        "delivery failed",
        "delivery status notification", "could not be delivered", "couldn't be delivered", "wasn't able to deliver", "wasn't delivered",
        "message delayed", "delivery delayed", "has not been delivered", "non remis", "échec de la remise", "no se puede entregar",
        "no se ha podido entregar",
        "onbestelbaar", "niet worden bezorgd", "unzustellbar",
    ]
    private static let notices = [
        "warning: message", "delivery delayed", "message delayed", "will be retried", "still trying", "no action is required",
        "will keep trying",
        "will continue to try",
    ]
    private static let finals = [
        "permanent error", "permanent fatal error", "this is a permanent", "giving up", "user unknown", "unknown user", "no such user",
        "does not exist",
        "mailbox unavailable", "address not found", "recipient not found", "not found by smtp address lookup",
        "this user doesn't have a", "this account has been disabled or discontinued",
        "not listed in domino directory", "not listed in public name & address book",
    ]

    /// A line that quotes an SMTP answer: `550 5.1.1 <…>: user unknown`, also after other words.
    private static func reply(_ line: String) -> SMTPReply? {
        let bytes = Array(line.utf8)
        for index in bytes.indices.dropLast(3) {
            guard bytes[index] == UInt8(ascii: "4") || bytes[index] == UInt8(ascii: "5"), index == 0 || !isWord(bytes[index - 1]),
                isDigit(bytes[index + 1]), isDigit(bytes[index + 2]), [32, UInt8(ascii: "-")].contains(bytes[index + 3]),
                bytes[index + 1] < UInt8(ascii: "6")
            else { continue }
            return SMTPReply(line: bytes[index...])
        }
        return nil
    }

    /// A line that is nothing but an address: `<amina@example.org>:` or indented.
    private static func mailbox(_ line: String) -> Mailbox? {
        guard line.utf8.count < 300 else { return nil }
        let edges: Set<Character> = ["<", ">", ":", "'", "\"", " "]
        return Mailbox(String(line.drop { edges.contains($0) }.reversed().drop { edges.contains($0) }.reversed()))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == 46 || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
