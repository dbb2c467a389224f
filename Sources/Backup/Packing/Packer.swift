internal import CZlib

/// Packs a stream with gzip (RFC 1952), piece by piece.
final class Packer {
    private let stream: UnsafeMutablePointer<z_stream>
    private var room = [UInt8](repeating: 0, count: 1 << 18)

    /// Most of what can be won is won here; higher levels take several times as long.
    private static let level: Int32 = 3

    init() throws(BackupError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard socle_gzip_start(stream, Self.level) == Z_OK else { throw .noMemory }
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Packs bytes; what comes out goes to `sink`. The last call says so.
    func pack(_ bytes: [UInt8], isLast: Bool = false, to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        var bytes = bytes
        try bytes.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = uInt(source.count)
            var isDone = false
            while !isDone {
                try room.withUnsafeMutableBufferPointer { room in
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = uInt(room.count)
                    let result = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw BackupError.noMemory }
                    isDone = isLast ? result == Z_STREAM_END : stream.pointee.avail_out > 0
                    let full = UnsafeRawBufferPointer(start: room.baseAddress, count: room.count - Int(stream.pointee.avail_out))
                    if !full.isEmpty { try sink(full) }
                }
            }
        }
    }
}
