#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Where a request came from: an IPv4 or IPv6 address. A limit counts by `network`, not by `description`.
public struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes, in network order. An IPv4 address inside IPv6 (`::ffff:192.0.2.1`) is held as IPv4.
    public let bytes: [UInt8]

    /// The address written so, without port and brackets; nil if it is none. A zone (`%eth0`) is dropped.
    public init?(_ text: String) {
        let bare = String(text.prefix { $0 != "%" })
        if let bytes = Self.parse(bare, AF_INET, 4) {
            self.bytes = bytes
        } else if let bytes = Self.parse(bare, AF_INET6, 16) {
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
        } else {
            return nil
        }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// `127.0.0.1`: the address of a peer that has none, such as a local socket.
    public static let loopback = ClientAddress(bytes: [127, 0, 0, 1])

    /// The address in its usual form.
    public var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "unknown" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What one household or office has: the IPv4 address, or the first 64 bits of the IPv6 address.
    public var network: [UInt8] {
        bytes.count == 4 ? bytes : Array(bytes.prefix(8))
    }

    private static func parse(_ text: String, _ family: Int32, _ length: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: length)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
