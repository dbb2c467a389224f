import Foundation

/// The source text of the product, for rules that are checked by reading.
enum Sources {
    struct File: Sendable {
        /// Beginning with the room: `Campaigns/Pages/CampaignPages.swift`.
        let path: String
        let text: String
        var room: String { String(path.prefix { $0 != "/" }) }
        var name: String { String(path.split(separator: "/").last ?? "") }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swift: [File] = files(withExtension: "swift")

    static func files(withExtension ending: String) -> [File] {
        let folder = root.appending(path: "Sources")
        guard let names = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".\(ending)") }.sorted().compactMap { name in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            return File(path: name, text: text)
        }
    }
}
