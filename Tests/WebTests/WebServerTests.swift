import Foundation
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing
import Text

@testable import Web

@Suite(.timeLimit(.minutes(1))) struct WebServerTests {
    /// More than the buffers of a local connection hold.
    private static let large = 30_000_000

    private static func site(_ slow: Gate = Gate(), _ entered: Tally = Tally()) throws -> TestSite {
        try TestSite { table in
            table.bind(FixedRoute(.get, "/page"), for: .everyone) { _ in .text("the page").cached(CachePolicy(topics: [])) }
            table.bind(FixedRoute(.post, "/form"), for: .everyone) { visit in .text("\(try await visit.form().pairs.count) fields") }
            table.bind(FixedRoute(.get, "/slow"), for: .everyone) { _ in
                entered.add()
                await slow.pass()
                return .text("done at last")
            }
            table.bind(FixedRoute(.get, "/large"), for: .everyone) { _ in
                .bytes([UInt8](repeating: UInt8(ascii: "#"), count: large), type: "application/octet-stream")
            }
            table.bind(FixedRoute(.get, "/stream"), for: .everyone) { _ in
                .stream(type: "text/plain") { writer in for _ in 0..<3000 { try await writer.write(String(repeating: "#", count: 10_000)) }
                }
            }
        }
    }

    /// Runs a server on a port of its own while `body` talks to it, then stops it.
    private static func serving(
        _ site: TestSite, patience: Duration = .seconds(20), idle: Duration = .seconds(20),
        _ body: @Sendable (_ port: Int, _ stop: @Sendable () async -> Void) async throws -> Void
    ) async throws {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in TestLog() }
        let server = WebServer(
            site.responder, .init(port: 0, idleTimeout: idle, patience: patience), logger: logger, onListening: { announce.yield($0) })
        let group = ServiceGroup(configuration: .init(services: [server], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            do { try await body(port) { await group.triggerGracefulShutdown() } } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private static let post =
        "POST /form HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: none\r\nContent-Type: application/x-www-form-urlencoded\r\n"

    @Test func `Two requests on one connection get two answers`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\n\r\n")
            let first = try await talk.read(until: "the page")
            #expect(first.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(first.lowercased().contains("content-security-policy: default-src 'none'"))
            try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n")
            #expect(try await talk.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 304"))
            try await talk.send("\(Self.post)Content-Length: 7\r\n\r\na=1&b=2")
            #expect(try await talk.read(until: "fields").hasSuffix("2 fields"))
        }
    }

    @Test func `Answers keep the order of requests that come together, quick ones among slow ones`() async throws {
        let gate = Gate()
        try await Self.serving(Self.site(gate)) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\n\r\n")
            _ = try await talk.read(until: "the page")
            let page = "GET /page HTTP/1.1\r\nHost: x\r\n\r\n"
            try await talk.send("\(page)GET /slow HTTP/1.1\r\nHost: x\r\n\r\n\(page)\(page)HEAD /page HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
            gate.open()
            #expect(try await talk.read(until: "done at last").hasPrefix("HTTP/1.1 200"))
            #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
            #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
            let head = try await talk.read(until: "\r\n\r\n")
            #expect(head.lowercased().contains("content-length: 8"))
            try await talk.send(page)
            #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `A kept page to a request that brings a body, or wants the connection closed, is the same`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            for _ in 0..<3 {
                try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
                #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
            }
            try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(try await talk.readToEnd().hasSuffix("the page"))
        }
    }

    @Test func `A connection that asks for kept pages again and again is not idle`() async throws {
        try await Self.serving(Self.site(), idle: .milliseconds(600)) { port, _ in
            let talk = try await RawConnection(port: port)
            for _ in 0..<8 {
                try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await talk.read(until: "the page").hasPrefix("HTTP/1.1 200"))
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    @Test func `A stream arrives whole`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("GET /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            #expect(try await talk.readToEnd().utf8.count { $0 == UInt8(ascii: "#") } == Self.large)
        }
    }

    @Test func `Ten megabytes are refused at once, and the connection goes on`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Content-Length: 10000000\r\n\r\n")
            #expect(try await talk.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413"))
            for _ in 0..<100 { try await talk.send(String(repeating: "a", count: 100_000)) }
            try await talk.send("GET /page HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try await talk.read(until: "the page").contains("HTTP/1.1 200 OK"))
        }
    }

    @Test func `A chunked form that grows too long is refused`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Transfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<11 { try await talk.send("186a0\r\n" + String(repeating: "a", count: 100_000) + "\r\n") }
            #expect(try await talk.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func `Who never stops sending after a refusal is cut off`() async throws {
        try await Self.serving(Self.site()) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Content-Length: 1000000000\r\n\r\n")
            #expect(try await talk.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413"))
            await #expect(throws: (any Error).self) {
                for _ in 0..<2000 { try await talk.send(String(repeating: "a", count: 100_000)) }
            }
        }
    }

    @Test func `A body that dribbles is cut off, however often a byte comes`() async throws {
        try await Self.serving(Self.site(), patience: .milliseconds(400)) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Content-Length: 1000\r\n\r\n")
            let begin = ContinuousClock.now
            let dribble = Task { while !Task.isCancelled { try await talk.send("a"); try await Task.sleep(for: .milliseconds(50)) } }
            _ = try? await talk.readToEnd()
            dribble.cancel()
            #expect(begin.duration(to: .now) < .seconds(10))
        }
    }

    @Test func `A body that keeps the pace may take longer`() async throws {
        try await Self.serving(Self.site(), patience: .milliseconds(300)) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Content-Length: 20000\r\n\r\n")
            for _ in 0..<10 {
                try await talk.send(String(repeating: "a", count: 2000))
                try await Task.sleep(for: .milliseconds(60))
            }
            #expect(try await talk.read(until: "fields").hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `A head that dribbles is cut off`() async throws {
        try await Self.serving(Self.site(), idle: .milliseconds(400)) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("GET /page HTTP/1.1\r\n")
            let begin = ContinuousClock.now
            let dribble = Task { while !Task.isCancelled { try await talk.send("X: y\r\n"); try await Task.sleep(for: .milliseconds(50)) } }
            _ = try? await talk.readToEnd()
            dribble.cancel()
            #expect(begin.duration(to: .now) < .seconds(10))
        }
    }

    @Test func `A form whose sender went away half-way is not taken for a whole one`() async throws {
        let site = try Self.site()
        try await Self.serving(site) { port, _ in
            let talk = try await RawConnection(port: port)
            try await talk.send("\(Self.post)Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n")
            try await talk.close()
            try await eventually { site.log.lines.contains { $0.contains("POST /form") } }
            #expect(site.log.lines.contains { $0.contains("POST /form 400") })
        }
    }

    @Test func `Who reads slowly gets everything, although the connection looks idle`() async throws {
        try await Self.serving(Self.site(), idle: .milliseconds(200)) { port, _ in
            let talk = try await RawConnection(port: port, readsByItself: false)
            try await talk.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
            for _ in 0..<20 {
                try await Task.sleep(for: .milliseconds(50))
                talk.readSome()
            }
            try await talk.readByItself()
            #expect(try await talk.readToEnd().utf8.count { $0 == UInt8(ascii: "#") } == Self.large)
        }
    }

    @Test func `Who does not read at all is cut off`() async throws {
        try await Self.serving(Self.site(), patience: .milliseconds(100)) { port, _ in
            for target in ["/large", "/stream"] {
                let talk = try await RawConnection(port: port, readsByItself: false)
                try await talk.send("GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n")
                try await Task.sleep(for: .milliseconds(1200))
                try await talk.readByItself()
                #expect(try await talk.readToEnd().utf8.count { $0 == UInt8(ascii: "#") } < Self.large)
            }
        }
    }

    @Test func `Asked to stop, the server finishes what it began and takes nothing new`() async throws {
        let gate = Gate()
        let entered = Tally()
        try await Self.serving(Self.site(gate, entered)) { port, stop in
            let busy = try await RawConnection(port: port)
            let idle = try await RawConnection(port: port)
            try await busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
            try await eventually { entered.value == 1 }
            await stop()
            #expect(try await idle.readToEnd().isEmpty)
            gate.open()
            #expect(try await busy.readToEnd().hasSuffix("done at last"))
        }
    }
}

