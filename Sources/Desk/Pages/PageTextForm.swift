internal import Design
internal import Site
internal import Text
internal import Web

/// What an editor sends for a page.
enum PageTextForm {
    static let longestTitle = 120
    static let longestSummary = 400
    static let longestBody = 40_000

    static let fields = ["title", "summary", "body"]

    static func state(_ text: PageText) -> FormState {
        FormState(values: ["title": text.title, "summary": text.summary, "body": text.body]).marked()
    }

    /// Reads a text. Whether it goes on being a machine's that nobody has checked is not for the form to say.
    static func decode(_ check: inout FormCheck, in language: Language, isMachine: Bool) -> PageText? {
        let title = check.line("title", required: true, max: longestTitle)
        let summary = check.text("summary", required: true, max: longestSummary)
        let body = check.text("body", required: true, max: longestBody)
        guard check.isClean, let title, let summary, let body else { return nil }
        return PageText(language: language, title: title, summary: summary, body: body, isMachine: isMachine)
    }
}
