public import struct Time.CivilDay
public import struct Time.Instant

/// A type whose values can be read from a row.
public protocol SQLDecodable {
    /// The value that was stored. Throws, best `SQLValue.Mismatch`, if it is not one of this type.
    init(sqlValue: SQLValue) throws
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
    /// The case with the stored raw value; an unknown one is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard let known = Self(rawValue: try RawValue(sqlValue: sqlValue)) else {
            throw SQLValue.Mismatch(expected: "one of \(Self.self)")
        }
        self = known
    }
}

extension String: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue else { throw SQLValue.Mismatch(expected: "String") }
        self = text
    }
}

extension Int64: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue else { throw SQLValue.Mismatch(expected: "Int64") }
        self = number
    }
}

extension Int: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .integer(let number) = sqlValue, let own = Int(exactly: number) else { throw SQLValue.Mismatch(expected: "Int") }
        self = own
    }
}

/// Takes whole numbers too: SQLite gives an integer where PostgreSQL gives a sum as a real.
extension Double: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        case .null, .text, .bytes: throw SQLValue.Mismatch(expected: "Double")
        }
    }
}

extension Bool: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw SQLValue.Mismatch(expected: "Bool (0 or 1)")
        }
    }
}

extension Instant: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .integer(let milliseconds) = sqlValue else { throw SQLValue.Mismatch(expected: "Instant (milliseconds)") }
        self.init(milliseconds: milliseconds)
    }
}

extension CivilDay: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .text(let text) = sqlValue, let day = CivilDay(text) else { throw SQLValue.Mismatch(expected: "CivilDay") }
        self = day
    }
}

extension Array: SQLDecodable where Element == UInt8 {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        guard case .bytes(let bytes) = sqlValue else { throw SQLValue.Mismatch(expected: "bytes") }
        self = bytes
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        self = sqlValue == .null ? nil : try Wrapped(sqlValue: sqlValue)
    }
}

extension SQLValue: SQLDecodable {
    /// The stored value; anything of another type is a mismatch.
    public init(sqlValue: SQLValue) throws {
        self = sqlValue
    }
}
