import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing
import Text

@testable import Web

@Suite struct VisitTests {
    private static func site() throws -> TestSite {
        try TestSite { table in
            table.bind(FixedRoute(.post, "/form"), for: .everyone) { visit in
                .text(try await visit.form().pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
            }
            table.bind(FixedRoute(.post, "/note"), for: .everyone) { visit in .text("\(try await visit.body(upTo: 10).count)") }
            table.bind(FixedRoute(.get, "/cookie"), for: .everyone) { visit in .text(visit.cookie("zone") ?? "none") }
        }
    }

    @Test func `A form is decoded in order`() async throws {
        #expect(try await Self.site().post("/form", "b=2&a=d%C3%A9cent+work&b=3").text == "b=2|a=décent work|b=3")
        #expect(try await Self.site().post("/form", "").text == "")
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data; boundary=x", "application/json", "", "application/x-www-form-urlencoded; charset=latin1",
    ])
    func `A form in another encoding is not understood`(type: String) async throws {
        let headers: [(name: String, value: String)] = [("Content-Type", type), ("Sec-Fetch-Site", "same-origin")]
        let reply = try await Self.site().responder.reply(to: HandmadeRequest("POST", "/form", headers: headers, body: Array("a=b".utf8)))
        #expect(reply.status == .unsupportedMedia)
    }

    @Test(arguments: ["a=%00", "a=%FF", "%C3=b"])
    func `A form with NUL or broken text is a bad request`(form: String) async throws {
        #expect(try await Self.site().post("/form", form).status == .badRequest)
    }

    @Test func `A form above 1 MB is refused by its length before it is read`() async throws {
        let site = try Self.site()
        let headers: [(name: String, value: String)] = [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "10000000"), ("Sec-Fetch-Site", "none"),
        ]
        #expect(await site.responder.reply(to: HandmadeRequest("POST", "/form", headers: headers)).status == .tooLarge)
    }

    @Test func `A form without a length is refused when it has become too long`() async throws {
        let (body, source) = RequestBody.makeStream()
        let fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .known("sec-fetch-site"): "none"]
        let request = Request(
            head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/form", headerFields: fields), body: body)
        let writing = Task {
            for _ in 0..<11 { await source.yield(ByteBuffer(bytes: [UInt8](repeating: 97, count: 100_000))) }
            source.finish()
        }
        #expect(try await Self.site().responder.respond(to: request, peer: .loopback).status == .contentTooLarge)
        writing.cancel()
    }

    @Test func `Half a form is not taken for a whole one`() async throws {
        let headers: [(name: String, value: String)] = [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "30"), ("Sec-Fetch-Site", "none"),
        ]
        let reply = try await Self.site().responder.reply(to: HandmadeRequest("POST", "/form", headers: headers, body: Array("a=b".utf8)))
        #expect(reply.status == .badRequest)
    }

    @Test func `Any body is bounded as its handler says`() async throws {
        #expect(try await Self.site().post("/note", "0123456789").text == "10")
        #expect(try await Self.site().post("/note", "0123456789a").status == .tooLarge)
    }

    @Test func `A cookie is found by its whole name`() async throws {
        #expect(try await Self.site().get("/cookie", [("Cookie", "xzone=1; zone=Africa/Dakar; zone=2")]).text == "Africa/Dakar")
        #expect(try await Self.site().get("/cookie", [("Cookie", "zone2=1")]).text == "none")
    }
}

@Suite struct ClientAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:DB8::1", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
    ])
    func `An address has one form`(text: String, form: String) {
        #expect(ClientAddress(text)?.description == form)
    }

    @Test(arguments: ["", "192.0.2", "192.0.2.256", "example.org", "2001:db8::1::2", "192.0.2.1:80"])
    func `What is no address is none`(text: String) {
        #expect(ClientAddress(text) == nil)
    }

    @Test func `An office shares a network`() throws {
        #expect(try #require(ClientAddress("2001:db8:1:2:3::4")).network == #require(ClientAddress("2001:db8:1:2::9")).network)
        #expect(try #require(ClientAddress("192.0.2.1")).network != #require(ClientAddress("192.0.2.2")).network)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.200.3.4", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.128/25", "10.0.0.127", false),
        ("10.0.0.128/25", "10.0.0.129", true), ("127.0.0.1", "127.0.0.1", true), ("fd00::/8", "fd12::1", true),
        ("0.0.0.0/0", "8.8.8.8", true),
        ("fd00::/8", "10.0.0.1", false),
    ])
    func `A range holds its addresses`(range: String, address: String, holds: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(#require(ClientAddress(address))) == holds)
    }

    @Test(arguments: ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "nothing/8", "10.0.0.0/"])
    func `What is no range is none`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"), ("10.0.0.1", "1.1.1.1, 203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "1.1.1.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"), ("203.0.113.9", "1.1.1.1", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"), ("10.0.0.1", "1.1.1.1, garbage", "10.0.0.1"), ("10.0.0.1", "1.1.1.1, garbage, 10.0.0.3", "10.0.0.3"),
        ("10.0.0.1", "203.0.113.7:5000", "203.0.113.7"), ("10.0.0.1", "[2001:db8::1]:443", "2001:db8::1"),
        ("10.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("10.0.0.1", "10.0.0.9", "10.0.0.9"),
    ])
    func `Only trusted proxies are believed, from the right`(peer: String, header: String, client: String) throws {
        let trust = ProxyTrust([try #require(AddressRange("10.0.0.0/8"))])
        let fields: HTTPFields = [.known("x-forwarded-for"): header, .known("forwarded"): "for=6.6.6.6"]
        #expect(trust.client(peer: try #require(ClientAddress(peer)), fields).description == client)
    }

    @Test(arguments: [
        ("for=192.0.2.60;proto=https;by=203.0.113.43", "192.0.2.60"),
        ("for=1.1.1.1, For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
        ("for=_hidden", "10.0.0.1"), ("for=unknown", "10.0.0.1"), ("proto=https", "10.0.0.1"),
    ])
    func `The standard header is read where it is chosen`(header: String, client: String) throws {
        let trust = ProxyTrust([try #require(AddressRange("10.0.0.0/8"))], header: .forwarded)
        let fields: HTTPFields = [.known("forwarded"): header, .known("x-forwarded-for"): "6.6.6.6"]
        #expect(trust.client(peer: try #require(ClientAddress("10.0.0.1")), fields).description == client)
    }
}
