/// What an SMTP server last said.
struct SMTPReply: Hashable, Sendable {
    /// Three digits; 0 if it said nothing.
    let code: Int
    /// Its words, printable and at most 300 characters.
    let text: String

    /// The answer that begins with this line.
    init(line: some Collection<UInt8>) {
        let digits = line.prefix(3)
        code = digits.count == 3 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
        let printable = line.prefix(300).map { (32...126).contains($0) ? $0 : UInt8(ascii: " ") }
        var text = String(decoding: printable, as: UTF8.self)
        while text.hasSuffix(" ") { text.removeLast() }
        self.text = text
    }

    /// The enhanced code behind the three digits (RFC 2034), if the server sends them.
    var status: MailStatus? {
        let word = text.utf8.dropFirst(4).prefix { $0 != 32 }
        return MailStatus(findingIn: word)
    }

    /// Whether the same message may be taken later. Refusals by policy (530 to 538, x.7.x: our address is listed, we did not sign in) speak of
    /// us and not of the person; they are mended by people, within the days that we try.
    var isTemporary: Bool {
        (400..<500).contains(code) || [530, 534, 535, 538].contains(code) || status?.subject == 7
    }

    /// Whether the server says that there is no such mailbox.
    var saysMailboxIsGone: Bool {
        guard !isTemporary else { return false }
        return status?.saysMailboxIsGone ?? [550, 551, 553].contains(code)
    }
}
