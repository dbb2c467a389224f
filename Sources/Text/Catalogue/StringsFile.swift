internal import Foundation

/// The format of `.xcstrings` files, version 1.0, as far as Socle uses it: sentences and plural forms.
struct StringsFile: Decodable {
    let sourceLanguage: String
    let strings: [String: Entry]

    struct Entry: Decodable {
        let shouldTranslate: Bool?
        let localizations: [String: Localization]?
    }

    struct Localization: Decodable {
        let stringUnit: Unit?
        let variations: Variations?
        /// Several counted arguments in one sentence. Read only to refuse it.
        let substitutions: [String: Ignored]?
    }

    struct Variations: Decodable {
        let plural: [String: Form]?
        let device: [String: Ignored]?
    }

    struct Form: Decodable {
        let stringUnit: Unit
    }

    struct Unit: Decodable {
        let state: String
        let value: String

        /// Whether a translator has given words: `new` marks a copy of the source language that waits for them.
        var isWritten: Bool { state != "new" && !value.isEmpty }
    }

    struct Ignored: Decodable {}

    /// Reads a file; throws `CatalogueError`.
    init(_ file: URL) throws(CatalogueError) {
        do {
            self = try JSONDecoder().decode(StringsFile.self, from: Data(contentsOf: file))
        } catch let error as DecodingError {
            throw .malformed(file: file.path, reason: String(describing: error))
        } catch {
            throw .unreadable(file: file.path, reason: error.localizedDescription)
        }
    }
}
