public import HTML
public import Text

/// The small pieces that pages are made of. Each is drawn here and nowhere else.
public enum Pieces {
    /// A number of people on its way to a goal. `count` is where the live number can be fetched.
    public static func goal(people: Int, goal: Int?, words: HTML, count: URLPath?, _ t: Translator) -> HTML {
        let bar: HTML =
            goal.map { goal in
                """
                <progress value="\(min(people, goal))" max="\(goal)" aria-label="\(t("design.goal.label", t.number(goal)))"></progress>
                <span class="small quiet" data-goal="\(t("design.goal.next", "#"))">\(t("design.goal.next", t.number(goal)))</span>
                """
            } ?? .empty
        return """
            <div class="goal"\(attribute: "data-count", count.map { "\($0)" })>
            <p><strong class="number" data-people>\(t.number(people))</strong> \(words)</p>
            \(bar)
            </div>
            """
    }

    /// A short word to whoever reads: what happened, what to do.
    public static func notice(_ kind: NoticeKind, title: String? = nil, _ words: HTML) -> HTML {
        let heading: HTML = title.map { "<h2>\($0)</h2>" } ?? .empty
        return "<div class=\"notice \(kind.rawValue)\">\(heading)\(words)</div>"
    }

    /// Above a text that a machine translated and nobody has checked; nothing above any other.
    public static func machineMark(_ isMachine: Bool, _ t: Translator) -> HTML {
        isMachine ? notice(.plain, "<p>\(t("design.machine"))</p>") : .empty
    }

    /// What a notice means, told by its words and, beside them, by its colour.
    public enum NoticeKind: String, Sendable {
        /// It went wrong, and what to do.
        case bad
        /// It worked.
        case good
        /// Something to know.
        case plain
    }

    /// A page's heading on its own ground: where one is, what this is about; and in which language, where that may be another than the page's.
    public static func title(
        _ title: String, kicker: String? = nil, lead: String? = nil, language: Language? = nil, leadLanguage: Language? = nil,
        more: HTML = .empty
    ) -> HTML {
        let above: HTML = kicker.map { "<p class=\"kicker\">\($0)</p>" } ?? .empty
        let below: HTML = lead.map { "<p class=\"lead\"\(attribute: "lang", leadLanguage?.code)>\($0)</p>" } ?? .empty
        return """
            <div class="title"><div class="wrap">
            \(above)<h1\(attribute: "lang", language?.code)>\(title)</h1>
            \(below)\(more)
            </div></div>
            """
    }

    /// As above, for a page that stands below another: the way back stands over the heading.
    public static func title(_ title: String, back: (path: URLPath, words: String), lead: String? = nil, more: HTML = .empty) -> HTML {
        let below: HTML = lead.map { "<p class=\"lead\">\($0)</p>" } ?? .empty
        return """
            <div class="title"><div class="wrap">
            <p class="back"><a href="\(back.path)">\(back.words)</a></p><h1>\(title)</h1>
            \(below)\(more)
            </div></div>
            """
    }

    /// The pages that can be entered from here, each with a sentence.
    public static func doors(_ doors: [(title: String, words: String, path: URLPath)]) -> HTML {
        """
        <ul class="doors">\(doors.map { door -> HTML in
            "<li><h2><a href=\"\(door.path)\">\(door.title)</a></h2><p>\(door.words)</p></li>"
        })</ul>
        """
    }

    /// Rows of a word, a number and a bar, longest first. The numbers are the table; the bars repeat them for the eye.
    public static func bars(_ rows: [(words: String, number: Int)], _ t: Translator) -> HTML {
        let most = max(rows.map(\.number).max() ?? 1, 1)
        return """
            <ul class="bars">\(rows.map { row -> HTML in
                """
                <li><span>\(row.words)</span><b class="number">\(t.number(row.number))</b>
                <progress value="\(row.number)" max="\(most)" aria-hidden="true"></progress></li>
                """
            })</ul>
            """
    }

    /// Large numbers side by side, each with its words and, where it is not our own, its source.
    public static func tiles(_ tiles: [(number: String, words: String)]) -> HTML {
        "<dl class=\"tiles\">\(tiles.map { tile -> HTML in "<div><dt>\(tile.words)</dt><dd class=\"number\">\(tile.number)</dd></div>" })</dl>"
    }

    /// A history, oldest first. `date` is a year, month or day as HTML writes them.
    public static func timeline(_ entries: [(date: String, dateWords: String, words: String, source: String)]) -> HTML {
        """
        <ol class="timeline">\(entries.map { entry -> HTML in
            "<li><time datetime=\"\(entry.date)\">\(entry.dateWords)</time><p>\(entry.words)</p><p class=\"small quiet\">\(entry.source)</p></li>"
        })</ol>
        """
    }

    /// Numbered steps with a heading and a sentence each.
    public static func steps(_ steps: [(title: String, words: String)]) -> HTML {
        "<ol class=\"steps\">\(steps.map { step -> HTML in "<li><h3>\(step.title)</h3><p>\(step.words)</p></li>" })</ol>"
    }

    /// A text as it was written: one to translate from, or a message. It scrolls, so the keyboard reaches it.
    public static func source(_ text: String, label: String) -> HTML {
        "<div class=\"source\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">\(text)</div>"
    }
}
