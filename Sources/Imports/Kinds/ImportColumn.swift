internal import Foundation
public import Text

/// A column that lists of a kind may have.
public struct ImportColumn: Sendable {
    /// What it is called, in tables and as a heading that always works.
    public let name: String
    /// Whether nothing can be made without it.
    public let isRequired: Bool
    /// Whether it holds the mailbox by which a person finds their line.
    public let isMailbox: Bool
    /// Whether every preview shows it, since it gives somebody power or hides something.
    public let isTelling: Bool
    /// What it is called on the page.
    public let label: @Sendable (Translator) -> String
    private let headings: Set<String>

    /// A column with the headings it may have in spreadsheets, in whatever language; its name is one of them.
    public init(
        _ name: String, required: Bool = false, isMailbox: Bool = false, telling: Bool = false, headings: [String] = [],
        label: @escaping @Sendable (Translator) -> String
    ) {
        self.name = name
        self.isRequired = required
        self.isMailbox = isMailbox
        isTelling = telling
        self.label = label
        self.headings = Set(([name] + headings).map(Self.key))
    }

    /// Whether a heading means this column.
    func isMeant(by heading: String) -> Bool {
        headings.contains(Self.key(heading))
    }

    /// `E-Mail *` and `e_mail` are one.
    private static func key(_ heading: String) -> String {
        let plain = Folding.key(heading).unicodeScalars.map { $0.properties.isAlphabetic || $0.properties.numericType != nil ? $0 : " " }
        return String(String.UnicodeScalarView(plain)).split(separator: " ").joined(separator: " ")
    }
}
