import Foundation
import Hummingbird
import Logging

/// The fastest Hummingbird can be: no router, no middleware, the same bytes for every request.
/// `bin/bench` measures Socle's page cache against it.
///
///     bare PORT FILE CONTENT-TYPE [CONTENT-ENCODING]
@main
struct Bare {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let port = Int(arguments[1]), let file = FileManager.default.contents(atPath: arguments[2]) else {
            print("usage: bare PORT FILE CONTENT-TYPE [CONTENT-ENCODING]")
            exit(64)
        }
        var headers = HTTPFields()
        headers[.contentType] = arguments[3]
        if arguments.count > 4 { headers[.contentEncoding] = arguments[4] }
        let answer = Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file)))
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let responder = CallbackResponder<BasicRequestContext> { _, _ in answer }
        try await Application(
            responder: responder,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "bare"),
            logger: logger
        ).runService()
    }
}
