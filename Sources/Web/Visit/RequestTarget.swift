/// The target of a request in its parts: the path as sent, its decoded segments, and the query.
struct RequestTarget {
    let path: String
    let segments: [String]
    let query: Substring?
    /// `/fr/why/`: the same page without the slash is meant.
    let hasTrailingSlash: Bool

    /// Throws 400 for what is not an address of this site, and 404 for one with empty segments, which no page has.
    init(_ target: String) throws(WebFailure) {
        guard target.utf8.first == UInt8(ascii: "/"), target.utf8.count <= 8192 else { throw .badRequest("a target that is no path") }
        let sides = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(sides.first ?? "/")
        query = sides.count == 2 ? sides[1] : nil
        var parts = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        hasTrailingSlash = !parts.isEmpty && path.utf8.last == UInt8(ascii: "/")
        guard !parts.contains(where: \.isEmpty) else { throw .notFound }
        var decoded: [String] = []
        for part in parts {
            decoded.append(try FormEncoding.text(part, plusIsSpace: false))
        }
        segments = decoded
    }

    /// The pairs of the query; what cannot be read is a 400.
    func pairs() throws(WebFailure) -> [(name: String, value: String)] {
        guard let query else { return [] }
        return try FormEncoding.pairs(Array(query.utf8), atMost: 200)
    }
}
