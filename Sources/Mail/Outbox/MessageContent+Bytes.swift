internal import Foundation

/// How content is stored before it is sealed. Every message passes here on its way out, also when thousands sign at once, and `JSONEncoder`
/// took longer for one than all else that the program does for its row: so a version, and then each piece as its kind and its texts.
extension MessageContent {
    private static let version: UInt8 = 1

    /// What a piece is; never given another number, since stored messages wait for their sending.
    private enum Kind: UInt8 {
        case paragraph = 1
        case button, code, labelledCode, note, unsubscribe, markdown
    }

    /// The content as bytes.
    var bytes: [UInt8] {
        var bytes = [Self.version]
        bytes.reserveCapacity(1024)
        for block in blocks {
            switch block {
            case .paragraph(let words): Self.append(.paragraph, [words], to: &bytes)
            case .button(let label, let url): Self.append(.button, [label, url], to: &bytes)
            case .code(let code, nil): Self.append(.code, [code], to: &bytes)
            case .code(let code, let label?): Self.append(.labelledCode, [code, label], to: &bytes)
            case .note(let words): Self.append(.note, [words], to: &bytes)
            case .markdown(let source): Self.append(.markdown, [source], to: &bytes)
            }
        }
        if let unsubscribe { Self.append(.unsubscribe, [unsubscribe], to: &bytes) }
        return bytes
    }

    /// The content that bytes stand for; also what was stored as JSON before there were versions.
    init(bytes: [UInt8]) throws {
        guard bytes.first != UInt8(ascii: "{") else {
            self = try JSONDecoder().decode(MessageContent.self, from: Data(bytes))
            return
        }
        var rest = bytes[...]
        guard rest.popFirst() == Self.version else { throw MessageDamage.content }
        var blocks: [Message.Block] = []
        var unsubscribe: String?
        while let kind = rest.popFirst() {
            switch Kind(rawValue: kind) {
            case .paragraph: blocks.append(.paragraph(try Self.text(&rest)))
            case .button: blocks.append(.button(label: try Self.text(&rest), url: try Self.text(&rest)))
            case .code: blocks.append(.code(try Self.text(&rest)))
            case .labelledCode: blocks.append(.code(try Self.text(&rest), label: try Self.text(&rest)))
            case .note: blocks.append(.note(try Self.text(&rest)))
            case .markdown: blocks.append(.markdown(try Self.text(&rest)))
            case .unsubscribe: unsubscribe = try Self.text(&rest)
            case nil: throw MessageDamage.content
            }
        }
        self.init(blocks: blocks, unsubscribe: unsubscribe)
    }

    private static func append(_ kind: Kind, _ texts: [String], to bytes: inout [UInt8]) {
        bytes.append(kind.rawValue)
        for text in texts {
            withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes += text.utf8
        }
    }

    /// Takes a text from the front: four bytes that say how long it is, and the text.
    private static func text(_ rest: inout ArraySlice<UInt8>) throws(MessageDamage) -> String {
        guard rest.count >= 4 else { throw .content }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        rest.removeFirst(4)
        guard rest.count >= length else { throw .content }
        defer { rest.removeFirst(length) }
        return String(decoding: rest.prefix(length), as: UTF8.self)
    }
}
