internal import CZlib

/// Unpacks a stream that `Packer` made, piece by piece.
final class Unpacker {
    private let stream: UnsafeMutablePointer<z_stream>
    private let source: () throws -> [UInt8]
    private var packed: [UInt8] = []
    private var used = 0
    private var isOver = false

    private static let piece = 1 << 18

    /// - Parameter source: gives the packed bytes one piece after the other, and an empty piece at the end.
    init(_ source: @escaping () throws -> [UInt8]) throws(BackupError) {
        self.source = source
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard socle_gunzip_start(stream) == Z_OK else { throw .noMemory }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The next bytes; none at the end. Throws `BackupError.damaged` if the stream is not what a packer makes, or ends too early.
    func next() throws -> [UInt8] {
        var unpacked: [UInt8] = []
        while unpacked.isEmpty, !isOver {
            if used == packed.count {
                packed = try source()
                used = 0
                guard !packed.isEmpty else { throw BackupError.damaged }
            }
            unpacked = try inflateSome()
        }
        return unpacked
    }

    private func inflateSome() throws(BackupError) -> [UInt8] {
        var result = Z_OK
        let unpacked = [UInt8](unsafeUninitializedCapacity: Self.piece) { room, count in
            packed.withUnsafeMutableBufferPointer { packed in
                stream.pointee.next_in = packed.baseAddress?.advanced(by: used)
                stream.pointee.avail_in = uInt(packed.count - used)
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = uInt(room.count)
                result = inflate(stream, Z_NO_FLUSH)
                used = packed.count - Int(stream.pointee.avail_in)
                count = room.count - Int(stream.pointee.avail_out)
            }
        }
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { throw .damaged }
        isOver = result == Z_STREAM_END
        return unpacked
    }
}
