internal import HTTPTypes

/// Which proxies are believed when they say where a request came from, and in which header they say it.
public struct ProxyTrust: Sendable {
    /// The header that the proxies write. Only this one is read: a client could send the other one.
    public enum Header: Sendable {
        /// `X-Forwarded-For`
        case xForwardedFor
        /// `Forwarded`, RFC 7239.
        case forwarded
    }

    private let ranges: [AddressRange]
    private let header: Header

    /// Believes peers in these ranges; none means that the peer is the client.
    public init(_ ranges: [AddressRange] = [], header: Header = .xForwardedFor) {
        self.ranges = ranges
        self.header = header
    }

    /// The client: from the right, the first address that is no trusted proxy. What cannot be read ends the walk at the proxy that wrote it.
    func client(peer: ClientAddress, _ fields: HTTPFields) -> ClientAddress {
        guard !ranges.isEmpty, isTrusted(peer) else { return peer }
        var nearest = peer
        for hop in hops(fields).reversed() {
            guard let address = Self.address(hop) else { return nearest }
            nearest = address
            if !isTrusted(address) { return address }
        }
        return nearest
    }

    private func isTrusted(_ address: ClientAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }

    private func hops(_ fields: HTTPFields) -> [Substring] {
        switch header {
        case .xForwardedFor:
            return (fields[.xForwardedFor] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        case .forwarded:
            let elements = (fields[.forwarded] ?? "").split(separator: ",", omittingEmptySubsequences: false)
            return elements.map { element in
                let pairs = element.split(separator: ";").map { $0.drop { $0 == " " || $0 == "\t" } }
                return pairs.first { $0.prefix(4).lowercased() == "for=" }?.dropFirst(4) ?? ""
            }
        }
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `"[2001:db8::1]:4711"`, `2001:db8::1`
    private static func address(_ hop: Substring) -> ClientAddress? {
        let text = hop.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        if text.utf8.first == UInt8(ascii: "[") { return ClientAddress(String(text.dropFirst().prefix { $0 != "]" })) }
        if let address = ClientAddress(String(text)) { return address }
        return ClientAddress(String(text.prefix { $0 != ":" }))
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedFor = HTTPField.Name.known("x-forwarded-for")
    fileprivate static let forwarded = HTTPField.Name.known("forwarded")

    /// A name that is known to be one. Traps otherwise.
    static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no header name") }
        return name
    }
}
