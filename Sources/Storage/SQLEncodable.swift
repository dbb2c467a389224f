public import struct Time.CivilDay
public import struct Time.Instant

/// A type whose values can be bound to a statement.
public protocol SQLEncodable {
    /// The type that is bound, also when the value is missing; nil if only a value can tell.
    static var sqlType: SQLType? { get }
    /// The value as the engines store it.
    var sqlValue: SQLValue { get }
}

extension SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { nil }
}

extension SQLEncodable where Self: RawRepresentable, RawValue: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { RawValue.sqlType }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension String: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .text }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .text(self) }
}

extension Substring: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .text }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .text(String(self)) }
}

extension Int: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .integer }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .integer }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .real }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .real(self) }
}

/// Truth is stored as 0 or 1, so that `WHERE hidden = \(false)` means the same on both engines.
extension Bool: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .integer }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Instant: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .integer }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension CivilDay: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { .text }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .text(description) }
}

extension Array: SQLEncodable where Element == UInt8 {
    /// The type that is bound.
    public static var sqlType: SQLType? { .bytes }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLEncodable where Wrapped: SQLEncodable {
    /// The type that is bound.
    public static var sqlType: SQLType? { Wrapped.sqlType }
    /// The value as the engines store it.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLValue: SQLEncodable {
    /// The value as the engines store it.
    public var sqlValue: SQLValue { self }

    /// The type that this value itself shows; nil for a missing value.
    var type: SQLType? {
        switch self {
        case .null: nil
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .bytes: .bytes
        }
    }
}
