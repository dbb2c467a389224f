internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// A request made by hand, for tests: the same way as through a socket, without one.
public struct HandmadeRequest: Sendable {
    /// `GET`, `POST` …
    public var method: String
    /// The path with its query, as a browser sends it.
    public var target: String
    /// The headers.
    public var headers: [(name: String, value: String)]
    /// What it carries; nil for nothing.
    public var body: [UInt8]?
    /// The address of the peer.
    public var peer: ClientAddress

    /// A request.
    public init(
        _ method: String, _ target: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
        peer: ClientAddress = .loopback
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.peer = peer
    }
}

/// What came back.
public struct Reply: Sendable {
    /// The status.
    public let status: Status
    /// The headers, names in lower case.
    public let headers: [(name: String, value: String)]
    /// The bytes, packed as the request allowed.
    public let body: [UInt8]

    /// The first value of a header.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name.lowercased() }?.value
    }

    /// The bytes as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}

extension Responder {
    /// Answers a request made by hand. A streamed answer is collected; if it breaks off, what came until then is given.
    public func reply(to handmade: HandmadeRequest) async -> Reply {
        var fields = HTTPFields()
        for (name, value) in handmade.headers { fields.append(HTTPField(name: .known(name), value: value)) }
        if let body = handmade.body, fields[.contentLength] == nil { fields[.contentLength] = body.count.description }
        let method = HTTPRequest.Method(handmade.method) ?? .get
        let head = HTTPRequest(method: method, scheme: nil, authority: nil, path: handmade.target, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: handmade.body ?? [])))
        let response = await respond(to: request, peer: handmade.peer)
        let collector = Collector()
        try? await response.body.write(collector)
        return Reply(
            status: Status(code: response.status.code),
            headers: response.headers.map { ($0.name.canonicalName, $0.value) }, body: collector.bytes)
    }
}

private final class Collector: ResponseBodyWriter, Sendable {
    private let held = Mutex<[UInt8]>([])

    var bytes: [UInt8] { held.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        held.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
