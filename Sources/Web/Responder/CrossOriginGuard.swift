internal import HTTPTypes

/// Refuses forms that another site sent. Browsers say where a request comes from; no token in the page is needed for that.
struct CrossOriginGuard: Sendable {
    let origin: String
    let sessionCookies: Set<String>

    /// Throws 403 if a request that changes something comes from another site: by `Sec-Fetch-Site`, else `Origin`, else `Referer`.
    /// With none of the three it is no browser of today, and passes unless it brings a session.
    func check(_ method: Method, _ fields: HTTPFields) throws(WebFailure) {
        guard method != .get else { return }
        if let site = fields[.known("sec-fetch-site")] {
            guard site == "same-origin" || site == "none" else { throw .crossOrigin("Sec-Fetch-Site is \(site.prefix(20))") }
        } else if let sent = fields[.origin] {
            guard isOurs(sent[...]) else { throw .crossOrigin("another Origin") }
        } else if let referer = fields[.referer] {
            let end = referer.utf8.indices.dropFirst(8).first { referer.utf8[$0] == UInt8(ascii: "/") } ?? referer.endIndex
            guard isOurs(referer[..<end]) else { throw .crossOrigin("another Referer") }
        } else if sessionCookies.contains(where: { fields.cookie($0) != nil }) {
            throw .crossOrigin("a session without Sec-Fetch-Site, Origin and Referer")
        }
    }

    private func isOurs(_ text: Substring) -> Bool {
        text.utf8.elementsEqual(origin.utf8) { left, right in left == right || ((65...90).contains(left) && left | 0x20 == right) }
    }
}
