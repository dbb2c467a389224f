import CBrotli
import CZlib

/// Unpacks what the responder packed.
enum Unpacking {
    static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var size = 1 << 20
        var plain = [UInt8](repeating: 0, count: size)
        let result = BrotliDecoderDecompress(bytes.count, bytes, &size, &plain)
        return result == BROTLI_DECODER_RESULT_SUCCESS ? Array(plain.prefix(size)) : nil
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard socle_gunzip_start(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        var plain = [UInt8](repeating: 0, count: 1 << 20)
        let size = input.withUnsafeMutableBufferPointer { source in
            plain.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : nil
            }
        }
        return size.map { Array(plain.prefix($0)) }
    }
}
