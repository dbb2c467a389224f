internal import Foundation

/// A colour as a style sheet writes it, `#b92d1b`: red, green and blue in sRGB.
public struct Colour: Sendable, Hashable, CustomStringConvertible {
    /// From 0 to 255 each.
    let red: UInt8, green: UInt8, blue: UInt8

    /// The colour written so: a hash and six hexadecimal digits, and nothing else; nil otherwise.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
        let digits = bytes.dropFirst().compactMap { Self.digit($0) }
        guard digits.count == 6 else { return nil }
        self.init(digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
    }

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// A hash and six digits in lower case.
    public var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The ratio in which two colours differ for the eye, from 1 to 21 (WCAG 2.2, "contrast ratio").
    public func contrast(to other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The colour that holds so much of another one, from 0 to 1.
    func mixed(with other: Colour, _ share: Double) -> Colour {
        func mix(_ one: UInt8, _ two: UInt8) -> UInt8 { UInt8((Double(one) * (1 - share) + Double(two) * share).rounded()) }
        return Colour(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    static let white = Colour(255, 255, 255)
    static let black = Colour(0, 0, 0)

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
