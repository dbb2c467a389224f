import Foundation
import HTML
import Testing

@Suite("Addresses on this site")
struct URLPathTests {
    @Test(
        "What somebody wrote is kept, with percent-encoding where it is needed",
        arguments: [
            ("/", "/"), ("#", "#"), ("#part", "#part"), ("/fr/why", "/fr/why"), ("/x?y=z#w", "/x?y=z#w"), ("/a/?next=//b", "/a/?next=//b"),
            ("/x#a/../b", "/x#a/../b"),
            ("/été", "/%C3%A9t%C3%A9"), ("/a b", "/a%20b"), ("/%C3%A9", "/%C3%A9"), ("/100%", "/100%25"), ("/%zz", "/%25zz"),
            ("/a\"<>`{}|^", "/a%22%3C%3E%60%7B%7D%7C%5E"),
            ("/a//b", "/a//b"), ("/x:y@z", "/x:y@z"), ("/...", "/..."), ("/.well-known/x", "/.well-known/x"), ("/\u{2028}", "/%E2%80%A8"),
        ])
    func kept(text: String, address: String) {
        #expect(URLPath(text)?.description == address)
    }

    @Test(
        "What could lead off this site is refused",
        arguments: [
            "", " ", "x", "fr/why", "?x=y", " /x", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/x\\y",
            "https://evil.example",
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "/\t/evil.example",
            "/\n/evil.example", "\t//evil.example",
            "/\r\nSet-Cookie: a=b", "/x\0", "/x\u{7F}", "/..", "/../x", "/x/..//evil.example", "/./x", "/.//evil.example", "/%2e%2E/x",
            "/.%2e", "/x/%2e", "\u{FF0F}/x", "/\u{301}/\r",
            "mailto:a@b.example", "#a\n",
        ])
    func refused(text: String) {
        #expect(URLPath(text) == nil)
    }

    @Test("Parts are percent-encoded, and those that no browser keeps are left out")
    func parts() {
        #expect(URLPath(segments: []).description == "/")
        #expect(URLPath(segments: ["fr", "a b/c?d#e%é"]).description == "/fr/a%20b%2Fc%3Fd%23e%25%C3%A9")
        #expect(URLPath(segments: ["", "evil.example"]).description == "/evil.example")
        #expect(URLPath(segments: ["\\evil", "..", ".", "%2e"]).description == "/%5Cevil/%252e")
        #expect(
            URLPath(segments: ["x"], query: [("q", "a&b=c+d e"), ("", "")], fragment: "w\"").description == "/x?q=a%26b%3Dc%2Bd%20e&=#w%22")
        #expect(URLPath(segments: ["...", ".x"]).description == "/.../.x")
        #expect(URLPath(segments: ["x"], fragment: "w").description == "/x#w")
        #expect(URLPath.fragment("a b").description == "#a%20b")
    }

    @Test("Query and fragment are added in their places")
    func adding() throws {
        let page = try #require(URLPath("/x?y=z#w"))
        #expect(page.path == "/x")
        #expect(page.adding(query: [("a", "b")]).description == "/x?y=z&a=b#w")
        #expect(page.adding(query: []) == page)
        #expect(page.adding(fragment: "v").description == "/x?y=z#v")
        #expect(URLPath(segments: ["x"]).adding(query: [("a", "b"), ("c", "d")]).adding(fragment: "e").description == "/x?a=b&c=d#e")
        #expect(URLPath.fragment("w").adding(query: [("a", "b")]).description == "/?a=b#w")
        #expect(URLPath.fragment("w").adding(query: []).description == "#w")
        #expect(URLPath.fragment("w").path.isEmpty)
    }

    @Test("Whatever random text becomes an address stays on this site and says the same again")
    func randomAddresses() throws {
        var numbers = SeededNumbers(seed: 4)
        let alphabet = [
            "/", "/", "\\", ".", "..", "%2e", "%", "#", "?", ":", "@", "evil.example", "http", "javascript:", "\t", "\n", "\r", " ", "é",
            "\u{301}", "\"", "&", "=",
        ]
        let site = try #require(URL(string: "https://socle.example/fr/"))
        var kept = 0
        for _ in 0..<4_000 {
            let text = numbers.text(from: alphabet, length: 10)
            let made = URLPath(segments: [text, text], query: [(text, text)], fragment: text)
            for path in [URLPath("/" + text), URLPath(text), made, made.adding(query: [(text, text)]), .fragment(text)].compactMap(\.self) {
                kept += 1
                #expect(path.description.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
                #expect(URLPath(path.description) == path)
                let resolved = URL(string: path.description, relativeTo: site)
                #expect(resolved?.host() == "socle.example" && resolved?.scheme == "https", "\(path)")
            }
        }
        #expect(kept > 12_000)
    }
}
