/// The one placeholder there is, `{name}`, in any case and with spaces inside.
enum MailingPlaceholder {
    /// Puts a name in its place. Without one the space before it goes too, so that "Dear {name}, hello" becomes "Dear, hello", and a comma that
    /// would stand before another sign or at the end: "Hello, {name}." becomes "Hello."
    static func fill(_ text: String, with name: String?) -> String {
        // Line by line, because most have no brace, and a search in a long text costs as much as all the rest of a letter.
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            let words = String(Substring(line))
            return line.contains(UInt8(ascii: "{")) ? fill(line: words, with: name) : words
        }.joined(separator: "\n")
    }

    private static func fill(line: String, with name: String?) -> String {
        if let name, !name.isEmpty { return line.replacing(/(?i)\{ *name *\}/) { _ in name } }
        return
            line
            .replacing(/(?i)^\{ *name *\} *,? */, with: "")
            .replacing(/(?i),? *\{ *name *\}(?= *(?:[.,;:!?…]|\r?$))/, with: "")
            .replacing(/(?i) ?\{ *name *\}/, with: "")
    }

    /// The first thing in braces that looks like a placeholder and is none; braces behind a backslash are braces.
    static func unknown(in text: String) -> String? {
        text.matches(of: /\\?\{+ *[\p{L}_][\p{L}\p{N}_ .\-]*\}+/).lazy.map { String($0.output) }
            .first { !$0.hasPrefix("\\") && $0.wholeMatch(of: /(?i)\{ *name *\}/) == nil }
    }
}
