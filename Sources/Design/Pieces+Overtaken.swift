public import HTML
public import Text

extension Pieces {
    /// Above a form that was not saved, since somebody else saved meanwhile: that, and what stands now, field by field.
    public static func overtaken(_ theirs: [(label: String, words: String)], _ t: Translator) -> HTML {
        let fields = theirs.map { field -> HTML in
            "<h3>\(field.label)</h3>\(source(field.words.isEmpty ? "–" : field.words, label: t("design.theirs", field.label)))"
        }
        return "<div role=\"alert\">\(notice(.bad, title: t("design.overtaken"), "<p>\(t("design.overtaken.words"))</p>\(fields)"))</div>"
    }

    /// How a box stands now.
    public static func box(isTicked: Bool, _ t: Translator) -> String {
        t(isTicked ? "design.ticked" : "design.unticked")
    }
}
