internal import Crypto

/// Hashes for things that are not secret: versions of texts, addresses of assets, tags of answers.
public enum Digest {
    private static let digits = Array("0123456789abcdef".utf8)

    /// SHA-256 in lower-case hexadecimal digits, two a byte: all 32 bytes, or the first `count`.
    public static func hex(_ bytes: some Sequence<UInt8>, first count: Int = 32) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * count)
        for byte in SHA256.hash(data: Array(bytes)).prefix(count) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
