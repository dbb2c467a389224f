internal import Text
internal import Web

/// Reasons in one column of a table that no query looks into: for each its key, the column it is about, and what its words have places for.
enum PackedReasons {
    /// Stands between reasons; what they hold loses it.
    private static let mark = "\u{1E}"

    /// The reasons as one text; nil for none.
    static func pack(_ reasons: [FormProblem]) -> String? {
        let packed = reasons.map { reason in
            let arguments = reason.arguments.map { argument -> String in
                switch argument {
                case .words(let words): "w\(words)"
                case .number(let number): "n\(number)"
                }
            }
            return PackedWords.pack(([reason.key, reason.field] + arguments).map { $0.replacing(mark, with: "") })
        }
        return packed.isEmpty ? nil : packed.joined(separator: mark)
    }

    /// The reasons of a text.
    static func unpack(_ text: String) -> [FormProblem] {
        text.utf8.split(separator: 0x1E).compactMap { part in
            let words = PackedWords.unpack(String(Substring(part)))
            guard words.count >= 2 else { return nil }
            return FormProblem(field: words[1], key: words[0], arguments: words.dropFirst(2).map(argument))
        }
    }

    private static func argument(_ text: String) -> CatalogueValue {
        let value = String(text.dropFirst())
        return text.hasPrefix("n") ? .number(Int(value) ?? 0) : .words(value)
    }
}
