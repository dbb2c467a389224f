import HTML
import Harness
import Mail
import Secrets
import Testing
import Text
import Time

@testable import Mailings

/// What a reader gets: words they can read, called by their name if they have one, and nothing that somebody typed into a name.
@Suite struct WordsTests {
    private static func mailing(_ languages: [Language]) -> Mailing {
        Mailing(
            id: 1, audience: Audience(), isPublic: false,
            words: languages.map { MailingWords(language: $0, subject: $0.code, body: $0.code) }, createdAt: Instant(milliseconds: 0),
            steps: .init())
    }

    @Test func wordsFallBackAlongTheChain() throws {
        let canadian = try #require(Language("fr-CA"))
        let mailing = Self.mailing([.spanish, .french, .english])
        #expect(mailing.words(for: .french)?.language == .french)
        #expect(mailing.words(for: canadian)?.language == .french, "the language it is a form of")
        #expect(mailing.words(for: .dutch)?.language == .english)
        #expect(Self.mailing([.spanish, .french]).words(for: .dutch)?.language == .spanish, "the one written first")
        #expect(Self.mailing([]).words(for: .dutch) == nil)
    }

    @Test(arguments: [("Amina", "Dear Amina, hello"), (nil, "Dear, hello"), ("", "Dear, hello")] as [(String?, String)])
    func aNameIsPutInOrLeftOut(name: String?, expected: String) {
        let words = MailingWords(language: .english, subject: "Dear {name}, hello", body: "Dear {name}, hello")
        #expect(words.subject(for: name) == expected)
        #expect(words.body(for: name) == expected)
    }

    @Test(
        arguments: [
            ("Hello, {name}.", "Hello."), ("Dear { NAME }, hello", "Dear, hello"), ("Merci, {Name} !", "Merci !"),
            ("{name}, read this", "read this"), ("Thanks, {name}, for all", "Thanks, for all"), ("For {name} and others", "For and others"),
            ("Hello {name}", "Hello"), ("Hi {name},\n\nNews", "Hi,\n\nNews"),
        ])
    func noSignsAreLeftWhereANameWouldStand(text: String, expected: String) {
        #expect(MailingWords(language: .english, subject: text, body: text).body(for: nil) == expected)
        let named = MailingWords(language: .english, subject: text, body: text).subject(for: "Amina")
        #expect(named.contains("Amina") && !named.contains("{"))
    }

    @Test(arguments: [("Hi {prenom}", "{prenom}"), ("{{name}}", "{{name}}"), ("Hi { first name }", "{ first name }")])
    func whatIsNoPlaceholderIsTold(text: String, expected: String) {
        #expect(MailingPlaceholder.unknown(in: text) == expected)
        for fine in ["{name}", "{ NAME }", "{1, 2}", "\\{x\\}", "{}", "a } b {"] { #expect(MailingPlaceholder.unknown(in: fine) == nil) }
    }

    @Test(arguments: ["[x](https://evil.example)", "**A**", "A\r\nBcc: b@example.org", "<b>A</b>", "# A", "{name}", "A\n\n# B"])
    func aNameIsNeverMarkup(name: String) {
        let words = MailingWords(language: .english, subject: "For {name}", body: "{name}")
        let html = "\(Markdown.render(words.body(for: name)))"
        #expect(html.hasPrefix("<p>") && html.dropFirst(3).contains("</p>"))
        for mark in ["<a", "<b>", "<strong", "<h2"] { #expect(!html.contains(mark), "\(html)") }
        #expect(!words.subject(for: name).contains { $0.isNewline })
    }

    @Test func linksToThisSiteAreWrittenOut() throws {
        let base = try #require(WebURL("https://site.example"))
        #expect(
            MailingLetters.complete("[a](/en/x) [b](https://c.example)", at: base)
                == "[a](https://site.example/en/x) [b](https://c.example)")
    }

    @Test func aLinkKnowsItsMailboxAndCannotBeMade() throws {
        let key = Secrets(master: Array(repeating: 7, count: 32)).key(for: "mailings.unsubscribe")
        let other = Secrets(master: Array(repeating: 8, count: 32)).key(for: "mailings.unsubscribe")
        let link = UnsubscribeLink(mailbox: "amina@example.org", source: "members", mailing: 12)
        let token = try link.token(key)
        #expect(UnsubscribeLink(token: token, key) == link)
        #expect(UnsubscribeLink(token: token, other) == nil)
        for bad in ["", "x", String(token.dropLast()), token + "A", String(repeating: "A", count: 5000), "%00", "é"] {
            #expect(UnsubscribeLink(token: bad, key) == nil)
        }
        #expect(token.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 } && token.utf8.count < 200)
    }

    @Test(arguments: TestEngine.allCases) func aMessageSaysWhyAndHowToEndIt(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.limit()
            try await desk.add(["amina@example.org"], name: "Amina-[x](/y)", language: "fr")
            try await desk.add(["not a mailbox"], language: "fr")
            let id = try await desk.sending()
            try await desk.feeder.feedOnce()
            let message = try #require(try await desk.messages().first)
            #expect(message.language == .english, "no words in French")
            #expect(message.unsubscribe?.hasPrefix("https://site.example/en/mailings/unsubscriptions/") == true)
            let text = desk.services.composer.text(message)
            #expect(
                text.contains("Dear Amina-[x](/y), hello.") && text.contains("secretariat of Socle") && text.contains("/unsubscriptions/"))
            #expect(try await desk.counts(id) == [.handed: 1, .failed: 1])
        }
    }
}
