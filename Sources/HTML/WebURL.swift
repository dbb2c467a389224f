/// An absolute address that is safe to link to: `http`, `https` or `mailto`, without user name or password, percent-encoded where needed.
/// A host may be written in any script; browsers translate it.
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// The whole address; scheme and host in lower case, without the port that the scheme implies.
    public let description: String

    /// An address that somebody wrote, or nil if it is not a complete address of one of the three schemes, holds control characters or
    /// backslashes, or hides its host behind a user name. Spaces around it are the caller's to trim.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let scheme = Scheme(bytes[..<colon]) else { return nil }
        var rest = bytes[(colon + 1)...]
        var start = "\(scheme):"
        if let port = scheme.impliedPort {
            guard rest.starts(with: "//".utf8) else { return nil }
            let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
            guard let host = WebHost(authority, impliedPort: port) else { return nil }
            start += "//\(host)"
            rest = rest[authority.endIndex...]
        }
        guard let repaired = PercentEncoding.repair(rest) else { return nil }
        description = start + repaired
    }

    /// An address with more names and values in its query, percent-encoded: `WebURL("https://wa.me/", query: [("text", words)])`.
    /// Nil where `init(_:)` is.
    public init?(_ base: String, query: [(String, String)]) {
        guard let base = WebURL(base) else { return nil }
        description = PercentEncoding.adding(query: query, to: base.description)
    }

    private init(checked address: String) {
        description = address
    }

    /// The address of a page, where this is the address of its site: query and fragment of the site's address are left out.
    /// Traps for a mail address.
    public func appending(_ path: URLPath) -> WebURL {
        guard origin != nil else { preconditionFailure("a mail address has no pages") }
        var site = description.before("?#")
        while site.utf8.last == UInt8(ascii: "/") { site.removeLast() }
        return WebURL(checked: site + path.description)
    }

    /// What browsers send as `Origin`, `https://example.org:8443`; nil for `mailto`.
    public var origin: String? {
        guard let start = ["http://", "https://"].first(where: { description.utf8.starts(with: $0.utf8) }) else { return nil }
        return start + String(Substring(description.utf8.dropFirst(start.utf8.count))).before("/?#")
    }

    /// Whether the address is reached over TLS.
    public var isSecure: Bool { description.utf8.starts(with: "https:".utf8) }
}

/// The schemes that a link may have. None of them runs code.
private enum Scheme: String, CaseIterable {
    case http, https, mailto

    /// The scheme written so, in whatever case.
    init?(_ text: ArraySlice<UInt8>) {
        guard let scheme = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(text.lazy.map { $0 | 0x20 }) }) else { return nil }
        self = scheme
    }

    /// The port of an address that names none; nil if the scheme knows no hosts.
    var impliedPort: String? {
        switch self {
        case .http: "80"
        case .https: "443"
        case .mailto: nil
        }
    }
}
