public import HTML

/// Texts that people write with a little markup: paragraphs, `##` headings, `-` and `1.` lists, `>` quotes, tables, `---`, `**strong**`,
/// `*emphasis*`, `` `code` ``, `[words](address)`. A subset of CommonMark 0.31 with the tables of GitHub.
public enum Markdown {
    /// The text as markup. There is no raw HTML in it: tags show as they were typed, and links lead only to this site, `http`, `https` and `mailto`
    /// addresses; any other stays as typed. Time and size are linear in the length of the text.
    ///
    /// - Parameters:
    ///   - headingLevel: the level (1...6) of `#` and `##`, of which the page already holds the one above; `###` is one lower, and so on.
    ///   - nofollow: marks links with `rel="nofollow ugc"`: for the words of strangers.
    public static func render(_ source: String, headingLevel: Int = 2, nofollow: Bool = false) -> HTML {
        let source = MarkdownSource(source)
        let blocks = MarkdownBlocks(source: source, headingLevel: headingLevel, nofollow: nofollow)
        return blocks.render(source.lines, depth: 0)
    }
}
