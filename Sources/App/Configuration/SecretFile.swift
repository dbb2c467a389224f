internal import Foundation
internal import Secrets

/// The site's secret when none is set: made on first start, kept in the data folder, readable by its owner alone.
enum SecretFile {
    enum Failure: Error, CustomStringConvertible {
        case tooShort(String)

        var description: String {
            switch self {
            case .tooShort(let path): "the secret in \(path) has fewer than 32 characters"
            }
        }
    }

    static func read(orMakeIn folder: URL) throws -> [UInt8] {
        if let secret = try find(in: folder) { return secret }
        try put(Array(Token.random().text.utf8), in: folder)
        return try find(in: folder) ?? []
    }

    /// The secret that is there, or nil.
    static func find(in folder: URL) throws -> [UInt8]? {
        let path = path(in: folder)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let secret = try Array(Data(contentsOf: URL(filePath: path)))
        guard secret.count >= 32 else { throw Failure.tooShort(path) }
        return secret
    }

    /// Puts a secret down, unless there is one: of two at once, whoever links first wins.
    static func put(_ secret: [UInt8], in folder: URL) throws {
        let draft = try draft(secret, in: folder)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try? FileManager.default.linkItem(atPath: draft, toPath: path(in: folder))
    }

    /// Puts a secret in the place of the one that is there, which is kept beside it as `secret.replaced`.
    static func replace(by secret: [UInt8], in folder: URL) throws {
        let draft = try draft(secret, in: folder)
        let path = path(in: folder)
        try? FileManager.default.removeItem(atPath: "\(path).replaced")
        try FileManager.default.linkItem(atPath: path, toPath: "\(path).replaced")
        guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    static func path(in folder: URL) -> String {
        folder.appending(path: "secret").path(percentEncoded: false)
    }

    private static func draft(_ secret: [UInt8], in folder: URL) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let draft = "\(path(in: folder)).\(UInt64.random(in: .min ... .max))"
        let made = FileManager.default.createFile(atPath: draft, contents: Data(secret), attributes: [.posixPermissions: 0o600])
        guard made else { throw CocoaError(.fileWriteUnknown) }
        return draft
    }
}
