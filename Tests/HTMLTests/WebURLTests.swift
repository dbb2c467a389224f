import Foundation
import HTML
import Testing

@Suite("Absolute addresses")
struct WebURLTests {
    @Test(
        "Complete addresses are kept, with percent-encoding where it is needed",
        arguments: [
            ("https://example.org", "https://example.org"), ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
            ("http://localhost:8080/", "http://localhost:8080/"),
            ("https://example.org:443/x", "https://example.org/x"), ("http://example.org:80", "http://example.org"),
            ("http://example.org:443", "http://example.org:443"),
            ("https://example.org:?x", "https://example.org?x"), ("http://[::1]:8080/x", "http://[::1]:8080/x"),
            ("http://127.0.0.1", "http://127.0.0.1"),
            ("https://example.org/a b?c=\"<é>\"#d'e", "https://example.org/a%20b?c=%22%3C%C3%A9%3E%22#d'e"),
            ("https://example.org/100%?a[]=1", "https://example.org/100%25?a[]=1"),
            ("https://example.org/x@y:z", "https://example.org/x@y:z"), ("https://été.example/é", "https://été.example/%C3%A9"),
            ("https://МОСКВА.example", "https://москва.example"),
            ("https://هيئة.example/", "https://هيئة.example/"), ("https://xn--t-9fab.example", "https://xn--t-9fab.example"),
            ("https://a_b.example", "https://a_b.example"),
            ("mailto:a@b.example", "mailto:a@b.example"), ("MAILTO:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"),
            ("mailto:é@b.example", "mailto:%C3%A9@b.example"),
        ])
    func kept(text: String, address: String) {
        #expect(WebURL(text)?.description == address)
    }

    @Test(
        "Everything else is refused",
        arguments: [
            "", "example.org", "/fr/why", "//example.org", "https:", "https:/example.org", "https:example.org", "https://",
            "https:///evil.example", "https://?x", "https://#x",
            "https://:443/", " https://example.org", "https ://example.org", "ftp://example.org", "file:///etc/passwd",
            "blob:https://example.org/x", "tel:123",
            "javascript:alert(1)", "JAVASCRIPT:alert(1)", "javascript://example.org/%0Aalert(1)", "java\tscript:alert(1)",
            "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
            "data:text/html,<script>", "vbscript:x", "view-source:https://example.org", "ht\ttps://example.org", "https:\t//example.org",
            "https:\\\\evil.example",
            "https://example.org\\@evil.example", "https://user@evil.example", "https://user:pass@evil.example/",
            "https://example.org@evil.example", "https://exa mple.org",
            "https://example.org\r\nX: y", "https://example.org/\r\nX: y", "https://example.org/\0", "https://example.org/\u{7F}",
            "https://exam\tple.org", "https://example..org",
            "https://.example.org", "https://example.org.", "https://%65vil.example", "https://example.org:99999", "https://example.org:8a",
            "https://example.org:-1", "https://[::1",
            "https://[]", "https://[::1]x", "https://[evil.example]", "https://::1/", "https://a\u{2100}b.example",
            "https://evil\u{3002}example", "https://evil\u{FF0F}x.example",
            "https://a\u{200B}b.example", "https://\u{202E}b.example", "https://\u{301}a.example", "https://a,b.example",
            "https://a'b.example", "https://a\"b.example", "https://a<b.example",
            "mailto:a@b.example\r\nBcc: c@d.example", "mailto:a\\b", "httpſ://example.org", "https\u{FF1A}//example.org",
        ])
    func refused(text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test("Names and values are added to the query, percent-encoded, before the fragment")
    func query() {
        #expect(WebURL("https://wa.me/", query: [("text", "a & b\né+c")])?.description == "https://wa.me/?text=a%20%26%20b%0A%C3%A9%2Bc")
        #expect(WebURL("mailto:", query: [("subject", "a b"), ("body", "c?")])?.description == "mailto:?subject=a%20b&body=c%3F")
        #expect(WebURL("https://example.org/?x=y#z", query: [("a", "b")])?.description == "https://example.org/?x=y&a=b#z")
        #expect(WebURL("https://example.org", query: [])?.description == "https://example.org")
        #expect(WebURL("javascript:", query: [("a", "b")]) == nil)
    }

    @Test("A page is appended to the address of its site, whatever that ends with")
    func appending() throws {
        let page = try #require(URLPath("/fr/why?a=b#c"))
        for (site, address) in [
            ("https://example.org", "https://example.org/fr/why?a=b#c"), ("https://example.org/", "https://example.org/fr/why?a=b#c"),
            ("https://example.org/socle//?x#y", "https://example.org/socle/fr/why?a=b#c"),
        ] {
            #expect(try #require(WebURL(site)).appending(page).description == address)
        }
        #expect(WebURL("http://été.example:81/")?.appending(.fragment("x")).description == "http://été.example:81#x")
    }

    @Test("A mail address has no pages")
    func appendingToMail() async {
        await #expect(processExitsWith: .failure) { _ = WebURL("mailto:a@b.example")?.appending(.fragment("x")) }
    }

    @Test("The origin is what browsers send, and only https is secure")
    func origin() throws {
        let site = try #require(WebURL("https://Example.org:8443/a?b=http://c/#d"))
        #expect(site.origin == "https://example.org:8443")
        #expect(site.isSecure)
        let plain = try #require(WebURL("http://example.org:80?x"))
        #expect(plain.origin == "http://example.org")
        #expect(!plain.isSecure)
        let mail = try #require(WebURL("mailto:a@b.example?body=https://c.example"))
        #expect(mail.origin == nil)
        #expect(!mail.isSecure)
    }

    @Test("Whatever random text becomes an address has one of the three schemes, no user name, and says the same again")
    func randomAddresses() {
        var numbers = SeededNumbers(seed: 9)
        let alphabet = [
            "https://", "http://", "mailto:", "javascript:", "example.org", "evil", "@", ":", "80", "/", "\\", "?", "#", ".", "%", "[", "]",
            "\t", "\n", " ", "é", "\u{301}",
        ]
        var kept = 0
        for _ in 0..<8_000 {
            let text = numbers.text(from: alphabet, length: 8)
            for url in [WebURL(text), WebURL("https://" + text), WebURL("https://example.org" + text, query: [(text, text)])].compactMap(
                \.self)
            {
                kept += 1
                #expect(WebURL(url.description) == url)
                #expect(!url.description.utf8.contains { $0 <= 0x20 || $0 == 0x7F || "\\\"<>".utf8.contains($0) })
                // Foundation knows no address for some hosts in other scripts; where it does, it must read the same.
                guard let parsed = URL(string: url.description) else {
                    #expect(!url.description.utf8.allSatisfy { $0 < 0x80 }, "\(url)")
                    continue
                }
                #expect(["http", "https", "mailto"].contains(parsed.scheme) && parsed.user() == nil, "\(url)")
            }
        }
        #expect(kept > 2_000)
    }
}
