import HTML
import Testing
import Text
import Time

@testable import Mail

@Suite("A letter")
struct LetterTests {
    private func letter(_ message: Message, composer: Composer) -> Letter {
        composer.letter(41, message, at: Samples.now)
    }

    @Test("is read by another mail program as it was meant")
    func readable() throws {
        let composer = try Samples.composer(name: "Protection sociale, “pour tous”", replyTo: "bureau@example.org")
        let message = try Samples.message(subject: "Été à Dakar : votre signature pour la protection sociale adéquate de toutes et tous")
        let read = try PythonHelper.read(letter(message, composer: composer).bytes)
        #expect(read.defects == [])
        #expect(read.types == ["multipart/alternative", "text/plain", "text/html"])
        #expect(read.header("Subject") == message.subject)
        #expect(read.header("From") == "\"Protection sociale, “pour tous”\" <socle@example.org>")
        #expect(read.header("To") == "amina@example.sn" || read.header("To") == "<amina@example.sn>")
        #expect(read.header("Reply-To") == "<bureau@example.org>" || read.header("Reply-To") == "bureau@example.org")
        #expect(read.header("Date") == "Sat, 17 Oct 2026 08:00:00 +0000")
        #expect(read.header("Auto-Submitted") == "auto-generated")
        #expect(read.header("Content-Language") == "fr")
        #expect(read.header("List-Unsubscribe") == nil)
        #expect(read.texts[0].replacing("\r\n", with: "\n") == composer.text(message))
        #expect(read.texts[1].replacing("\r\n", with: "\n") == composer.page(message).description)
    }

