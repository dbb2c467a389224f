internal import Design
internal import HTML
internal import Mail
internal import Moderation
internal import Text
internal import Web

/// The pages on which the words of a mailing are written and looked at.
enum MailingWordsPages {
    static func form(
        _ mailing: Mailing, _ language: Language, _ state: FormState, trouble: HTML = .empty, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let isThere = mailing.words.contains { $0.language == language }
        let others = mailing.words.filter { $0.language != language }
        let other = others.first { $0.language == t.language } ?? others.first
        let beside: HTML =
            other.map { words in
                """
                <section lang="\(words.language.code)"><h2>\(words.language.ownName)</h2><p><strong>\(words.subject)</strong></p>
                \(Pieces.source(words.body, label: words.subject))</section>
                """
            } ?? .empty
        let removal: HTML =
            isThere
            ? """
            <form method="post" action="\(MailingDeskRoutes.removeWords.path(t.language, mailing.id, language))"><p><button class="button">\(t("mailings.words.remove"))</button></p></form>
            """ : .empty
        let write: HTML = """
            <section><h2>\(language.ownName)</h2><form method="post" action="\(MailingDeskRoutes.saveWords.path(t.language, mailing.id, language))" novalidate>\(pieces.summary())\(pieces.mark())
            \(pieces.line("subject", label: t("mailings.field.subject"), hint: t("mailings.field.subject.hint"), autocomplete: "off", required: true, maximum: MailingForm.longestSubject))
            \(pieces.text("body", label: t("mailings.field.body"), hint: t("mailings.field.body.hint"), required: true, maximum: MailingForm.longestBody, rows: 18))
            <p><button class="button go">\(t("mailings.save"))</button></p></form>\(removal)</section>
            """
        let body: HTML = other == nil ? "\(trouble)\(write)" : "\(trouble)<div class=\"beside\">\(beside)\(write)</div>"
        return desk.draw(
            section: MailingDeskRoutes.section, title: "\(MailingDeskPages.name(mailing, t)) · \(language.ownName)",
            back: (MailingDeskRoutes.mailing.path(t.language, mailing.id), MailingDeskPages.name(mailing, t)), body, state: state,
            address: { MailingDeskRoutes.words.path($0, mailing.id, language) })
    }

    /// The mail as its text part says it, and its words as they are set. A page of the site may hold no style of a mail program, so the
    /// letter itself has an address of its own, and can be sent to oneself.
    static func preview(_ mailing: Mailing, _ message: Message, text: String, isSent: Bool, _ desk: DeskPage, _ t: Translator) -> Page {
        let blocks = message.blocks.map { block -> HTML in
            switch block {
            case .markdown(let source): Markdown.render(source, headingLevel: 3)
            case .note(let words), .paragraph(let words): "<p class=\"small quiet\">\(words)</p>"
            case .button, .code: .empty
            }
        }
        let code = message.language.code
        let body: HTML = """
            \(isSent ? Pieces.notice(.good, title: t("mailings.trial.sent", message.to.address), .empty) : .empty)
            <p>\(t("mailings.preview.words")) <a href="\(MailingDeskRoutes.letter.path(t.language, mailing.id, message.language))">\(t("mailings.preview.letter"))</a></p>
            <form method="post" action="\(MailingDeskRoutes.trial.path(t.language, mailing.id, message.language))"><p><button class="button go">\(t("mailings.trial"))</button></p></form>
            <h2>\(t("mailings.preview.page"))</h2><div class="card calm prose" lang="\(code)"><p><strong>\(message.subject)</strong></p>\(blocks)</div>
            <h2>\(t("mailings.preview.text"))</h2><div lang="\(code)">\(Pieces.source(text, label: t("mailings.preview.text")))</div>
            """
        return desk.draw(
            section: MailingDeskRoutes.section, title: "\(t("mailings.preview")) · \(message.language.ownName)",
            back: (MailingDeskRoutes.mailing.path(t.language, mailing.id), MailingDeskPages.name(mailing, t)), body,
            address: { MailingDeskRoutes.preview.path($0, mailing.id, message.language) })
    }
}
