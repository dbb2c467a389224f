import Foundation

/// Programs in Tests/Support that read or take mail as the rest of the world does.
enum PythonHelper {
    static func url(_ name: String) -> URL {
        URL(filePath: #filePath).appending(path: "../../Support/\(name)").standardized
    }

    /// What a mail program sees in a message.
    struct ReadMail: Decodable {
        let headers: [[String]]
        let types: [String]
        let texts: [String]
        let defects: [String]
        let longest: Int
        let isAscii: Bool
        let hasBareEnds: Bool

        func header(_ name: String) -> String? { headers.first { $0[0] == name }?[1] }
    }

    static func read(_ message: [UInt8]) throws -> ReadMail {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", url("read-mail").path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(message))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(ReadMail.self, from: data)
    }
}
