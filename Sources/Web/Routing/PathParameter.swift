public import Text

/// A value that stands in a segment of an address: `{slug}` in `/campaigns/{slug}`.
public protocol PathParameter: Sendable {
    /// The value that a segment stands for, percent-decoded; nil if it stands for none, and then there is no such page.
    init?(segment: String)
    /// The segment, before percent-encoding.
    var segment: String { get }
}

/// A slug or a token: 1 to 200 bytes of letters, digits, marks, `-`, `.`, `_` and `~`, and not `.` or `..`.
extension String: PathParameter {
    /// The segment, if it is a slug or a token.
    public init?(segment: String) {
        guard (1...200).contains(segment.utf8.count), !segment.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) else { return nil }
        guard segment.unicodeScalars.allSatisfy(\.isPlainInSegment) else { return nil }
        self = segment
    }

    /// The text itself.
    public var segment: String { self }
}

/// A number as its own `description` writes it: no sign but `-`, no leading zeros, so that every page has one address.
extension Int64: PathParameter {
    /// The number that the segment writes.
    public init?(segment: String) {
        guard let number = Int64(segment), number.description.utf8.elementsEqual(segment.utf8) else { return nil }
        self = number
    }

    /// Its digits.
    public var segment: String { description }
}

/// A language tag in canonical case. Where it begins the address, it must also be one of the languages of the pages.
extension Language: PathParameter {
    /// The language whose tag the segment is.
    public init?(segment: String) {
        guard let language = Language(segment), language.code.utf8.elementsEqual(segment.utf8) else { return nil }
        self = language
    }

    /// The tag.
    public var segment: String { code }
}

/// A choice of words: `enum Kind: String, PathParameter`.
extension PathParameter where Self: RawRepresentable, RawValue == String {
    /// The case whose raw value is the segment.
    public init?(segment: String) { self.init(rawValue: segment) }

    /// The raw value.
    public var segment: String { rawValue }
}

extension Unicode.Scalar {
    fileprivate var isPlainInSegment: Bool {
        if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) || "-._~".unicodeScalars.contains(self) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark,
            .spacingMark:
            return true
        default: return false
        }
    }
}
