/// Reads the head of a message or part: the lines up to the first empty one.
enum HeadReader {
    /// One field more than any message may have is read, so that `MIMEPart.Budget` notices.
    private static let limit = 1000

    /// The fields, names in lower case and values unfolded, and what follows the empty line. Lines that are no field are passed over;
    /// a value is cut after 4,000 bytes.
    static func read(_ bytes: ArraySlice<UInt8>) -> (fields: [(name: String, value: String)], body: ArraySlice<UInt8>) {
        var raw: [(name: String, value: [UInt8])] = []
        for line in MailBytes.lines(bytes) {
            guard let first = line.first else {
                let end = bytes[line.endIndex...].first == 13 ? line.endIndex + 2 : line.endIndex + 1
                return (fields(raw), bytes[min(end, bytes.endIndex)...])
            }
            if first == 32 || first == 9 {
                guard let last = raw.indices.last, raw[last].value.count < 4000 else { continue }
                raw[last].value += [32] + line.drop { $0 == 32 || $0 == 9 }.prefix(4000)
            } else if let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                raw.count <= limit
            {
                raw.append((MailBytes.lowered(MailBytes.text(line[..<colon])), Array(line[(colon + 1)...].prefix(4000))))
            }
        }
        return (fields(raw), bytes[bytes.endIndex...])
    }

    private static func fields(_ raw: [(name: String, value: [UInt8])]) -> [(name: String, value: String)] {
        raw.map { (MailBytes.trimmed($0.name), MailBytes.trimmed(MailBytes.text($0.value))) }
    }
}
