/// An address on this site: `/fr/why`, `/x?y=z#w`, `#part`. It cannot lead anywhere else: it begins with a single `/` or with `#`,
/// holds no `.` or `..` segment, and is ASCII, percent-encoded where needed.
public struct URLPath: Hashable, Sendable, CustomStringConvertible {
    /// The whole address, as it stands in a page or a `Location` header.
    public let description: String

    /// An address from its parts, percent-encoded. Empty, `.` and `..` segments are left out, since no browser keeps them.
    public init(segments: [String], query: [(String, String)] = [], fragment: String? = nil) {
        let kept = segments.filter { $0.utf8.count > 2 || !$0.utf8.allSatisfy { $0 == UInt8(ascii: ".") } }
        let path = "/" + kept.map(PercentEncoding.encode).joined(separator: "/")
        description = PercentEncoding.adding(query: query, to: path) + (fragment.map { "#" + PercentEncoding.encode($0) } ?? "")
    }

    /// An address that somebody wrote, or nil if it could lead off this site (`//evil`, `/\evil`, a scheme) or holds control characters
    /// or dot segments. What needs percent-encoding gets it.
    public init?(_ text: String) {
        guard let repaired = PercentEncoding.repair(Array(text.utf8)[...]) else { return nil }
        self.init(checked: repaired)
        let isOnThisSite = path.isEmpty ? repaired.utf8.first == UInt8(ascii: "#") : path.utf8.first == UInt8(ascii: "/")
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard isOnThisSite, !path.utf8.starts(with: "//".utf8), !segments.contains(where: Self.isDots) else { return nil }
    }

    private init(checked address: String) {
        description = address
    }

    /// The address of a part of the same page, by the `id` of its element.
    public static func fragment(_ id: String) -> URLPath {
        URLPath(checked: "#" + PercentEncoding.encode(id))
    }

    /// The same address with more names and values in its query, percent-encoded. A bare `#part` becomes a part of the site's root.
    public func adding(query: [(String, String)]) -> URLPath {
        let base = path.isEmpty && !query.isEmpty ? "/" + description : description
        return URLPath(checked: PercentEncoding.adding(query: query, to: base))
    }

    /// The same address, leading to the element with this `id` instead of another one.
    public func adding(fragment id: String) -> URLPath {
        URLPath(checked: description.before("#") + "#" + PercentEncoding.encode(id))
    }

    /// The address without query and fragment, percent-encoded; empty for a bare `#part`.
    public var path: String {
        String(description.before("?#"))
    }

    /// Whether a browser reads the segment as `.` or `..`; `%2e` counts as a dot there (WHATWG URL, "double-dot path segment").
    private static func isDots(_ segment: some Sequence<UInt8>) -> Bool {
        let lowered = segment.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"].contains { $0.utf8.elementsEqual(lowered) }
    }
}
