internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// An answer that only has to be sent: packed in every coding that helps, each with its headers and its strong ETag.
final class ReadyAnswer: Sendable {
    /// One coding of the answer.
    private final class Variant: Sendable {
        let tag: String
        private let body: ByteBuffer
        private let whole: DatedHead
        private let unchanged: DatedHead

        init(_ rendered: Rendered, _ bytes: [UInt8], _ coding: ContentCoding, tag: String) {
            self.tag = tag
            body = ByteBuffer(bytes: bytes)
            var fields = rendered.fields
            fields[.eTag] = tag
            fields[.contentEncoding] = coding == .identity ? nil : coding.rawValue
            var lean = fields
            // RFC 9110 section 15.4.5: a 304 repeats what a cache needs, and describes no content.
            for name in [HTTPField.Name.contentType, .contentEncoding, .contentLength] { lean[name] = nil }
            unchanged = DatedHead(HTTPResponse(status: .notModified, headerFields: lean))
            fields[.contentLength] = bytes.count.description
            whole = DatedHead(HTTPResponse(status: .init(code: rendered.status.code), headerFields: fields))
        }

        func answer(_ date: DateLine) -> QuickAnswer {
            QuickAnswer(head: whole.dated(date), body: body)
        }

        func notModified(_ date: DateLine) -> QuickAnswer {
            QuickAnswer(head: unchanged.dated(date), body: nil)
        }
    }

    /// How much memory it takes, in bytes.
    let cost: Int
    private let variants: [(coding: ContentCoding, variant: Variant)]
    private let offered: [ContentCoding]
    private let identity: Variant

    /// An answer packed in these codings, and plain.
    init(_ rendered: Rendered, _ effort: Compressor.Effort, codings: [ContentCoding] = [.brotli, .gzip]) {
        var rendered = rendered
        let digest = rendered.digest
        var packed: [(ContentCoding, [UInt8])] = []
        if rendered.isCompressible {
            packed = codings.compactMap { coding in
                Compressor.pack(rendered.bytes, coding, effort).map { (coding, $0) }
            }
            rendered.fields.addVary("Accept-Encoding")
        }
        variants = packed.map { ($0, Variant(rendered, $1, $0, tag: "\"\(digest)-\($0.rawValue)\"")) }
        identity = Variant(rendered, rendered.bytes, .identity, tag: "\"\(digest)\"")
        offered = packed.map(\.0)
        cost = packed.reduce(rendered.bytes.count) { $0 + $1.1.count } + 4096
    }

    /// The answer to a request: not modified, or whole in the coding that it prefers.
    func answer(to fields: HTTPFields, date: DateLine) -> QuickAnswer {
        let coding = ContentCoding.preferred(fields.first(.acceptEncoding), offered: offered)
        let variant = variants.first { $0.coding == coding }?.variant ?? identity
        if let held = fields.first(.ifNoneMatch), EntityTags.contains(held, variant.tag) { return variant.notModified(date) }
        return variant.answer(date)
    }

    /// The same, for the way on which answers are made.
    func response(to fields: HTTPFields, date: DateLine, isHead: Bool) -> Response {
        answer(to: fields, date: date).response(isHead: isHead)
    }
}

/// A head and a body that are sent as they are; without a body it also says nothing of a length.
struct QuickAnswer {
    let head: HTTPResponse
    let body: ByteBuffer?

    func response(isHead: Bool) -> Response {
        guard let body else { return Response(bare: head) }
        return Response(status: head.status, headers: head.headerFields, body: isHead ? ResponseBody() : ResponseBody(byteBuffer: body))
    }
}

extension Response {
    /// A response without a body that also says nothing of a length.
    init(bare head: HTTPResponse) {
        self.init(status: head.status, headers: head.headerFields, body: ResponseBody(contentLength: nil) { try await $0.finish(nil) })
    }
}

extension HTTPFields {
    /// The first value of a header, without joining several into a new string.
    func first(_ name: HTTPField.Name) -> String? {
        first { $0.name == name }?.value
    }

    /// Notes that answers differ by this header of the request.
    mutating func addVary(_ name: String) {
        let noted = (self[.vary] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        guard !noted.contains(where: { $0.lowercased() == name.lowercased() }) else { return }
        self[.vary] = (noted + [name]).joined(separator: ", ")
    }
}
