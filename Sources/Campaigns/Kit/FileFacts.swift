internal import Files
internal import Foundation
internal import Text
internal import Web

/// What readers are told about a file before they fetch it.
enum FileFacts {
    /// Its format and its weight: `PDF · 1,4 MB`.
    static func words(_ file: StoredFile, _ t: Translator) -> String {
        let style = ByteCountFormatStyle(
            style: .file, allowedUnits: [.kb, .mb], spellsOutZero: false, locale: Locale(identifier: t.language.code))
        return "\(file.kind.label(of: file.name)) · \(file.size.formatted(style))"
    }
}
