public import struct Time.Instant

extension HTML: ExpressibleByStringInterpolation {
    /// Markup written in the source. `StaticString`, so that no text made at run time can come in this way.
    public init(stringLiteral literal: StaticString) {
        var page = StringInterpolation(literalCapacity: literal.utf8CodeUnitCount, interpolationCount: 0)
        page.appendLiteral(literal)
        self.init(stringInterpolation: page)
    }

    /// Markup written in the source with values in it.
    public init(stringInterpolation: StringInterpolation) {
        var page = stringInterpolation
        page.checkEnd()
        self.init(utf8: page.bytes)
    }

    /// What may be interpolated into a literal of `HTML`, and how each value is written.
    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []
        #if DEBUG
            var context = LiteralContext()
        #endif

        /// Makes room for the literal parts and a few words for each value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        /// Markup, taken as it is.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
            follow(literal)
        }

        /// Words, escaped. In text and in quoted attribute values, but not in attributes that hold an address.
        public mutating func appendInterpolation(_ text: String) {
            place(.words)
            bytes.appendEscaped(text)
        }

        /// Words, escaped. In text and in quoted attribute values, but not in attributes that hold an address.
        public mutating func appendInterpolation(_ text: Substring) {
            place(.words)
            bytes.appendEscaped(text)
        }

        /// A whole number in plain digits, where words may stand; `Translator.number` groups digits for people.
        public mutating func appendInterpolation(_ number: Int) {
            place(.words)
            bytes += String(number).utf8
        }

        /// A whole number in plain digits, where words may stand; `Translator.number` groups digits for people.
        public mutating func appendInterpolation(_ number: Int64) {
            place(.words)
            bytes += String(number).utf8
        }

        /// A moment as `2026-10-17T08:00:00Z`, where words may stand, for `<time datetime>`.
        public mutating func appendInterpolation(iso instant: Instant) {
            place(.words)
            bytes += instant.iso8601.utf8
        }

        /// Markup, as it is. In text only.
        public mutating func appendInterpolation(_ markup: HTML) {
            place(.markup)
            bytes += markup.utf8
        }

        /// Markup, as it is, or nothing. In text only.
        public mutating func appendInterpolation(_ markup: HTML?) {
            place(.markup)
            if let markup { bytes += markup.utf8 }
        }

        /// Pieces of markup one after the other, as they are. In text only.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            place(.markup)
            for piece in pieces { bytes += piece.utf8 }
        }

        /// An address on this site: at the beginning of an attribute that holds an address, or where words may stand.
        public mutating func appendInterpolation(_ address: URLPath) {
            place(.address)
            bytes.appendEscaped(address.description)
        }

        /// An absolute address: at the beginning of an attribute that holds an address, or where words may stand.
        public mutating func appendInterpolation(_ address: WebURL) {
            place(.address)
            bytes.appendEscaped(address.description)
        }

        /// An attribute without a value, as in `<input type="checkbox"\(attribute: "checked", if: isOn)>`: ` checked` or nothing.
        public mutating func appendInterpolation(attribute name: StaticString, if isPresent: Bool) {
            place(attribute: name, holding: .words)
            if isPresent { append(attribute: name) }
        }

        /// An attribute with words in it, or nothing if there are none: `<input\(attribute: "aria-describedby", problem?.id)>`.
        public mutating func appendInterpolation(attribute name: StaticString, _ text: String?) {
            place(attribute: name, holding: .words)
            if let text { append(attribute: name, value: text) }
        }

        /// An attribute with a whole number in it, or nothing if there is none: `<textarea\(attribute: "maxlength", limit)>`.
        public mutating func appendInterpolation(attribute name: StaticString, _ number: Int?) {
            place(attribute: name, holding: .words)
            if let number { append(attribute: name, value: String(number)) }
        }

        /// An attribute with an address on this site in it, or nothing if there is none: `<a\(attribute: "href", next)>`.
        public mutating func appendInterpolation(attribute name: StaticString, _ address: URLPath?) {
            place(attribute: name, holding: .address)
            if let address { append(attribute: name, value: address.description) }
        }

        /// An attribute with an absolute address in it, or nothing if there is none: `<a\(attribute: "href", website)>`.
        public mutating func appendInterpolation(attribute name: StaticString, _ address: WebURL?) {
            place(attribute: name, holding: .address)
            if let address { append(attribute: name, value: address.description) }
        }
    }
}

extension HTML.StringInterpolation {
    private mutating func append(attribute name: StaticString) {
        bytes.append(UInt8(ascii: " "))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(attribute name: StaticString, value: String) {
        append(attribute: name)
        bytes += "=\"".utf8
        bytes.appendEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }
}
