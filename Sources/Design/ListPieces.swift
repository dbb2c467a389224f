public import HTML
public import Text

extension Pieces {
    /// Where one is in a long list, and the way to its other pages; nothing if there is one page. `path` is the address of a page.
    public static func pagination(page: Int, of last: Int, _ t: Translator, path: (Int) -> URLPath) -> HTML {
        guard last > 1 else { return .empty }
        let near = Set([1, page - 1, page, page + 1, last]).filter { (1...last).contains($0) }.sorted()
        let links = zip(near, [0] + near).map { number, before -> HTML in
            let gap: HTML = number > before + 1 ? "<li aria-hidden=\"true\">…</li>" : .empty
            return """
                \(gap)<li><a href="\(path(number))"\(attribute: "aria-current", number == page ? "page" : nil)>\(t.number(number))</a></li>
                """
        }
        let back: HTML = page > 1 ? "<li><a href=\"\(path(page - 1))\" rel=\"prev\">\(t("design.pages.previous"))</a></li>" : .empty
        let on: HTML = page < last ? "<li><a href=\"\(path(page + 1))\" rel=\"next\">\(t("design.pages.next"))</a></li>" : .empty
        return "<nav class=\"pager\" aria-label=\"\(t("design.pages"))\"><ul>\(back)\(links)\(on)</ul></nav>"
    }

    /// What is known about something, as pairs of a word and its value; pairs without a value are left out.
    public static func facts(_ facts: [(words: String, value: HTML)]) -> HTML {
        let shown = facts.filter { !$0.value.isEmpty }
        return "<dl class=\"facts\">\(shown.map { fact -> HTML in "<dt>\(fact.words)</dt><dd>\(fact.value)</dd>" })</dl>"
    }

    /// A list of links with a number behind each, such as the categories of a directory. Those with `isBeneath` belong to the one above.
    public static func tally(_ rows: [TallyRow], _ t: Translator) -> HTML {
        """
        <ul class="tally">\(rows.map { row -> HTML in
            """
            <li\(attribute: "class", row.isBeneath ? "beneath" : nil)><a href="\(row.path)"\(attribute: "aria-current", row.isChosen ? "true" : nil)>\(row.words)</a> <b class="number">\(t.number(row.number))</b></li>
            """
        })</ul>
        """
    }

    /// A row of a tally.
    public struct TallyRow: Sendable {
        let words: String
        let number: Int
        let path: URLPath
        let isChosen: Bool
        let isBeneath: Bool

        /// A row that leads to `path`.
        public init(words: String, number: Int, path: URLPath, isChosen: Bool, isBeneath: Bool) {
            self.words = words
            self.number = number
            self.path = path
            self.isChosen = isChosen
            self.isBeneath = isBeneath
        }
    }
}
