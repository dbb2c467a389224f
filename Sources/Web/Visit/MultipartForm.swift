/// `multipart/form-data`, RFC 7578, as browsers write it (WHATWG HTML, "multipart form data"): read by bytes.
struct MultipartForm {
    /// The longest head of a part, in bytes: a field's name and a file's name.
    private static let longestHead = 4096
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    private let delimiter: [UInt8]

    /// Nil if the `Content-Type` is of another kind or has no boundary as RFC 2046 section 5.1.1 allows it.
    init?(contentType: String) {
        let parts = contentType.split(separator: ";")
        guard let type = parts.first, String(type).trimmed.lowercased() == "multipart/form-data" else { return nil }
        let marked = parts.dropFirst().map { String($0).trimmed }.filter { $0.lowercased().hasPrefix("boundary=") }
        guard marked.count == 1, var boundary = marked.first?.dropFirst("boundary=".count) else { return nil }
        if boundary.utf8.count > 1, boundary.first == "\"", boundary.last == "\"" { boundary = boundary.dropFirst().dropLast() }
        let allowed = boundary.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
        guard (1...70).contains(boundary.utf8.count), allowed else { return nil }
        delimiter = Array("--\(boundary)".utf8)
    }

    /// What was sent: a part with a file's name is a file, unless nothing was chosen; any other is a field. Throws 400 for what breaks off, is not
    /// UTF-8 where it is text, holds a NUL there, or has more parts.
    func fields(_ bytes: [UInt8], atMost limit: Int) throws(WebFailure) -> Fields {
        guard bytes.starts(with: delimiter) else { throw .badRequest("a form that does not begin with its boundary") }
        var pairs: [(name: String, value: String)] = []
        var uploads: [(name: String, upload: Upload)] = []
        var at = delimiter.count
        while !bytes[at...].starts(with: "--".utf8) {
            guard bytes[at...].starts(with: Self.lineEnd) else { throw .badRequest("a boundary without a line end") }
            guard pairs.count + uploads.count < limit else { throw .badRequest("more than \(limit) fields") }
            at += 2
            let head = try head(bytes, at)
            let end = find(Self.lineEnd + delimiter, in: bytes, from: head.end)
            guard let end else { throw .badRequest("a part that breaks off") }
            let content = bytes[head.end..<end]
            if let file = head.file {
                if !file.isEmpty || !content.isEmpty { uploads.append((head.name, Upload(name: file, bytes: Array(content)))) }
            } else {
                pairs.append((head.name, try text(content)))
            }
            at = end + 2 + delimiter.count
        }
        return Fields(pairs, uploads: uploads)
    }

    private struct Head {
        let name: String
        let file: String?
        /// Where the content begins.
        let end: Int
    }

    private func head(_ bytes: [UInt8], _ start: Int) throws(WebFailure) -> Head {
        let area = bytes[start..<min(bytes.count, start + Self.longestHead)]
        guard let end = find(Self.lineEnd + Self.lineEnd, in: bytes, from: start, to: area.endIndex) else {
            throw .badRequest("a part without an end to its head")
        }
        for line in try text(bytes[start..<end]).split(separator: "\r\n") {
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), line[..<colon].lowercased() == "content-disposition" else {
                continue
            }
            let values = parameters(line[line.utf8.index(after: colon)...])
            guard let name = values["name"] else { break }
            return Head(name: name, file: values["filename"], end: end + 4)
        }
        throw .badRequest("a part without a name")
    }

    /// The quoted parameters of a `Content-Disposition`. Browsers write `"` as `%22` and line ends as `%0D%0A`, and nothing else so.
    private func parameters(_ value: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = value.utf8
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = (Substring(rest[..<equals]).split { $0 == ";" || $0 == " " }.last ?? "").lowercased()
            rest = rest[rest.index(after: equals)...]
            guard rest.first == UInt8(ascii: "\"") else { continue }
            rest = rest.dropFirst()
            guard let close = rest.firstIndex(of: UInt8(ascii: "\"")) else { break }
            let quoted = String(Substring(rest[..<close]))
            if found[name] == nil {
                found[name] = quoted.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            }
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(WebFailure) -> String {
        guard !bytes.contains(0) else { throw .badRequest("a NUL in the text") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badRequest("text that is not UTF-8") }
        return text
    }

    /// Where `pattern` begins next. Its first byte is rare, so that looking for that byte goes at the pace of memory.
    private func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int, to limit: Int? = nil) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            let end = (limit ?? buffer.count) - pattern.count
            var at = start
            while at <= end {
                if buffer[at] == pattern[0], buffer[at..<(at + pattern.count)].elementsEqual(pattern) { return at }
                at += 1
            }
            return nil
        }
    }
}
