internal import struct Foundation.Data

/// The two ways in which text becomes lines of 76 ASCII characters (RFC 2045). The shorter result wins, so that French stays readable in
/// the source of a message and Khmer does not triple.
enum BodyEncoding: String {
    case quotedPrintable = "quoted-printable"
    case base64

    /// The text with CRLF line ends, encoded, and how.
    static func shortest(_ text: String) -> (encoding: BodyEncoding, bytes: [UInt8]) {
        let lines = networkLines(text)
        let readable = quotedPrintable(lines)
        guard readable.count > lines.count * 7 / 5 + 16 else { return (.quotedPrintable, readable) }
        return (.base64, base64(lines))
    }

    /// The bytes of a text with every line end (LF, CR, CRLF) as CRLF, ending in one; NUL is dropped.
    static func networkLines(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 64)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0: continue
            case 13: bytes += [13, 10]
            case 10 where previous == 13: break
            case 10: bytes += [13, 10]
            default: bytes.append(byte)
            }
            previous = byte
        }
        if !bytes.isEmpty, bytes.last != 10 { bytes += [13, 10] }
        return bytes
    }

    /// Quoted-printable of lines that end in CRLF; soft breaks keep every line within 76 characters.
    static func quotedPrintable(_ lines: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(lines.count + lines.count / 4)
        var column = 0
        var index = 0
        while index < lines.count {
            let byte = lines[index]
            index += 1
            if byte == 13 || byte == 10 {
                result.append(byte)
                column = 0
                continue
            }
            let endsLine = index == lines.count || lines[index] == 13
            let isPlain = (byte > 32 && byte < 127 && byte != UInt8(ascii: "=")) || ((byte == 32 || byte == 9) && !endsLine)
            let width = isPlain ? 1 : 3
            if column + width > 75 {
                result += [UInt8(ascii: "="), 13, 10]
                column = 0
            }
            if isPlain {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "="), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            }
            column += width
        }
        return result
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let encoded = Data(bytes).base64EncodedData()
        var result: [UInt8] = []
        result.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        var rest = encoded[...]
        while !rest.isEmpty {
            result += rest.prefix(76)
            result += [13, 10]
            rest = rest.dropFirst(76)
        }
        return result
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
