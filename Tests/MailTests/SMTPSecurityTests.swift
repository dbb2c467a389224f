import Foundation
import Testing

@testable import Mail

@Suite("The connection to the mail server")
struct SMTPSecurityTests {
    private let patience = SMTPPatience(connect: .seconds(2), answer: .seconds(2), letter: .seconds(3))

    private func deliver(_ server: SMTPServer) async throws -> Delivery {
        let session = SMTPSession(server: server, hello: "example.org", patience: patience)
        return await session.deliver(try Samples.composer().letter(1, Samples.message(), at: Samples.now))
    }

    private func isUnavailable(_ delivery: Delivery) -> Bool {
        if case .unavailable = delivery { true } else { false }
    }

    @Test("signs in when it must, and says nothing of the password when it is wrong")
    func signIn() async throws {
        let sink = try Sink(["--auth", "els:pä:ss"])
        #expect(try await deliver(sink.server(credentials: "els:p%C3%A4%3Ass@")) == .accepted)
        #expect(try sink.received.map(\.user) == ["els"])
        let wrong = try await deliver(sink.server(credentials: "els:hush@"))
        #expect(isUnavailable(wrong))
        #expect(!"\(wrong)".contains("hush"))
        #expect(isUnavailable(try await deliver(sink.server())))
        #expect(try sink.received.count == 1)
    }

    @Test("is encrypted when the server offers it, and its certificate verified")
    func encryption() async throws {
        let certificate = try Certificate()
        let sink = try Sink(["--certificate", certificate.both.path])
        let trusting = "?tls=offered&ca=\(certificate.certificate.path)"
        #expect(try await deliver(sink.server(trusting, host: "localhost")) == .accepted)
        #expect(try await deliver(sink.server("?tls=required&ca=\(certificate.certificate.path)", host: "localhost")) == .accepted)
        #expect(try sink.received.map(\.tls) == [true, true])
        // Unknown to the system, or made out to another name.
        #expect(isUnavailable(try await deliver(sink.server("?tls=required", host: "localhost"))))
        #expect(isUnavailable(try await deliver(sink.server(trusting, host: "127.0.0.1"))))
        #expect(try sink.received.count == 2)
    }

    @Test("is not made without encryption that is required")
    func required() async throws {
        let sink = try Sink()
        #expect(isUnavailable(try await deliver(sink.server("?tls=required"))))
        #expect(try await deliver(sink.server("?tls=offered")) == .accepted)
    }

    @Test("is encrypted from the first byte by smtps")
    func implicit() async throws {
        let certificate = try Certificate()
        let sink = try Sink(["--certificate", certificate.both.path, "--implicit-tls"])
        #expect(try await deliver(sink.server("?ca=\(certificate.certificate.path)", scheme: "smtps", host: "localhost")) == .accepted)
        #expect(try sink.received.map(\.tls) == [true])
    }

    @Test("does not wait for ever for a server that says nothing")
    func silent() async throws {
        let sink = try Sink(["--slow", "300"])
        let start = ContinuousClock.now
        let delivery = try await deliver(sink.server())
        guard case .interrupted = delivery else {
            Issue.record("\(delivery)")
            return
        }
        #expect(ContinuousClock.now - start < .seconds(60))
    }
}

/// A certificate for `localhost` that nobody knows, made by openssl for one test.
private final class Certificate {
    let folder = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString)")
    var certificate: URL { folder.appending(path: "certificate.pem") }
    var both: URL { folder.appending(path: "both.pem") }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let key = folder.appending(path: "key.pem")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", key.path, "-out", certificate.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try (Data(contentsOf: key) + Data(contentsOf: certificate)).write(to: both)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}
