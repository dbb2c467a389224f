/// Finds out from the first line that says something what stands between cells. Until then it holds the bytes back.
struct CSVSeparators: Sendable {
    /// What stands between cells, once it is known.
    private(set) var found: UInt8?
    private var held: [UInt8] = []
    private var counts: [UInt8: Int] = [:]
    private var isQuoted = false
    private var isBlank = true

    /// A first line longer than this is judged by its beginning.
    private static let enough = 64 * 1024

    /// The bytes that may be split now.
    mutating func read(_ bytes: [UInt8]) -> [UInt8] {
        guard found == nil else { return bytes }
        held += bytes
        for byte in bytes where lineEnds(with: byte) { return end() }
        return held.count >= Self.enough ? end() : []
    }

    /// Decides with what there is, and gives the bytes held back: the separator that stands most often, the comma if none does.
    mutating func end() -> [UInt8] {
        defer { held = [] }
        if found == nil {
            found = ",;\t".utf8.max { counts[$0, default: 0] < counts[$1, default: 0] }
        }
        return held
    }

    /// Counts separators outside quotes. Answers whether a line that says something ends here.
    private mutating func lineEnds(with byte: UInt8) -> Bool {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if !isQuoted, byte == 0x0A || byte == 0x0D { return !isBlank }
        if !isQuoted, ",;\t".utf8.contains(byte) { counts[byte, default: 0] += 1 }
        isBlank = false
        return false
    }
}
