#if DEBUG
    /// Follows the literal parts of an `HTML` value as a browser's tokenizer would (WHATWG HTML, section 13.2.5) and says whether a value may
    /// stand at the point reached. Stricter than a browser where that keeps a page safe to change. Debug builds only.
    struct LiteralContext {
        /// Where in the markup the next byte stands.
        enum Place: Equatable {
            case text
            case afterAngle, afterAngleSlash, tagName
            case betweenAttributes, afterAttribute
            case attributeName, afterAttributeName
            case beforeValue, quotedValue(UInt8), unquotedValue
            case afterExclamation, declaration, comment
            /// Inside an element whose content is not markup: until its own end tag nothing else counts.
            case content(of: String)
        }

        var place = Place.text
        /// Name of the tag that is being read or was read last, lower case.
        var element: [UInt8] = []
        var isEndTag = false
        /// Name of the attribute that is being read or was read last, lower case.
        var attribute: [UInt8] = []
        /// The last byte of the value that is being read, apart from spaces; nil where the value begins.
        var lastOfValue: UInt8?
        /// What was read last of a comment or of an element's content, lower case: enough to recognise its end.
        var tail: [UInt8] = []

        /// Notes that a value is written at the point reached.
        mutating func write(_ value: InterpolatedValue) throws(Misplacement) {
            switch place {
            case .text:
                return
            case .quotedValue:
                try writeInAttribute(value)
            case .content(let element) where Self.elementsOfWords.contains(element):
                guard value != .markup else { throw Misplacement("markup in <\(element)>, which shows it as words; interpolate a String") }
            case .content(let element):
                throw Misplacement("a value in <\(element)>; data for scripts travels in data- attributes")
            case .unquotedValue, .beforeValue:
                throw Misplacement("a value in the attribute \(attributeName) without quotes")
            case .afterExclamation, .declaration, .comment:
                throw Misplacement("a value in a comment or declaration")
            case .afterAngle, .afterAngleSlash, .tagName:
                throw Misplacement("a value in or beside the name of a tag")
            case .attributeName, .afterAttributeName, .betweenAttributes, .afterAttribute:
                throw Misplacement("a value among the attributes of <\(elementName)>; use \\(attribute:)")
            }
        }

        private mutating func writeInAttribute(_ value: InterpolatedValue) throws(Misplacement) {
            if value == .markup { throw Misplacement("markup in the attribute \(attributeName); interpolate a String") }
            if Self.addressAttributes.contains(attributeName) {
                guard value == .address else {
                    throw Misplacement("words in the address attribute \(attributeName); use URLPath or WebURL")
                }
                let followsAnother = Self.listAttributes.contains(attributeName) && lastOfValue == UInt8(ascii: ",")
                guard lastOfValue == nil || followsAnother else {
                    throw Misplacement("an address that does not begin the attribute \(attributeName)")
                }
            }
            lastOfValue = 0
        }

        /// Notes that a whole attribute is written at the point reached, with a space before it.
        mutating func write(attribute name: StaticString, holding value: InterpolatedValue) throws(Misplacement) {
            switch place {
            case .attributeName, .afterAttributeName: try checkAttribute()
            case .betweenAttributes, .afterAttribute: break
            case .tagName where !isEndTag: break
            default: throw Misplacement("the attribute \(name) where no attribute may begin")
            }
            attribute = name.withUTF8Buffer { $0.map(Self.lowered) }
            guard !attribute.isEmpty, attribute.allSatisfy(Self.mayStandInName) else {
                throw Misplacement("'\(name)' as the name of an attribute")
            }
            try checkAttribute()
            if value == .words && Self.addressAttributes.contains(attributeName) {
                throw Misplacement("words in the address attribute \(name); use URLPath or WebURL")
            }
            place = .afterAttribute
        }

        /// Notes the end of the literal. It must end in text, or what is put beside it would stand somewhere else.
        func end() throws(Misplacement) {
            guard place == .text else { throw Misplacement("the end of the literal inside a tag, a comment or <\(elementName)>") }
        }

        var elementName: String { String(decoding: element, as: UTF8.self) }
        var attributeName: String { String(decoding: attribute, as: UTF8.self) }
    }

    /// A value or an end where none may stand, in words for whoever wrote the literal.
    struct Misplacement: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }
#endif
