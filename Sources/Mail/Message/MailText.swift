internal import Text

/// A message as plain text.
struct MailText {
    let text: String

    init(_ message: Message, words: MailWords) {
        var pieces = message.blocks.map { block in
            switch block {
            case .paragraph(let words), .note(let words): words
            case .markdown(let source): Markdown.plain(source)
            // The address stands alone on its line, so that every client makes the whole of it a link.
            case .button(let label, let url): "\(label)\n\(url)"
            case .code(let code, let label): "\(label ?? words.code)\n\n    \(code)"
            }
        }
        var signature = "-- \n\(words.sentBy)"
        if let unsubscribe = words.unsubscribe { signature += "\n\(words.stop)\n\(unsubscribe)" }
        pieces.append(signature)
        text = pieces.joined(separator: "\n\n") + "\n"
    }
}
