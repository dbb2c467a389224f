public import HTML
public import Secrets
public import Text
internal import Time

/// Makes letters from messages: the same blocks as plain text and as HTML, under the site's letterhead.
public struct Composer: Sendable {
    private let letterhead: Letterhead
    private let catalogue: Catalogue
    private let marks: MailMarks

    /// A composer whose own few words come from `catalogue` (keys `mail.…`).
    public init(letterhead: Letterhead, catalogue: Catalogue, secrets: Secrets) {
        self.letterhead = letterhead
        self.catalogue = catalogue
        self.marks = MailMarks(secrets: secrets)
    }

    /// The host that our mail comes from.
    var host: String { letterhead.from.domain }

    /// What the message says, as its plain-text part.
    public func text(_ message: Message) -> String {
        MailText(message, words: words(for: message)).text
    }

    /// What the message says, as its HTML part: a whole page.
    public func page(_ message: Message) -> HTML {
        MailPage(message, words: words(for: message)).html
    }

    /// The letter of message `id`, dated `instant`. Nothing in it is random: the same message makes the same letter.
    func letter(_ id: Int64, _ message: Message, at instant: Instant) -> Letter {
        let words = words(for: message)
        let messageID = marks.messageID(of: id, host: host)
        // "=_" stands in neither encoding, so no part can contain its boundary.
        let boundary = "=_\(messageID.prefix { $0 != "@" })"
        var fields = [
            HeaderField("From", display: letterhead.sender(message.language), mailbox: letterhead.from),
            HeaderField("To", "<\(message.to.address)>"),
            HeaderField("Subject", words: message.subject),
            HeaderField("Date", MailDate.text(instant)),
            HeaderField("Message-ID", "<\(messageID)>"),
            HeaderField("Auto-Submitted", "auto-generated"),
            HeaderField("Content-Language", message.language.code),
            HeaderField("MIME-Version", "1.0"),
            HeaderField("Content-Type", "multipart/alternative; boundary=\"\(boundary)\""),
        ]
        if let replyTo = letterhead.replyTo { fields.append(HeaderField("Reply-To", "<\(replyTo.address)>")) }
        if let address = words.unsubscribe?.description, address.utf8.count < 900 {
            fields.append(HeaderField("List-Unsubscribe", "<\(address)>"))
            fields.append(HeaderField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
        }
        var bytes = Array(fields.map(\.line).joined().utf8)
        bytes += part("text/plain", MailText(message, words: words).text, boundary: boundary)
        bytes += part("text/html", String(decoding: MailPage(message, words: words).html.utf8, as: UTF8.self), boundary: boundary)
        bytes += "\r\n--\(boundary)--\r\n".utf8
        return Letter(sender: marks.sender(of: id, from: letterhead.from), recipient: message.to, bytes: bytes)
    }

    private func part(_ type: StaticString, _ text: String, boundary: String) -> [UInt8] {
        let (encoding, bytes) = BodyEncoding.shortest(text)
        let head = "\r\n--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: \(encoding.rawValue)\r\n\r\n"
        return Array(head.utf8) + bytes
    }

    private func words(for message: Message) -> MailWords {
        let t = catalogue.translator(for: message.language)
        return MailWords(
            site: letterhead.name(message.language), unsubscribe: message.unsubscribe.flatMap { WebURL($0) }, language: message.language,
            t: t)
    }
}
