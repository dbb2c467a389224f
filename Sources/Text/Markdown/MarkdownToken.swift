internal import HTML

/// A part of the words of a block.
enum MarkdownToken {
    case words(ArraySlice<UInt8>)
    case code(ArraySlice<UInt8>)
    case lineBreak
    case stars(MarkdownStars)
    case openBracket
    /// `](address)`, or `]` alone; kept as typed for the case that it closes nothing.
    case closeBracket(Address?, asTyped: ArraySlice<UInt8>)
    case linkStart(Address)
    case linkEnd

    /// Where a link may lead.
    enum Address {
        case here(URLPath)
        case elsewhere(WebURL)

        init?(_ bytes: ArraySlice<UInt8>) {
            let text = String(decoding: bytes, as: UTF8.self)
            if let path = URLPath(text) {
                self = .here(path)
            } else if let url = WebURL(text) {
                self = .elsewhere(url)
            } else {
                return nil
            }
        }
    }
}
