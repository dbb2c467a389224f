#if DEBUG
    extension LiteralContext {
        /// Reads on through a literal part.
        mutating func follow(_ literal: [UInt8]) throws(Misplacement) {
            for byte in literal {
                try follow(byte)
            }
        }

        private mutating func follow(_ byte: UInt8) throws(Misplacement) {
            switch place {
            case .text: if byte == UInt8(ascii: "<") { place = .afterAngle }
            case .afterAngle: followAfterAngle(byte)
            case .afterAngleSlash: followAfterAngleSlash(byte)
            case .tagName: followTagName(byte)
            case .betweenAttributes: try followBetweenAttributes(byte)
            case .afterAttribute: try followAfterAttribute(byte)
            case .attributeName: try followAttributeName(byte)
            case .afterAttributeName: try followAfterAttributeName(byte)
            case .beforeValue: try followBeforeValue(byte)
            case .quotedValue(let quote): followQuotedValue(byte, quote)
            case .unquotedValue: followUnquotedValue(byte)
            case .afterExclamation: followAfterExclamation(byte)
            case .declaration: if byte == UInt8(ascii: ">") { place = .text }
            case .comment: followComment(byte)
            case .content(let element): followContent(byte, of: element)
            }
        }

        private mutating func followAfterAngle(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "/"): place = .afterAngleSlash
            case UInt8(ascii: "?"): place = .declaration
            case UInt8(ascii: "<"): return
            case UInt8(ascii: "!"):
                tail = []
                place = .afterExclamation
            default: beginTag(byte, isEndTag: false)
            }
        }

        private mutating func followAfterAngleSlash(_ byte: UInt8) {
            beginTag(byte, isEndTag: true)
            if place != .tagName { place = byte == UInt8(ascii: ">") ? .text : .declaration }
        }

        private mutating func beginTag(_ byte: UInt8, isEndTag: Bool) {
            guard Self.isLetter(byte) else { return place = .text }
            element = [Self.lowered(byte)]
            self.isEndTag = isEndTag
            place = .tagName
        }

        private mutating func followTagName(_ byte: UInt8) {
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
                place = .betweenAttributes
            } else {
                element.append(Self.lowered(byte))
            }
        }

        private mutating func followBetweenAttributes(_ byte: UInt8) throws(Misplacement) {
            if byte == UInt8(ascii: ">") { return endTag() }
            if Self.isSpace(byte) || byte == UInt8(ascii: "/") { return }
            guard Self.mayStandInName(byte) else { throw Misplacement("a stray sign among the attributes of <\(elementName)>") }
            attribute = [Self.lowered(byte)]
            place = .attributeName
        }

        private mutating func followAfterAttribute(_ byte: UInt8) throws(Misplacement) {
            guard Self.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else {
                throw Misplacement("no space after the attribute \(attributeName)")
            }
            try followBetweenAttributes(byte)
            if place == .afterAttribute { place = .betweenAttributes }
        }

        private mutating func followAttributeName(_ byte: UInt8) throws(Misplacement) {
            if Self.mayStandInName(byte) { return attribute.append(Self.lowered(byte)) }
            try checkAttribute()
            place = .afterAttributeName
            try followAfterAttributeName(byte)
        }

        private mutating func followAfterAttributeName(_ byte: UInt8) throws(Misplacement) {
            if byte == UInt8(ascii: "=") {
                place = .beforeValue
            } else if !Self.isSpace(byte) {
                try followBetweenAttributes(byte)
                if byte == UInt8(ascii: "/") { place = .betweenAttributes }
            }
        }

        private mutating func followBeforeValue(_ byte: UInt8) throws(Misplacement) {
            if Self.isSpace(byte) { return }
            guard byte != UInt8(ascii: ">") else { throw Misplacement("no value after \(attributeName)=") }
            lastOfValue = nil
            place = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? .quotedValue(byte) : .unquotedValue
        }

        private mutating func followQuotedValue(_ byte: UInt8, _ quote: UInt8) {
            if byte == quote {
                place = .afterAttribute
            } else if !Self.isSpace(byte) {
                lastOfValue = byte
            }
        }

        private mutating func followUnquotedValue(_ byte: UInt8) {
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if Self.isSpace(byte) {
                place = .betweenAttributes
            }
        }

        private mutating func endTag() {
            let name = elementName
            let holdsMarkup = isEndTag || !(Self.elementsOfWords.contains(name) || Self.elementsOfCode.contains(name))
            tail = []
            place = holdsMarkup ? .text : .content(of: name)
        }
    }
#endif
