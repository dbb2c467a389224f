import Testing

@testable import Mail

/// Asking a mail server whether it would take mail, without sending any.
@Suite struct SMTPCheckTests {
    @Test func aServerThatAnswersIsFineAndGetsNoMessage() async throws {
        let sink = try Sink()
        #expect(try await sink.server().check(hello: "site.example") == nil)
        let received = try? sink.received
        #expect(received?.isEmpty ?? true)
    }

    @Test func whatStandsInTheWayIsSaid() async throws {
        let sink = try Sink()
        let unencrypted = try await sink.server("?tls=required").check(hello: "site.example")
        #expect(unencrypted != nil, "a server without TLS does not do where TLS is required")
        let server = try sink.server()
        sink.stop()
        let away = try #require(await server.check(hello: "site.example"))
        #expect(!away.isEmpty)
    }

    @Test func aWrongPasswordIsNoticedAndNotRepeated() async throws {
        let sink = try Sink(["--auth", "els:hush"])
        #expect(try await sink.server(credentials: "els:hush@").check(hello: "site.example") == nil)
        let words = try #require(try await sink.server(credentials: "els:whisper@").check(hello: "site.example"))
        #expect(!words.contains("whisper"))
    }
}
