import Foundation
import Testing

@testable import Mail

@Suite("A mailbox")
struct MailboxTests {
    @Test(
        "is what mail can be sent to",
        arguments: ["amina@example.sn", "o'brien+socle@mail.example.co.uk", "A.B@EXAMPLE.org", "root@localhost", "a@1.example"])
    func taken(_ text: String) throws {
        let mailbox = try #require(Mailbox(text))
        #expect(mailbox.address.lowercased() == text.lowercased())
        #expect(mailbox.domain == mailbox.domain.lowercased())
    }

    @Test(
        "is nothing that could end a command or a header",
        arguments: [
            "", "amina", "@example.org", "amina@", "a b@example.org", "a@exa mple.org", "amina@example.org\r\nBcc: eve@example.org",
            "a\n@example.org",
            "<a@example.org>", "a@example.org>", "a,b@example.org", "a;b@example.org", "\"a b\"@example.org", ".a@example.org",
            "a.@example.org",
            "a..b@example.org", "a@-example.org", "a@example..org", "a@example.org.", "a@[127.0.0.1]", "a\0@example.org", "é@example.org",
            "a(b)@example.org", "a\\@example.org", "a@b@c@", String(repeating: "a", count: 65) + "@example.org",
            "a@" + String(repeating: "b.", count: 130) + "org",
        ])
    func refused(_ text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test("is one text in JSON, and read with the same care")
    func coded() throws {
        let json = try JSONEncoder().encode([try #require(Mailbox("amina@example.sn"))])
        #expect(try JSONDecoder().decode([Mailbox].self, from: json).first?.address == "amina@example.sn")
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Mailbox].self, from: Data(#"["a b@example.org"]"#.utf8)) }
    }
}
