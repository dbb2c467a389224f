internal import HummingbirdCore
internal import NIOCore

/// Where a streamed answer goes. Writing waits while the reader's line is full.
public final class AnswerWriter {
    private var writer: any ResponseBodyWriter

    init(_ writer: any ResponseBodyWriter) {
        self.writer = writer
    }

    /// Sends bytes; throws when the reader has gone.
    public func write(_ bytes: some Collection<UInt8>) async throws {
        guard !bytes.isEmpty else { return }
        try await writer.write(ByteBuffer(bytes: bytes))
    }

    /// Sends text; throws when the reader has gone.
    public func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }

    func finish() async throws {
        try await writer.finish(nil)
    }
}
