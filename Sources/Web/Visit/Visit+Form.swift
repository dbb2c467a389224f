internal import HTTPTypes

extension Visit {
    /// The longest form, in bytes.
    public static let longestForm = 1_000_000

    /// What a form sent, in the encoding of plain forms. Throws 415 for any other encoding, 413 above 1 MB, 400 for what is not UTF-8,
    /// holds a NUL or has more than 2,000 fields.
    public func form() async throws -> Fields {
        try requireFormType()
        let bytes = try await reader.bytes(upTo: Self.longestForm)
        return Fields(try FormEncoding.pairs(bytes, atMost: 2000))
    }

    /// What a form with file fields sent, with files of together at most `limit` bytes; the encoding of plain forms is understood too. Throws as
    /// `form()` does.
    public func form(withFilesUpTo limit: Int) async throws -> Fields {
        guard let multipart = MultipartForm(contentType: fields[.contentType] ?? "") else { return try await form() }
        let bytes = try await reader.bytes(upTo: limit + Self.longestForm)
        return try multipart.fields(bytes, atMost: 2000)
    }

    /// What the request carries, at most that many bytes. Throws 413 above.
    public func body(upTo limit: Int) async throws -> [UInt8] {
        try await reader.bytes(upTo: limit)
    }

    private func requireFormType() throws(WebFailure) {
        let type = fields[.contentType] ?? ""
        // As every browser writes it.
        if type == "application/x-www-form-urlencoded" { return }
        let parts = type.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        guard parts.first == "application/x-www-form-urlencoded" else { throw .unsupportedMedia("a form of another type") }
        guard parts.dropFirst().allSatisfy({ !$0.hasPrefix("charset=") || ["charset=utf-8", "charset=\"utf-8\""].contains($0) }) else {
            throw .unsupportedMedia("a form in another character set")
        }
    }
}
