/// A message as plain text.
struct MailText {
    let text: String

    init(_ message: Message, words: MailWords) {
        var pieces = message.blocks.map { block in
            switch block {
            case .paragraph(let words), .note(let words): words
            case .markdown(let source): Self.plain(source)
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

    /// Markdown reads well as it was written, save for the backslashes that take a sign's meaning from it.
    private static func plain(_ source: String) -> String {
        var text = String.UnicodeScalarView()
        var isEscaping = false
        for scalar in source.unicodeScalars {
            if isEscaping {
                if !isPunctuation(scalar) { text.append("\\") }
                text.append(scalar)
                isEscaping = false
            } else if scalar == "\\" {
                isEscaping = true
            } else {
                text.append(scalar)
            }
        }
        if isEscaping { text.append("\\") }
        return String(text)
    }

    /// The signs of ASCII that a backslash may stand before (CommonMark 0.31, section 2.4).
    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
