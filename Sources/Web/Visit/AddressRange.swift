/// Addresses that share their first bits: `10.0.0.0/8`, `fd00::/8`, or a single address.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    private let start: [UInt8]
    /// How many bits its addresses share.
    public let bits: Int

    /// The range written so; nil if it is none.
    public init?(_ text: String) {
        let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = sides.first, let address = ClientAddress(String(first)) else { return nil }
        let longest = address.bytes.count * 8
        guard let bits = sides.count == 2 ? Int(sides[1]) : longest, (0...longest).contains(bits) else { return nil }
        start = address.bytes
        self.bits = bits
    }

    /// Whether its addresses are IPv6.
    public var isIPv6: Bool { start.count == 16 }

    /// The range in its usual form: the first address, and how many bits are shared.
    public var description: String {
        let first = start.enumerated().map { index, byte in
            let rest = min(max(bits - index * 8, 0), 8)
            return byte & UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        }
        return "\(ClientAddress(bytes: first))/\(bits)"
    }

    /// Whether the address is in the range.
    public func contains(_ address: ClientAddress) -> Bool {
        guard address.bytes.count == start.count else { return false }
        let whole = bits / 8
        guard address.bytes.prefix(whole) == start.prefix(whole) else { return false }
        guard bits % 8 > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (bits % 8))
        return address.bytes[whole] & mask == start[whole] & mask
    }
}
