import Testing

@testable import Mail

@Suite("A returned message")
struct ReturnedMailTests {
    @Test(
        "is understood in every server's form",
        arguments: [
            (ReturnedSamples.postfix, "5.1.1"), (ReturnedSamples.exim, nil), (ReturnedSamples.exchange, "5.1.10"),
            (ReturnedSamples.qmail, "5.1.1"),
            (ReturnedSamples.french, "5.1.1"), (ReturnedSamples.yahoo, nil), (ReturnedSamples.domino, nil),
        ])
    func permanent(_ sample: String, _ status: String?) throws {
        let mail = try ReturnedMail.parse(ReturnedSamples.bytes(sample, id: 41))
        #expect(mail.isPermanent)
        #expect(mail.saysMailboxIsGone)
        #expect(mail.mailbox?.address.lowercased() == "amina@example.sn")
        #expect(mail.status?.description == status)
        #expect(!mail.diagnosis.isEmpty)
        #expect(mail.marks.contains { $0.id == 41 && ReturnedSamples.marks.isOurs($0) })
        #expect(mail.marks.allSatisfy { ReturnedSamples.marks.isOurs($0) })
    }

    @Test("may be a notice that the server tries on", arguments: [ReturnedSamples.postfixDelayed, ReturnedSamples.eximWarning])
    func temporary(_ sample: String) throws {
        let mail = try ReturnedMail.parse(ReturnedSamples.bytes(sample, id: 41))
        #expect(!mail.isPermanent)
        #expect(!mail.saysMailboxIsGone)
    }

    @Test("does not make a full mailbox one that is gone")
    func full() throws {
        let mail = try ReturnedMail.parse(ReturnedSamples.bytes(ReturnedSamples.postfixFull, id: 41))
        #expect(mail.isPermanent)
        #expect(!mail.saysMailboxIsGone)
    }

    @Test(
        "is neither an absence note, nor an answer, nor a receipt",
        arguments: [
            ReturnedSamples.vacation, ReturnedSamples.absent, ReturnedSamples.ticket, ReturnedSamples.answer, ReturnedSamples.success,
        ])
    func others(_ sample: String) throws {
        let bytes = try ReturnedSamples.bytes(sample, id: 41)
        #expect(throws: ReturnedMail.Failure.notAReturn) { try ReturnedMail.parse(bytes) }
    }

    @Test(
        "is a mail system's only by the name of its sender",
        arguments: [
            ("MAILER-DAEMON@relay.example.net (Mail Delivery System)", true), ("MAILER-DAEMON", true),
            ("\"Service\" <Postmaster@example.sn>", true), ("Mail Delivery Subsystem <noreply@example.net>", true),
            ("<MicrosoftExchange329e71ec@tenant.example>", true), ("Amina <amina@example.sn>", false),
            ("Amina <amina@mailer-daemon.example>", false), ("postmaster <amina@example.sn>", false), ("", false),
        ])
    func sender(_ from: String, _ isSystem: Bool) {
        #expect(MailSystem.isSender(from) == isSystem)
    }

    @Test("bears no mark of ours when its code was guessed, or belongs to another message")
    func forged() throws {
        let genuine = try ReturnedSamples.bytes("+b- SENDER", id: 41)
        let words = String(decoding: genuine, as: UTF8.self)
        for forged in [words.replacing("-41-", with: "-42-"), words.replacing("@", with: "0@"), "socle+b-41-0123456789@example.org"] {
            let report = ReturnedSamples.postfix.replacing("SENDER", with: forged).replacing(
                "MESSAGE-ID", with: "41.0123456789@example.org")
            let mail = try ReturnedMail.parse(Array(report.utf8))
            #expect(!mail.marks.contains { ReturnedSamples.marks.isOurs($0) })
        }
    }
}

@Suite("Hostile returned messages")
struct HostileReturnTests {
    @Test(
        "end in a clear error",
        arguments: [
            ([], ReturnedMail.Failure.notAMessage), (Array(repeating: 0, count: 5000), .notAMessage), (Array("hello".utf8), .notAMessage),
            (Array(repeating: UInt8(ascii: "a"), count: 10_000_000), .tooLarge), (Array(repeating: 10, count: 1_000_000), .notAMessage),
            (Array("Subject: x\r\n\r\n".utf8) + Array(repeating: 0, count: 1_000_000), .notAReturn),
            (Array(String(repeating: "a:\n", count: 600_000).utf8), .tooManyParts),
            (Array("From: mailer-daemon\nX: y\n".utf8) + Array(String(repeating: " z\n", count: 600_000).utf8), .notAReturn),
        ] as [([UInt8], ReturnedMail.Failure)])
    func refused(_ bytes: [UInt8], _ failure: ReturnedMail.Failure) {
        #expect(throws: failure) { try ReturnedMail.parse(bytes) }
    }

    @Test("may be nested a hundred deep or hold ten thousand parts")
    func nested() {
        let deep = (0..<100).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let within = String(repeating: "Content-Type: message/rfc822\n\n", count: 100)
        let wide = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 10_000)
        for text in [deep, within, wide] {
            #expect(throws: ReturnedMail.Failure.tooManyParts) { try ReturnedMail.parse(Array(text.utf8)) }
        }
    }

    @Test("cut off or damaged anywhere never stop the program")
    func damaged() throws {
        for sample in [ReturnedSamples.postfix, ReturnedSamples.exchange, ReturnedSamples.exim, ReturnedSamples.french] {
            let bytes = try ReturnedSamples.bytes(sample, id: 41)
            var random = Scrambler(state: 7)
            for length in stride(from: 0, to: bytes.count, by: 7) {
                _ = try? ReturnedMail.parse(Array(bytes.prefix(length)))
                var damaged = bytes
                for _ in 0..<5 { damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
                _ = try? ReturnedMail.parse(damaged)
            }
        }
    }

    @Test("do not hold more than a few marks")
    func manyMarks() throws {
        let marks = (0..<5000).map { "<\($0).0123456789@example.org>" }.joined(separator: "\n")
        #expect(try ReturnedMail.parse(Array((ReturnedSamples.qmail + "\n" + marks).utf8)).marks.count <= 32)
    }
}

/// The same random numbers in every run (xorshift).
private struct Scrambler {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
