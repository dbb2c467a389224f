public import Text

/// What is wrong with a field, as a key of the catalogue.
public struct FormProblem: Sendable, Hashable {
    /// The field's name.
    public let field: String
    /// The key of the words that say what to do.
    public let key: String
    /// What the words have places for; at most two are used.
    public let arguments: [CatalogueValue]

    /// A problem with a field.
    public init(field: String, key: String, arguments: [CatalogueValue] = []) {
        self.field = field
        self.key = key
        self.arguments = arguments
    }

    /// The problem in the reader's words.
    public func words(_ t: Translator) -> String {
        let arguments = arguments.map { value -> any CatalogueArgument in
            switch value {
            case .words(let words): words
            case .number(let number): number
            }
        }
        return switch arguments.count {
        case 0: t(key)
        case 1: t(key, arguments[0])
        default: t(key, arguments[0], arguments[1])
        }
    }
}
