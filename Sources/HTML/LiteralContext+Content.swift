#if DEBUG
    extension LiteralContext {
        mutating func followAfterExclamation(_ byte: UInt8) {
            tail.append(byte)
            if tail.elementsEqual("--".utf8) {
                place = .comment
            } else if byte == UInt8(ascii: ">") {
                place = .text
            } else if tail.count > 1 || byte != UInt8(ascii: "-") {
                place = .declaration
            }
        }

        /// The two dashes that begin a comment may also end it: `<!-->` is one. `--!>` ends it for browsers, but not here, which traps sooner.
        mutating func followComment(_ byte: UInt8) {
            tail = tail.suffix(2) + [byte]
            if tail.elementsEqual("-->".utf8) { place = .text }
        }

        mutating func followContent(_ byte: UInt8, of element: String) {
            tail.append(Self.lowered(byte))
            let length = element.utf8.count + 3
            if tail.count > length { tail.removeFirst() }
            guard tail.count == length, tail.dropLast().elementsEqual("</\(element)".utf8) else { return }
            guard Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else { return }
            isEndTag = true
            place = byte == UInt8(ascii: ">") ? .text : .betweenAttributes
        }
    }
#endif
