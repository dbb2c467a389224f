internal import Secrets

/// What a form was made from: a short digest of what was stored, which travels with the form unseen. By it, whoever sends the form is told
/// that a colleague saved something else meanwhile, instead of writing over it.
public struct FormMark: Sendable, Hashable {
    /// The field in which it travels.
    public static let field = "mark"

    /// Twelve bytes of SHA-256, in hexadecimal digits.
    public let text: String

    /// The mark of these values, by field. Fields without a value, and a mark among them, count for nothing.
    public init(_ values: [String: String]) {
        let told = values.filter { $0.key != Self.field && !$0.value.isEmpty }.sorted { $0.key < $1.key }
        text = Digest.hex(told.flatMap { Array($0.key.utf8) + [0] + Array($0.value.utf8) + [0] }, first: 12)
    }
}

extension FormCheck {
    /// Whether the form was made from these values. One that carries no mark was not.
    public func isMade(from values: [String: String]) -> Bool {
        fields.all(FormMark.field) == [FormMark(values).text]
    }
}
