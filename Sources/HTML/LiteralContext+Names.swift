#if DEBUG
    extension LiteralContext {
        /// Attributes whose value a browser follows or loads. `javascript:` is such a value too, so words may not stand in them.
        static let addressAttributes: Set<String> = [
            "href", "xlink:href", "src", "srcset", "imagesrcset", "action", "formaction", "poster", "cite", "data", "background", "ping",
            "manifest",
        ]

        /// Address attributes that hold several addresses, with commas between them.
        static let listAttributes: Set<String> = ["srcset", "imagesrcset"]

        /// Elements whose content a browser shows as words: escaped words may stand there, markup would show.
        static let elementsOfWords: Set<String> = ["title", "textarea"]

        /// Elements whose content a browser does not unescape: no value may stand there at all.
        static let elementsOfCode: Set<String> = ["script", "style", "iframe", "xmp", "noembed", "noframes", "plaintext"]

        /// Refuses attributes that hold code: they are forbidden by the content security policy, and escaping does not make them safe.
        func checkAttribute() throws(Misplacement) {
            let name = attributeName
            if name.utf8.starts(with: "on".utf8) { throw Misplacement("the attribute \(name); scripts are files that listen for events") }
            if name == "style" { throw Misplacement("the attribute style; the site's stylesheet decides how things look") }
            if name == "srcdoc" { throw Misplacement("the attribute srcdoc, whose words become markup again") }
        }

        static func isSpace(_ byte: UInt8) -> Bool {
            byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
        }

        static func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }

        static func lowered(_ byte: UInt8) -> UInt8 {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }

        static func mayStandInName(_ byte: UInt8) -> Bool {
            byte > 0x20 && byte < 0x7F && !"\"'<>/=".utf8.contains(byte)
        }
    }
#endif
