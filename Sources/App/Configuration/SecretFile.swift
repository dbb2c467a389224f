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
        let path = folder.appending(path: "secret").path(percentEncoded: false)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: path) {
            // Two starts at once make one secret: whoever links first wins, and both read what stands there.
            let draft = folder.appending(path: "secret.\(UInt64.random(in: .min ... .max))").path(percentEncoded: false)
            defer { try? FileManager.default.removeItem(atPath: draft) }
            let made = FileManager.default.createFile(
                atPath: draft, contents: Data(Token.random().text.utf8), attributes: [.posixPermissions: 0o600])
            guard made else { throw CocoaError(.fileWriteUnknown) }
            try? FileManager.default.linkItem(atPath: draft, toPath: path)
        }
        let secret = try Array(Data(contentsOf: URL(filePath: path)))
        guard secret.count >= 32 else { throw Failure.tooShort(path) }
        return secret
    }
}
