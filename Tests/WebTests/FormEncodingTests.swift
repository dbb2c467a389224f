import Testing

@testable import Web

@Suite struct FormEncodingTests {
    private static func pairs(_ text: String) throws -> [String] {
        try FormEncoding.pairs(Array(text.utf8), atMost: 100).map { "\($0.name)→\($0.value)" }
    }

    @Test(arguments: [
        ("a=b&c=d", ["a→b", "c→d"]), ("a=b&a=c", ["a→b", "a→c"]), ("a", ["a→"]), ("a=", ["a→"]), ("=b", ["→b"]), ("&&a=b&", ["a→b"]),
        ("a=b=c", ["a→b=c"]), ("a+b=c+d", ["a b→c d"]), ("%61=%C3%A9", ["a→é"]), ("a=100%", ["a→100%"]), ("a=%zz%4", ["a→%zz%4"]),
        ("a=%2B%26%3D", ["a→+&="]), ("", []),
    ])
    func `Forms are read as the standard says`(text: String, pairs: [String]) throws {
        #expect(try Self.pairs(text) == pairs)
    }

    @Test(arguments: ["a=%00", "a%00=b", "a=%FF", "a=%C3", "a=%ED%A0%80", "a=%C0%AF", "a=%F5%80%80%80"])
    func `NUL and what is not UTF-8 are refused`(text: String) {
        #expect(throws: WebFailure.self) { try Self.pairs(text) }
    }

    @Test func `More fields than allowed are refused`() {
        #expect(throws: WebFailure.self) { try Self.pairs(String(repeating: "a=b&", count: 101)) }
    }

    @Test func `Whatever bytes come, the reading ends, and gives back what a browser would have encoded`() throws {
        var generator = Xorshift(state: 0x9E37_79B9_7F4A_7C15)
        let alphabet = Array("a=b&+%20%C3%A9%zz\u{0}\u{ff}é&=".utf8) + [0xFF, 0xC3]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            guard let pairs = try? FormEncoding.pairs(bytes, atMost: 100) else { continue }
            let encoded = pairs.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
            let again = try FormEncoding.pairs(Array(encoded.utf8), atMost: 100)
            #expect(again.map { "\($0)\u{1}\($1)" } == pairs.map { "\($0)\u{1}\($1)" })
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// A generator that gives the same numbers in every run.
struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
