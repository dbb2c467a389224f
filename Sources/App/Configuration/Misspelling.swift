/// A name that no setting has, and the setting that was probably meant.
public struct Misspelling: Sendable, CustomStringConvertible {
    /// As it was written.
    public let name: String
    /// The name of a setting that it is nearest to.
    public let nearest: String

    init(_ name: String, among known: [String]) {
        let letters = Self.letters(of: name)
        self.name = name
        nearest = known.min { Self.distance(letters, Self.letters(of: $0)) < Self.distance(letters, Self.letters(of: $1)) } ?? ""
    }

    /// `SOCLE_PROT (nearest: SOCLE_PORT)`.
    public var description: String { "\(name) (nearest: \(nearest))" }

    /// Without what people put between words, and of no great length: names come from outside.
    private static func letters(of name: String) -> [UInt8] {
        Array(name.utf8.prefix(100).filter { !"-_. ".utf8.contains($0) }.map { (65...90).contains($0) ? $0 + 32 : $0 })
    }

    /// How many letters have to be put in, left out, replaced or swapped with their neighbour (optimal string alignment).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}

extension Setting {
    /// The variables in an environment that are named like settings and are none, in the order of the alphabet.
    public static func misspelt(in environment: [String: String]) -> [Misspelling] {
        let known = allCases.flatMap { $0.isSecret ? [$0.variable, "\($0.variable)_FILE"] : [$0.variable] }
        return environment.keys.filter { $0.hasPrefix("SOCLE_") && !known.contains($0) }.sorted().map { Misspelling($0, among: known) }
    }

    /// The first of these names in a file that no setting has.
    static func misspelt(inFile names: Set<String>) -> Misspelling? {
        let known = allCases.flatMap { $0.isSecret ? [$0.rawValue, "\($0.rawValue).file"] : [$0.rawValue] }
        return names.subtracting(known).min().map { Misspelling($0, among: known) }
    }
}
