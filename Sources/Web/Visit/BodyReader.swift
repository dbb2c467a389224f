internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// Reads what a request carries, once, and keeps it for whoever asks again.
final class BodyReader: Sendable {
    private let body: RequestBody
    private let declaredLength: Int?
    private let read = Mutex<[UInt8]?>(nil)

    init(_ body: RequestBody, _ fields: HTTPFields) {
        self.body = body
        declaredLength = fields[.contentLength].flatMap { Int($0) }
    }

    /// Everything, if it is at most `limit` bytes: a length that is declared is refused before reading, any other while reading.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let read = read.withLock({ $0 }) {
            guard read.count <= limit else { throw Self.tooLarge(limit) }
            return read
        }
        if let declaredLength, declaredLength > limit { throw Self.tooLarge(limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(declaredLength ?? 0)
        var parts = body.makeAsyncIterator()
        while let part = try await Self.next(&parts) {
            guard bytes.count + part.readableBytes <= limit else { throw Self.tooLarge(limit) }
            bytes += part.readableBytesView
        }
        // A connection that breaks off ends the stream without an error: half a form must not pass for a whole one.
        if let declaredLength, declaredLength != bytes.count { throw WebFailure.badRequest("the body broke off") }
        read.withLock { $0 = bytes }
        return bytes
    }

    private static func next(_ parts: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do { return try await parts.next() } catch { throw WebFailure.badRequest("the body broke off: \(error)") }
    }

    private static func tooLarge(_ limit: Int) -> WebFailure { .tooLarge("the body is longer than \(limit) bytes") }
}
