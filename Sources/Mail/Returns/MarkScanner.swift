/// Finds what may be marks of this site anywhere in a message: the recipient of a returned message, the sender or Message-ID of ours within it.
/// Where it stands proves nothing and need not be known; the code does.
enum MarkScanner {
    /// At most 32 marks, those of outer parts first.
    static func marks(in message: MIMEPart) -> [ReturnedMail.Mark] {
        var marks: [ReturnedMail.Mark] = []
        for part in message.all {
            for field in part.fields { scan(Array(field.value.utf8)[...], into: &marks) }
            if part.parts.isEmpty { scan(part.body[...], into: &marks) }
            if marks.count >= 32 { break }
        }
        return Array(marks.prefix(32))
    }

    /// Every mark ends in an @: `+b-{id}-{code}@` or `<{id}.{code}@`.
    private static func scan(_ bytes: ArraySlice<UInt8>, into marks: inout [ReturnedMail.Mark]) {
        for at in bytes.indices where bytes[at] == UInt8(ascii: "@") {
            guard marks.count < 32 else { return }
            if let mark = mark(before: bytes[..<at]), !marks.contains(mark) { marks.append(mark) }
        }
    }

    private static func mark(before bytes: ArraySlice<UInt8>) -> ReturnedMail.Mark? {
        let code = bytes.suffix(10)
        guard code.count == 10, code.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        guard let separator = bytes.dropLast(10).last else { return nil }
        let head = bytes.dropLast(11)
        let digits = head.suffix(head.suffix(19).reversed().prefix { (48...57).contains($0) }.count)
        guard let id = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        let before = head.dropLast(digits.count)
        let text = String(decoding: code, as: UTF8.self)
        switch separator {
        case UInt8(ascii: "-") where before.suffix(3).elementsEqual("+b-".utf8): return .init(kind: .envelope, id: id, code: text)
        case UInt8(ascii: ".") where before.last == UInt8(ascii: "<"): return .init(kind: .messageID, id: id, code: text)
        default: return nil
        }
    }
}