/// A connection on which tests write what they like.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let received: Received

    private final class Received: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer
        let text = Mutex<(all: [UInt8], isOver: Bool)>(([], false))

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let buffer = unwrapInboundIn(data)
            text.withLock { $0.all += buffer.readableBytesView }
        }

        func channelInactive(context: ChannelHandlerContext) {
            text.withLock { $0.isOver = true }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            text.withLock { $0.isOver = true }
            context.close(promise: nil)
        }
    }

    init(port: Int, readsByItself: Bool = true) async throws {
        let received = Received()
        self.received = received
        channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: readsByItself)
            .channelInitializer { $0.pipeline.addHandler(received) }
            .connect(host: "127.0.0.1", port: port).get()
    }

    func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text))
    }

    func readSome() {
        channel.read()
    }

    func readByItself() async throws {
        try await channel.setOption(.autoRead, value: true).get()
    }

    func close() async throws {
        try await channel.close()
    }

    /// What came until this text did; it is taken away. Throws after 20 seconds, or when the other side closed before.
    func read(until end: String) async throws -> String {
        try await wait { state in
            guard let text = String(validating: state.all, as: UTF8.self), let range = text.range(of: end) else { return nil }
            let head = text[..<range.upperBound]
            state.all.removeFirst(head.utf8.count)
            return String(head)
        }
    }

    /// Everything until the other side closes.
    func readToEnd() async throws -> String {
        try await wait { $0.isOver ? String(decoding: $0.all, as: UTF8.self) : nil }
    }

    private func wait(_ take: (inout (all: [UInt8], isOver: Bool)) -> String?) async throws -> String {
        for _ in 0..<2000 {
            let (text, isOver) = received.text.withLock { (take(&$0), $0.isOver) }
            if let text { return text }
            if isOver { throw ConnectionClosed() }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw ConnectionClosed()
    }

    struct ConnectionClosed: Error {}
}
