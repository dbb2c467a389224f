public import Foundation

/// Where the files that belong to the program lie: catalogues, assets, default pages. SwiftPM puts those of the target `Web` into
/// `socle_Web.resources` beside the program. (Own loader: `Bundle.module` of a program that was moved reads the build folder or traps.)
public struct ResourceFolder: Sendable {
    /// The folder that holds `socle_<Target>.resources/…`.
    public let url: URL

    /// `environment` is the value of `SOCLE_RESOURCES`; without it, or if it is empty, the folder of the running program counts, symbolic links followed.
    /// Throws `ResourceError.noFolder` if there is no such folder.
    public init(environment: String?, program: URL) throws(ResourceError) {
        if let environment, !environment.isEmpty {
            url = URL(filePath: environment, directoryHint: .isDirectory)
        } else {
            url = program.resolvingSymlinksInPath().deletingLastPathComponent()
        }
        guard url.isFolder else { throw .noFolder(url.path) }
    }

    /// The file or folder of that name among the resources of a target; throws `ResourceError.noFile` if it is not there.
    public func file(_ name: String, of target: String) throws(ResourceError) -> URL {
        for ending in Self.endings {
            let file = url.appending(path: "socle_\(target).\(ending)/\(name)")
            if FileManager.default.fileExists(atPath: file.path) { return file }
        }
        throw .noFile(name, target: target, folder: url.path)
    }

    /// Every file with that extension (no dot) among the resources of the program's targets, sorted by path; those of test targets do not count.
    /// Throws `ResourceError.unreadable` if the folder cannot be listed.
    public func files(withExtension type: String) throws(ResourceError) -> [URL] {
        let manager = FileManager.default
        let names: [String]
        do { names = try manager.contentsOfDirectory(atPath: url.path) } catch { throw .unreadable(url.path) }
        let files = names.filter(Self.belongsToProgram).flatMap { name in
            let folder = url.appending(path: name)
            return (manager.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).map { folder.appending(path: $0) }
        }
        return files.filter { $0.pathExtension == type }.sorted { $0.path < $1.path }
    }

    /// SwiftPM's ending on Linux and on macOS.
    private static let endings = ["resources", "bundle"]

    private static func belongsToProgram(_ name: String) -> Bool {
        endings.contains { name.hasPrefix("socle_") && name.hasSuffix(".\($0)") && !name.hasSuffix("Tests.\($0)") }
    }
}

/// Why a resource could not be had. The description is for whoever runs the program.
public enum ResourceError: Error, Hashable, CustomStringConvertible {
    /// The folder of the resources does not exist.
    case noFolder(String)
    /// A target's resource is not in the folder.
    case noFile(String, target: String, folder: String)
    /// The folder exists and cannot be listed.
    case unreadable(String)

    /// What is missing, and what to do.
    public var description: String {
        switch self {
        case .noFolder(let folder):
            "there is no folder \(folder): set SOCLE_RESOURCES to the folder that holds the socle_….resources folders"
        case .noFile(let name, let target, let folder):
            "\(name) of \(target) is missing in \(folder): install the socle_….resources folders beside the program, or set SOCLE_RESOURCES"
        case .unreadable(let folder):
            "the folder \(folder) cannot be read"
        }
    }
}

extension URL {
    fileprivate var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
