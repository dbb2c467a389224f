internal import Graph
internal import HTML
internal import Mail
internal import Moderation
internal import People
internal import Secrets
internal import Text
internal import Web

/// The messages about who acts for an organisation.
struct RepresentativeLetters {
    let t: Translator
    let base: WebURL
    let site: String

    /// What such messages are posted for, and what their links are about.
    static let kind = "representative"

    /// To an official contact: does this person speak for you? Also the yearly question whether they still do.
    func question(about mandate: Representative, of person: Person, _ organisation: Organisation, to mailbox: Mailbox, _ token: Token)
        -> Message
    {
        let isRenewal = mandate.confirmedAt != nil
        let name = organisation.name(for: t.language).name
        return message(
            to: mailbox, mandate.id,
            subject: t(isRenewal ? "organisations.mail.renew.subject" : "organisations.mail.ask.subject", name),
            [
                .paragraph(
                    t(isRenewal ? "organisations.mail.renew.words" : "organisations.mail.ask.words", person.name, mandate.function, name)),
                .paragraph(organisation.account(of: person, t)),
                .button(
                    label: t("organisations.mail.ask.button"),
                    url: "\(base.appending(RepresentativeRoutes.mandate.path(t.language, token.text)))"),
                .note(t("organisations.mail.ask.why", site)),
            ])
    }

    /// To the person: what became of what they asked.
    func word(
        _ word: Word, about mandate: Representative, to mailbox: Mailbox, name: String, _ organisation: Organisation,
        because decision: Decision?
    ) -> Message {
        let called = organisation.name(for: t.language).name
        var blocks = Decision.letter(to: name, t("organisations.mail.\(word.rawValue)", called), because: decision, t)
        if word == .asked { blocks.append(.note(t("organisations.mail.answer"))) }
        // Nobody can ask to act for one that is hidden.
        let asksAgain = word == .ended && organisation.facts.visibility == .everyone
        let address =
            asksAgain ? RepresentativeRoutes.form.path(t.language, organisation.slug) : RepresentativeRoutes.index.path(t.language)
        blocks.append(
            .button(label: t(asksAgain ? "organisations.mail.askAgain" : "organisations.mail.toAccount"), url: "\(base.appending(address))")
        )
        return message(to: mailbox, mandate.id, subject: t("organisations.mail.word.subject", called), blocks)
    }

    /// What became of a mandate.
    enum Word: String {
        case confirmed, refused, asked, ending, ended
    }

    private func message(to mailbox: Mailbox, _ mandate: Int64, subject: String, _ blocks: [Message.Block]) -> Message {
        Message(to: mailbox, language: t.language, subject: subject, blocks: blocks, origin: MailOrigin(kind: Self.kind, id: mandate))
    }
}
