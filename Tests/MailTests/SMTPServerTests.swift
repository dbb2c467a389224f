import Testing

@testable import Mail

@Suite("The setting of the mail server")
struct SMTPServerTests {
    @Test(
        "chooses port and encryption sensibly",
        arguments: [
            ("smtp://mail.example.org", 25, SMTPServer.TLS.offered), ("smtp://127.0.0.1:2525", 2525, .off), ("smtp://localhost", 25, .off),
            ("smtp://[::1]:25", 25, .off), ("smtps://u:p@mail.example.org", 465, .implicit),
            ("smtp://u:p@mail.example.org", 587, .required),
            ("smtp://u:p@mail.example.org?tls=offered", 587, .offered), ("smtp://localhost?tls=required", 25, .required),
            ("SMTP://mail.example.org/", 25, .offered),
        ])
    func chosen(_ text: String, _ port: Int, _ tls: SMTPServer.TLS) throws {
        let server = try SMTPServer(parsing: text)
        #expect(server.port == port)
        #expect(server.tls == tls)
    }

    @Test("holds what stands in it, the password in no description")
    func credentials() throws {
        let server = try SMTPServer(parsing: "smtp://els%40example.org:p%C3%A4ss%2F@mail.example.org:2587?tls=required&ca=/etc/ca.pem")
        #expect(server.user == "els@example.org")
        #expect(server.password == "päss/")
        #expect(server.certificates == "/etc/ca.pem")
        #expect("\(server)" == "smtp://mail.example.org:2587")
        #expect(!String(reflecting: server).contains("päss"))
    }

    @Test(
        "is refused with a reason",
        arguments: [
            ("mail.example.org", SMTPServer.Failure.notAnAddress), ("http://mail.example.org", .notAnAddress), ("smtp://", .notAnAddress),
            ("smtp://host/path", .notAnAddress), ("smtp://host:99999", .notAnAddress), ("smtp://user@host", .halfACredential),
            ("smtp://host?tls=maybe", .option("tls")), ("smtp://host?tls=implicit", .option("tls")),
            ("smtps://host?tls=off", .option("tls")),
            ("smtp://host?verify=no", .option("verify")), ("smtp://host?ca=", .option("ca")),
        ])
    func refused(_ text: String, _ failure: SMTPServer.Failure) {
        #expect(throws: failure) { try SMTPServer(parsing: text) }
    }
}

@Suite("What mail servers answer")
struct SMTPReplyTests {
    @Test(
        "is taken for what it says",
        arguments: [
            ("550 5.1.1 <a@b>: user unknown", false, true), ("550 no such user", false, true), ("552 5.2.2 mailbox full", false, false),
            ("554 5.7.1 relay access denied", true, false), ("530 5.7.0 must issue STARTTLS", true, false),
            ("451 4.7.1 greylisted", true, false),
            ("554 5.6.0 message refused", false, false), ("550-5.1.1 The email account", false, true),
            ("554 transaction failed", false, false),
            ("550 5.2.1 disabled.", false, true),
        ])
    func replies(_ line: String, _ isTemporary: Bool, _ isGone: Bool) {
        let reply = SMTPReply(line: line.utf8)
        #expect(reply.isTemporary == isTemporary)
        #expect(reply.saysMailboxIsGone == isGone)
    }

    @Test("is kept short and printable")
    func printable() {
        let reply = SMTPReply(line: "550 \u{1B}[31mred\r\nX: é".utf8 + Array(repeating: 120, count: 1000))
        #expect(reply.text.utf8.count == 300)
        #expect(reply.text.utf8.allSatisfy { (32...126).contains($0) })
    }

    @Test(
        "codes are found in sentences and nowhere else",
        arguments: [
            ("smtp; 550 5.1.1 unknown", "5.1.1"), ("(status 4.2.2.)", "4.2.2"), ("from 5.1.1.2", nil), ("version 5.1.1a", nil),
            ("3.1.1", nil), ("5.1", nil),
            ("5.1234.1", nil), ("", nil),
        ])
    func statuses(_ text: String, _ expected: String?) {
        #expect(MailStatus(findingIn: text.utf8)?.description == expected)
    }
}
