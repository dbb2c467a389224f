internal import struct Foundation.Data

/// A message or a part of one, read with distrust: nothing in it can make reading slow, deep or fail in an unforeseen way.
struct MIMEPart {
    /// What one message may cost altogether.
    struct Budget {
        var parts = 100
        var fields = 1000
    }

    /// The head: names in lower case, values unfolded.
    let fields: [(name: String, value: String)]
    /// The parts of a multipart, or the message within a `message/rfc822`.
    let parts: [MIMEPart]
    private let rawBody: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>, budget: inout Budget, depth: Int) throws(ReturnedMail.Failure) {
        budget.parts -= 1
        guard budget.parts >= 0, depth <= 10 else { throw .tooManyParts }
        let (fields, body) = HeadReader.read(bytes)
        budget.fields -= fields.count
        guard budget.fields >= 0 else { throw .tooManyParts }
        self.fields = fields
        self.rawBody = body
        var parts: [MIMEPart] = []
        let type = ContentType(fields.first { $0.name == "content-type" }?.value ?? "text/plain")
        if type.name.hasPrefix("multipart/"), let boundary = type.boundary {
            for part in Self.split(body, boundary: boundary) {
                parts.append(try MIMEPart(part, budget: &budget, depth: depth + 1))
            }
        } else if type.name == "message/rfc822" || type.name == "message/global" {
            parts.append(try MIMEPart(body, budget: &budget, depth: depth + 1))
        }
        self.parts = parts
    }

    /// The media type, in lower case without parameters; `text/plain` if none is given.
    var type: String { ContentType(self["content-type"] ?? "text/plain").name }

    /// The first field of that lower-case name.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The body with its transfer encoding undone.
    var body: [UInt8] {
        switch self["content-transfer-encoding"].map(MailBytes.lowered) {
        case "base64": Data(base64Encoded: Data(rawBody), options: .ignoreUnknownCharacters).map { Array($0) } ?? Array(rawBody)
        case "quoted-printable": MailBytes.withoutQuotedPrintable(rawBody)
        default: Array(rawBody)
        }
    }

    /// This part and all within it, outer ones first.
    var all: [MIMEPart] { [self] + parts.flatMap(\.all) }

    private static func split(_ body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        let mark = Array("--".utf8) + boundary
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        for line in MailBytes.lines(body) where line.starts(with: mark) {
            if let start { parts.append(body[start..<line.startIndex]) }
            if line.dropFirst(mark.count).starts(with: "--".utf8) { return parts }
            start = min(line.endIndex + (body[line.endIndex...].starts(with: [13, 10]) ? 2 : 1), body.endIndex)
        }
        // Cut off before its end: what there is of the last part.
        if let start { parts.append(body[start...]) }
        return parts
    }
}

/// The value of a Content-Type field, as far as it is of use here.
private struct ContentType {
    let name: String
    let boundary: [UInt8]?

    init(_ value: String) {
        let pieces = value.split(separator: ";", omittingEmptySubsequences: false)
        name = MailBytes.lowered(MailBytes.trimmed(String(pieces.first ?? "")))
        boundary =
            pieces.dropFirst().lazy.compactMap { piece -> [UInt8]? in
                let piece = MailBytes.trimmed(String(piece))
                guard MailBytes.lowered(String(piece.prefix(9))) == "boundary=" else { return nil }
                let boundary = piece.utf8.dropFirst(9).filter { $0 != UInt8(ascii: "\"") }
                return (1...200).contains(boundary.count) ? Array(boundary) : nil
            }.first
    }
}
