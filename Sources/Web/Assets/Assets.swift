public import Foundation
public import HTML
internal import HTTPTypes
internal import Secrets

/// The files of the site's appearance, loaded at the start and addressed by their content (`/assets/socle.3fa9c2….css`), so that browsers
/// may keep them for a year.
public struct Assets: Sendable {
    private struct File: Sendable {
        let path: URLPath
        let bytes: [UInt8]
        let type: String
        let isNamedByContent: Bool
    }

    private var files: [String: File] = [:]

    /// No files.
    public init() {}

    /// Files by name.
    public init(files: [String: [UInt8]]) {
        for (name, bytes) in files { add(name, bytes) }
    }

    /// Every file of a folder, not of folders in it. Throws what reading them throws.
    public init(folder: URL) throws {
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isRegularFileKey]) {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            add(file.lastPathComponent, [UInt8](try Data(contentsOf: file)))
        }
    }

    /// The address of a file. Traps if there is none of that name: the page would be without its style.
    public func path(_ name: String) -> URLPath {
        guard let file = files[name] else { preconditionFailure("there is no asset “\(name)”") }
        return file.path
    }

    /// The names of the files, sorted.
    public var names: [String] { files.keys.sorted() }

    /// These files with other content in one of them; nil if it is the same. Traps if there is none of that name.
    func replacing(_ name: String, with bytes: [UInt8]) -> Assets? {
        guard let file = files[name] else { preconditionFailure("there is no asset “\(name)”") }
        guard file.bytes != bytes else { return nil }
        var assets = self
        assets.add(name, bytes)
        return assets
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) {
        let ending = (name.split(separator: ".").last ?? "").lowercased()
        // Browsers ask for this one by name, whatever a page says.
        let isNamedByContent = name != "favicon.ico"
        let stem = name.dropLast(ending.utf8.count + 1)
        let segments = isNamedByContent ? ["assets", "\(stem).\(Digest.hex(bytes, first: 8)).\(ending)"] : [name]
        files[name] = File(
            path: URLPath(segments: segments), bytes: bytes, type: Self.types[ending] ?? "application/octet-stream",
            isNamedByContent: isNamedByContent)
    }

    /// The answers by address, packed as tightly as can be; and by bare name, for those who ask for a former address.
    func ready(_ securityFields: HTTPFields) -> [String: ReadyAnswer] {
        var answers: [String: ReadyAnswer] = [:]
        for (name, file) in files {
            var fields = securityFields
            fields[.contentType] = file.type
            fields[.cacheControl] = file.isNamedByContent ? "public, max-age=31536000, immutable" : "public, max-age=86400"
            answers[file.path.description] = ReadyAnswer(Rendered(status: .ok, fields: fields, bytes: file.bytes), .file)
            guard file.isNamedByContent else { continue }
            fields[.cacheControl] = "no-cache"
            answers[name] = ReadyAnswer(Rendered(status: .ok, fields: fields, bytes: file.bytes), .once)
        }
        return answers
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "jpg": "image/jpeg", "webp": "image/webp", "ico": "image/x-icon", "woff2": "font/woff2", "txt": "text/plain; charset=utf-8",
        "json": "application/json", "webmanifest": "application/manifest+json",
    ]
}
