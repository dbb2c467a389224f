internal import CBrotli
internal import CZlib

/// Packs bytes with brotli (RFC 7932) and gzip (RFC 1952).
///
/// Compressing answers to strangers is safe here although its length tells something of the content (BREACH): no page holds a secret of
/// the session (no tokens in pages, the cross-origin guard needs none), so there is nothing to guess beside what a request reflects.
enum Compressor {
    /// How much time may be spent: an answer for one reader, an answer that is kept, a file that is packed once at the start.
    enum Effort {
        case once, kept, file

        var brotli: Int32 {
            switch self {
            case .once: 5
            case .kept: 9
            case .file: 11
            }
        }

        var gzip: Int32 { self == .once ? 5 : 9 }
    }

    /// Answers shorter than this go as they are: they fit in the first packet anyway.
    static let shortest = 600

    /// The packed bytes; nil where packing does not help.
    static func pack(_ bytes: [UInt8], _ coding: ContentCoding, _ effort: Effort) -> [UInt8]? {
        guard bytes.count >= shortest else { return nil }
        let packed: [UInt8]? =
            switch coding {
            case .brotli: brotli(bytes, effort.brotli)
            case .gzip: gzip(bytes, effort.gzip)
            case .identity: nil
            }
        return packed.flatMap { $0.count < bytes.count ? $0 : nil }
    }

    private static func brotli(_ bytes: [UInt8], _ quality: Int32) -> [UInt8]? {
        let most = BrotliEncoderMaxCompressedSize(bytes.count)
        guard most > 0 else { return nil }
        var size = 0
        let packed = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            size = most
            let done = BrotliEncoderCompress(
                quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size, buffer.baseAddress)
            count = done == BROTLI_TRUE ? size : 0
        }
        return packed.isEmpty ? nil : packed
    }

    private static func gzip(_ bytes: [UInt8], _ level: Int32) -> [UInt8]? {
        var stream = z_stream()
        guard socle_gzip_start(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, uLong(bytes.count)))
        var input = bytes
        let packed = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = input.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = uInt(buffer.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return packed.isEmpty ? nil : packed
    }
}
