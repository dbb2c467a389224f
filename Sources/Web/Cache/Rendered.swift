internal import HTTPTypes
internal import Secrets

/// An answer in full: a status, its headers and its bytes, not packed yet.
struct Rendered: Sendable {
    var status: Status
    var fields: HTTPFields
    var bytes: [UInt8]

    /// Text shrinks; pictures and archives are packed already.
    var isCompressible: Bool {
        let type = (fields[.contentType] ?? "").prefix { $0 != ";" }
        if type.hasPrefix("text/") { return true }
        return type.hasSuffix("json") || type.hasSuffix("xml") || type.hasSuffix("javascript") || type == "image/x-icon"
    }

    /// The first 16 bytes of SHA-256 of the content, as hexadecimal digits.
    var digest: String { Digest.hex(bytes, first: 16) }
}
