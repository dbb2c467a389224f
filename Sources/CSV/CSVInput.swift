/// The bytes of a file without their mark, UTF-16 written as UTF-8. Bytes without a mark pass as they are.
struct CSVInput: Sendable {
    private enum Form {
        case unknown, bytes
        case utf16(isBigEndian: Bool)
    }

    private var form = Form.unknown
    private var held: [UInt8] = []
    /// The first half of a pair of surrogates.
    private var high: UInt16?

    /// What can be said of these bytes now; false where UTF-16 is broken.
    mutating func read(_ bytes: some Sequence<UInt8>) -> (bytes: [UInt8], isWhole: Bool) {
        if case .bytes = form { return (Array(bytes), true) }
        held += bytes
        if case .unknown = form {
            guard held.count >= 3 else { return ([], true) }
            decide()
        }
        return pass()
    }

    /// What is left at the end of the file.
    mutating func end() -> (bytes: [UInt8], isWhole: Bool) {
        if case .unknown = form { decide() }
        let (bytes, isWhole) = pass()
        return (bytes, isWhole && held.isEmpty && high == nil)
    }

    private mutating func decide() {
        if held.starts(with: CSVWriter.byteOrderMark) {
            held.removeFirst(3)
            form = .bytes
        } else if held.starts(with: [0xFF, 0xFE]) {
            held.removeFirst(2)
            form = .utf16(isBigEndian: false)
        } else if held.starts(with: [0xFE, 0xFF]) {
            held.removeFirst(2)
            form = .utf16(isBigEndian: true)
        } else {
            form = .bytes
        }
    }

    private mutating func pass() -> (bytes: [UInt8], isWhole: Bool) {
        guard case .utf16(let isBigEndian) = form else {
            defer { held = [] }
            return (held, true)
        }
        var text: [UInt8] = []
        var index = 0
        while index + 1 < held.count {
            let unit = isBigEndian ? UInt16(held[index]) << 8 | UInt16(held[index + 1]) : UInt16(held[index + 1]) << 8 | UInt16(held[index])
            index += 2
            guard append(unit, to: &text) else { return (text, false) }
        }
        held.removeFirst(index)
        return (text, true)
    }

    private mutating func append(_ unit: UInt16, to text: inout [UInt8]) -> Bool {
        let scalar: Unicode.Scalar?
        switch (high, unit) {
        case (nil, 0xD800...0xDBFF):
            high = unit
            return true
        case (let first?, 0xDC00...0xDFFF):
            scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
        case (nil, _): scalar = Unicode.Scalar(unit)
        default: scalar = nil
        }
        high = nil
        guard let scalar else { return false }
        text += String(scalar).utf8
        return true
    }
}