    @Test("says the same in its text and in its page")
    func sameWords() throws {
        let composer = try Samples.composer()
        let message = try Samples.message(unsubscribe: "https://example.org/fr/stop/1")
        let text = composer.text(message)
        for words in [
            "merci d’avoir signé", "Confirmer ma signature", "Votre code", "482 913", "Protection sociale pour tous", "/fr/stop/1",
        ] {
            #expect(text.contains(words))
            #expect(composer.page(message).description.contains(words))
        }
        #expect(text.contains("\nhttps://example.org/fr/signatures/confirmation?token=abc&x=é\n"))
        #expect(
            composer.page(message).description.contains("href=\"https://example.org/fr/signatures/confirmation?token=abc&amp;x=%C3%A9\""))
    }

    @Test("sets Markdown in its page and shows it in its text without its signs")
    func markdown() throws {
        let composer = try Samples.composer()
        let message = try Samples.message(blocks: [.markdown("## We\n\nDear Jean\\-\\*Luc\\*, **all** \\n <b>x</b> \\\\")])
        let (text, page) = (composer.text(message), composer.page(message).description)
        #expect(text.contains("We\n\nDear Jean-*Luc*, all \\n <b>x</b> \\\n"))
        #expect(page.contains("<h2>We</h2>") && page.contains("Jean-*Luc*, <strong>all</strong>") && !page.contains("<b>"))
    }

    @Test("keeps to ASCII in short lines whatever the script, and to the script's direction")
    func scripts() throws {
        let composer = try Samples.composer(name: "ការគាំពារសង្គម")
        let khmer = String(repeating: "ការគាំពារសង្គមសម្រាប់ទាំងអស់គ្នា ", count: 200)
        let arabic = try #require(Language("ar"))
        let message = try Samples.message(
            language: arabic, subject: khmer, blocks: [.paragraph(khmer), .paragraph(String(repeating: "x", count: 5000))])
        let read = try PythonHelper.read(letter(message, composer: composer).bytes)
        #expect(read.defects == [])
        #expect(read.isAscii)
        #expect(!read.hasBareEnds)
        #expect(read.longest <= 78)
        #expect(read.header("Subject") == khmer)
        #expect(read.texts[0].contains(khmer))
        let page = composer.page(message).description
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(page.contains("<span lang=\"en\" dir=\"ltr\">This message was sent by"))
    }

    @Test(
        "grows no header out of what people write",
        arguments: [
            "x\r\nBcc: eve@example.org", "x\nBcc: eve@example.org", "x\rBcc: eve@example.org", "x\u{2028}Bcc: eve@example.org\u{85}y\0",
            "=?utf-8?Q?x=0ABcc:_eve=40example.org?=",
        ])
    func injection(_ hostile: String) throws {
        let composer = try Samples.composer(name: hostile)
        let plain = try PythonHelper.read(letter(Samples.message(), composer: Samples.composer()).bytes)
        let message = try Samples.message(subject: hostile, blocks: [.paragraph(hostile)], unsubscribe: "https://example.org/\(hostile)")
        let bytes = letter(message, composer: composer).bytes
        let read = try PythonHelper.read(bytes)
        #expect(
            Set(read.headers.map { $0[0] }).subtracting(["List-Unsubscribe", "List-Unsubscribe-Post"]) == Set(plain.headers.map { $0[0] }))
        #expect(read.types == plain.types)
        let head = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n\r\n")[0]
        #expect(!head.contains("\r\nBcc"))
    }

    @Test("escapes what people write in its page, and links to nothing but addresses of the web")
    func escaped() throws {
        let composer = try Samples.composer(name: "<script>1</script>")
        let message = try Samples.message(
            subject: "</title><script>2</script>",
            blocks: [.paragraph("<img src=x onerror=3>"), .button(label: "<b>", url: "javascript:alert(4)"), .code("<i>"), .note("a\nb")])
        let page = composer.page(message).description
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>") && !page.contains("<i>"))
        #expect(!page.contains("href=\"javascript"))
        #expect(page.contains("a<br>b"))
    }

    @Test("can be stopped with one click if it is bulk mail")
    func unsubscribe() throws {
        let read = try PythonHelper.read(
            letter(Samples.message(unsubscribe: "https://example.org/fr/stop/1"), composer: Samples.composer()).bytes)
        #expect(read.header("List-Unsubscribe") == "<https://example.org/fr/stop/1>")
        #expect(read.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
    }

    @Test("has its own words in every language of the interface", arguments: Language.interface)
    func words(_ language: Language) throws {
        #expect(try Samples.catalogue().gaps() == [])
        #expect(try Samples.catalogue().disagreements() == [])
        let text = try Samples.composer(name: "Socle").text(Samples.message(language: language, unsubscribe: "https://example.org/stop"))
        #expect(text.contains("Socle.\n") && !text.contains("mail.") && !text.contains("%@"))
    }

    @Test("comes from an address that is its own, on the envelope and as its number")
    func marks() throws {
        let composer = try Samples.composer()
        let letter = letter(try Samples.message(), composer: composer)
        #expect(letter.sender.contains(#/^socle\+b-41-[0-9a-f]{10}@example\.org$/#))
        #expect(try PythonHelper.read(letter.bytes).header("Message-ID")?.contains(#/^<41\.[0-9a-f]{10}@example\.org>$/#) == true)
        #expect(composer.letter(42, try Samples.message(), at: Samples.now).sender != letter.sender)
    }
}

@Suite("Encodings of mail")
struct EncodingTests {
    @Test(
        "quoted-printable follows RFC 2045",
        arguments: [
            ("a=b", "a=3Db\r\n"), ("é", "=C3=A9\r\n"), ("end \nof line\t", "end=20\r\nof line=09\r\n"), ("a\r\nb\rc", "a\r\nb\r\nc\r\n"),
            ("a\0b", "ab\r\n"), ("", ""),
            (String(repeating: "x", count: 100), String(repeating: "x", count: 75) + "=\r\n" + String(repeating: "x", count: 25) + "\r\n"),
        ])
    func quotedPrintable(_ text: String, _ expected: String) {
        let encoded = BodyEncoding.quotedPrintable(BodyEncoding.networkLines(text))
        #expect(String(decoding: encoded, as: UTF8.self) == expected)
        #expect(MailBytes.withoutQuotedPrintable(encoded[...]) == BodyEncoding.networkLines(text))
    }

    @Test(
        "dates are in English and right for every day",
        arguments: [
            (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (1_767_225_599_999, "Wed, 31 Dec 2025 23:59:59 +0000"),
        ])
    func dates(_ milliseconds: Int64, _ expected: String) {
        #expect(MailDate.text(Instant(milliseconds: milliseconds)) == expected)
    }
}
