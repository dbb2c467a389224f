public import Storage
public import Time

/// What one feature keeps about people: it can say it, and it can erase it. Every table with a column that names a person, a mailbox or a recipient
/// is named by one of these, or a test fails.
public protocol PersonalDataKeeper: Sendable {
    /// The tables that this one answers for.
    static var tables: Set<String> { get }

    /// Everything kept about a person, by a name for each part.
    func export(_ person: Person, on db: any Reader) throws -> [String: DataValue]

    /// Erases everything kept about a person, in the write that erases their account.
    func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws
}

/// What a person decides when they leave.
public struct ErasureChoice: Sendable, Hashable {
    /// Whether signatures that they made leave the counts too; otherwise these stay, as they would without an account.
    public let withdrawsSignatures: Bool

    /// A decision.
    public init(withdrawsSignatures: Bool) {
        self.withdrawsSignatures = withdrawsSignatures
    }
}

/// A value of a person's export, as JSON has them.
public enum DataValue: Sendable, Hashable, Encodable {
    /// Words.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case flag(Bool)
    /// A moment, written in ISO 8601.
    case moment(Instant)
    /// Values in their order.
    case list([DataValue])
    /// Values by name.
    case record([String: DataValue])
    /// Nothing was given.
    case nothing

    /// The words, or nothing.
    public static func text(_ words: String?) -> DataValue {
        words.map { .text($0) } ?? .nothing
    }

    /// The moment, or nothing.
    public static func moment(_ instant: Instant?) -> DataValue {
        instant.map { .moment($0) } ?? .nothing
    }

    /// Writes it as JSON.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .moment(let instant): try container.encode(instant.iso8601)
        case .list(let values): try container.encode(values)
        case .record(let values): try container.encode(values)
        case .nothing: try container.encodeNil()
        }
    }
}
