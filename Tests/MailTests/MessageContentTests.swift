import Foundation
import Testing

@testable import Mail

@Suite("The content of a stored message")
struct MessageContentTests {
    private static let blocks: [Message.Block] = [
        .paragraph("Bonjour « Amina »,\nមេត្តា"), .button(label: "", url: "https://example.org/?a=1"), .code("482 913"),
        .code("482 913", label: "Code"), .note(String(repeating: "é", count: 70_000)),
        .markdown("## Title\n\n**words**"),
    ]

    @Test("comes back as it was stored", arguments: [nil, "https://example.org/stop"])
    func bytes(unsubscribe: String?) throws {
        let content = MessageContent(blocks: Self.blocks, unsubscribe: unsubscribe)
        #expect(try MessageContent(bytes: content.bytes) == content)
        let empty = MessageContent(blocks: [], unsubscribe: nil)
        #expect(try MessageContent(bytes: empty.bytes) == empty)
    }

    @Test("is read from JSON too, as it was stored at first")
    func json() throws {
        let json = #"{"blocks":[{"paragraph":{"_0":"Bonjour"}},{"code":{"_0":"482 913"}}],"unsubscribe":"https://example.org/stop"}"#
        let content = MessageContent(blocks: [.paragraph("Bonjour"), .code("482 913")], unsubscribe: "https://example.org/stop")
        #expect(try MessageContent(bytes: Array(json.utf8)) == content)
    }

    @Test("is refused when it is cut short or of another version, and never traps")
    func damage() {
        let bytes = MessageContent(blocks: Self.blocks, unsubscribe: nil).bytes
        for length in [2, 5, 6, 20, bytes.count - 70_000, bytes.count - 1] {
            #expect(throws: MessageDamage.content) { try MessageContent(bytes: Array(bytes.prefix(length))) }
        }
        for damaged in [[], [2], [0], [1, 9], [1, 1, 255, 255, 255, 255, 65], [1, 0]] as [[UInt8]] {
            #expect(throws: MessageDamage.content) { try MessageContent(bytes: damaged) }
        }
    }
}
