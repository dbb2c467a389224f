import Foundation
import Testing

@testable import Mail

/// The SMTP server of Tests/Support, running for one test.
final class Sink {
    /// A message that it took.
    struct Received: Decodable {
        let from: String
        let to: [String]
        let message: String
        let connection: Int
        let hello: String
        let tls: Bool
        let user: String?
    }

    let folder: URL
    let port: Int
    private let process = Process()
    private let input = Pipe()

    init(_ options: [String] = [], port: Int = 0) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sink-\(UUID().uuidString)")
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", PythonHelper.url("smtp-sink").path, folder.path, "--port", "\(port)"] + options
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1) { line += byte }
        self.port = try #require(Int(String(decoding: line, as: UTF8.self).filter(\.isNumber)))
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: folder)
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    func server(_ options: String = "", scheme: String = "smtp", host: String = "127.0.0.1", credentials: String = "") throws -> SMTPServer
    {
        try SMTPServer(parsing: "\(scheme)://\(credentials)\(host):\(port)\(options)")
    }

    var received: [Received] {
        get throws {
            let text = try String(contentsOf: folder.appending(path: "messages.jsonl"), encoding: .utf8)
            return try text.split(separator: "\n").map { try JSONDecoder().decode(Received.self, from: Data($0.utf8)) }
        }
    }
}
