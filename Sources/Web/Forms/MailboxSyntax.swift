/// What a mail address looks like: the grammar of `<input type=email>` (WHATWG HTML section 4.10.5.1.5) with a dot in the domain,
/// and letters of any script on both sides (RFC 6531). At most 254 bytes (RFC 5321 section 4.5.3.1.3), 64 before the `@`.
public enum MailboxSyntax {
    /// Whether the text, trimmed by the caller, is a mail address.
    public static func accepts(_ text: String) -> Bool {
        guard text.utf8.count <= 254 else { return false }
        let sides = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, let local = sides.first, let domain = sides.last else { return false }
        guard (1...64).contains(String(Substring(local)).utf8.count), local.allSatisfy(isLocal) else { return false }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        // An address of four numbers is no domain: no top-level domain is a number.
        guard let top = labels.last, top.contains(where: { !("0"..."9").contains($0) }) else { return false }
        return labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isLetterOrDigit(scalar) || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains(scalar) }
        return isInternational(scalar)
    }

    private static func isLabel(_ label: Substring.UnicodeScalarView) -> Bool {
        guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
        guard String(Substring(label)).utf8.count <= 63 else { return false }
        return label.allSatisfy { $0.isASCII ? isLetterOrDigit($0) || $0 == "-" : isInternational($0) }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isInternational(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark,
            .spacingMark:
            true
        default: false
        }
    }
}
