public import Text

/// What a mailing says in one language. `{name}` in it stands for the reader's name.
public struct MailingWords: Sendable, Hashable {
    /// The language of these words.
    public let language: Language
    /// The subject.
    public let subject: String
    /// The text, in Markdown.
    public let body: String

    /// Words in one language.
    public init(language: Language, subject: String, body: String) {
        self.language = language
        self.subject = subject
        self.body = body
    }
}

extension MailingWords {
    /// The subject for a reader; who has no name is not called by any.
    func subject(for name: String?) -> String {
        MailingPlaceholder.fill(subject, with: name.map(Self.oneLine))
    }

    /// The text for a reader. A name is words and never markup, however somebody typed it.
    func body(for name: String?) -> String {
        MailingPlaceholder.fill(body, with: name.map { Self.escaped(Self.oneLine($0)) })
    }

    private static func oneLine(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// A backslash before every sign of ASCII that means something in Markdown.
    private static func escaped(_ name: String) -> String {
        name.unicodeScalars.reduce(into: "") { text, scalar in
            if "\\`*_{}[]()<>#+-.!|~&".unicodeScalars.contains(scalar) { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(scalar)
        }
    }
}
