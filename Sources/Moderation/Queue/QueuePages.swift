internal import Design
internal import HTML
internal import People
internal import Text
internal import Web

/// The pages of the queue: cards that a thumb can work through.
enum QueuePages {
    /// A case whose form came back with problems; without an id, all those of a kind.
    struct Problem {
        let kind: String
        let id: Int64?
        let state: FormState
    }

    static func welcome(_ elsewhere: [WorkElsewhere.Line], _ desk: DeskPage, _ t: Translator) -> Page {
        desk.draw(
            section: DeskRoutes.section, title: t("moderation.welcome.title"), lead: t("moderation.welcome.lead"), lines(elsewhere),
            address: { DeskRoutes.home.path($0) })
    }

    static func queue(
        _ shelves: [QueueShelf], for signedIn: SignedIn, done: QueueNotice?, problem: Problem?, elsewhere: [WorkElsewhere.Line] = [],
        _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let outcome = done.map { notice($0, t) } ?? .empty
        let waiting = shelves.filter { $0.count > 0 }
        let body: HTML =
            waiting.isEmpty
            ? "<p class=\"notice good\">\(t("moderation.queue.empty"))</p>"
            : waiting.map { shelf($0, signedIn, problem, t) }.joined()
        return desk.draw(
            section: DeskRoutes.section, title: t("moderation.queue.title"), lead: t("moderation.queue.lead"),
            outcome + lines(elsewhere) + body
                + "<p><a href=\"\(DeskRoutes.blocks.path(t.language))\">\(t("moderation.blocks.title"))</a></p>",
            state: problem?.state ?? FormState(), address: { DeskRoutes.home.path($0) })
    }

    private static func lines(_ elsewhere: [WorkElsewhere.Line]) -> HTML {
        elsewhere.map { "<p class=\"notice\"><a href=\"\($0.path)\">\($0.words)</a></p>" as HTML }.joined()
    }

    private static func notice(_ done: QueueNotice, _ t: Translator) -> HTML {
        let number: HTML = done.decided.map { "<p>\(t("moderation.queue.decided", $0))</p>" } ?? .empty
        return Pieces.notice(done.outcome == .late ? .plain : .good, title: t("moderation.done.\(done.outcome.rawValue)"), number)
    }

    private static func shelf(_ shelf: QueueShelf, _ signedIn: SignedIn, _ problem: Problem?, _ t: Translator) -> HTML {
        let rest: HTML =
            shelf.count > shelf.cases.count
            ? "<p class=\"small quiet\">\(t("moderation.queue.more", shelf.count - shelf.cases.count))</p>" : .empty
        let cards = shelf.cases.map { waiting -> HTML in
            let each = waiting.details
            let state = problem.flatMap { $0.kind == shelf.source.kind && $0.id == each.id ? $0.state : nil } ?? FormState()
            return card(each, of: shelf.source, asked: waiting.asked, signedIn, state, t)
        }
        let isAboutAll = problem.map { $0.kind == shelf.source.kind && $0.id == nil } ?? false
        let all = all(of: shelf, signedIn, isAboutAll ? problem?.state : nil, t)
        return
            "<section><h2>\(t(shelf.source.title)) <span class=\"badge\">\(t.number(shelf.count))</span></h2>\(all)<ul class=\"plain\">\(cards)</ul>\(rest)</section>"
    }

    private static func card(
        _ each: QueueCase, of source: any QueueSource, asked: AuditEntry?, _ signedIn: SignedIn, _ state: FormState, _ t: Translator
    ) -> HTML {
        let isOwn = each.authors.contains(signedIn.person.id)
        let title: HTML = each.address.map { "<a href=\"\($0)\">\(each.title)</a>" } ?? HTML(text: each.title)
        let facts = each.facts.map { fact -> HTML in "<div><dt>\(fact.label)</dt><dd>\(fact.words)</dd></div>" }
        let documents = each.documents.map { "<p><a href=\"\($0.address)\">\($0.words)</a></p>" as HTML }
        let question: HTML =
            asked.map {
                "<p class=\"small\">\(t("moderation.queue.asked", t.dayAndTime($0.at, in: signedIn.person.timeZone), $0.note))</p>"
            } ?? .empty
        let form = isOwn ? "<p class=\"quiet\">\(t("moderation.queue.own"))</p>" : decision(each, of: source, state, t)
        return """
            <li class="card calm" id="\(source.kind)-\(each.id)"><h3>\(title)</h3>
            <p><strong>\(each.why)</strong> <span class="quiet small">\(t.dayAndTime(each.since, in: signedIn.person.timeZone))</span></p>
            <dl class="facts">\(facts)</dl>\(documents)\(question)\(form)</li>
            """
    }

    private static func decision(_ each: QueueCase, of source: any QueueSource, _ state: FormState, _ t: Translator) -> HTML {
        let pieces = FormPieces(state, t, prefix: "\(source.kind)-\(each.id)-")
        let note = each.canBeAsked ? "moderation.field.noteOrQuestion" : "moderation.field.note"
        let ask: HTML =
            each.canBeAsked ? "<button class=\"button\" name=\"verdict\" value=\"ask\">\(t("moderation.verdict.ask"))</button>" : .empty
        return """
            <form method="post" action="\(DeskRoutes.decide.path(t.language, source.kind, each.id))" novalidate>\(pieces.summary())
            \(answers(source, note: t(note), more: ask, pieces, t))</form>
            """
    }

    /// The fields and buttons of a decision; `note` says what the moderator's own words are for.
    static func answers(_ source: any QueueSource, note: String, more: HTML = .empty, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let reasons = source.reasons.map { (value: $0.rawValue, words: t("moderation.reason.\($0.rawValue)")) }
        return """
            \(pieces.choice("reason", label: t("moderation.field.reason"), autocomplete: "off", required: false, options: reasons))
            \(pieces.line("note", label: note, autocomplete: "off", maximum: 1000))
            <p class="actions"><button class="button go" name="verdict" value="keep">\(t("moderation.verdict.\(source.keeping.rawValue)"))</button>
            <button class="button" name="verdict" value="refuse">\(t("moderation.verdict.refuse"))</button>\(more)</p>
            """
    }
}
