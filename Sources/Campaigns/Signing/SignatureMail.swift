internal import Geography
internal import HTML
internal import Mail
internal import Text

/// The messages that a signature causes, in the signer's language.
struct SignatureMail {
    let t: Translator
    let campaignTitle: String

    /// Link and code to confirm with; `reminder` says that it is the second time of asking. It repeats what will be shown, so that whoever
    /// confirms by code knows every word they confirm.
    func confirmation(
        of signature: Int64, name: String, to mailbox: Mailbox, country: String, appearance: Signature.Appearance, link: WebURL,
        code: ConfirmationCode,
        reminder: Bool
    ) -> Message {
        message(
            to: mailbox, signature, subject: reminder ? "campaigns.mail.reminder.subject" : "campaigns.mail.confirm.subject",
            [
                .greeting(name, t),
                .paragraph(t(reminder ? "campaigns.mail.reminder.words" : "campaigns.mail.confirm.words", campaignTitle)),
                .button(label: t("campaigns.mail.confirm.button"), url: "\(link)"),
                .code(code.digits, label: t("campaigns.mail.confirm.code")),
                .paragraph(shown(name, country, appearance)),
                .paragraph(t("campaigns.mail.later")),
                .note(t("campaigns.mail.notYou")),
            ])
    }

    private func shown(_ name: String, _ country: String, _ appearance: Signature.Appearance) -> String {
        guard appearance.shown else { return t("campaigns.mail.notShown") }
        let parts = [name, appearance.organisation, appearance.town, Country(code: country)?.name(in: t.language), appearance.sentence]
            .compactMap { $0 }
        return t("campaigns.mail.shown", parts.joined(separator: " · "))
    }

    /// For whoever signs a second time: that the signature is there, and where to change or withdraw it.
    func alreadySigned(_ signature: Int64, name: String, to mailbox: Mailbox, link: WebURL) -> Message {
        message(
            to: mailbox, signature, subject: "campaigns.mail.already.subject",
            [
                .greeting(name, t),
                .paragraph(t("campaigns.mail.already.words", campaignTitle)),
                .button(label: t("campaigns.mail.already.button"), url: "\(link)"),
                .note(t("campaigns.mail.already.notYou")),
            ])
    }

    /// A moderator's question; the answer goes to the secretariat.
    func question(_ words: String, about signature: Int64, name: String, to mailbox: Mailbox) -> Message {
        message(
            to: mailbox, signature, subject: "campaigns.mail.question.subject",
            [
                .greeting(name, t), .paragraph(t("campaigns.mail.question.words", campaignTitle)),
                .paragraph(words), .note(t("campaigns.mail.question.answer")),
            ])
    }

    private func message(to mailbox: Mailbox, _ signature: Int64, subject: String, _ blocks: [Message.Block]) -> Message {
        Message(
            to: mailbox, language: t.language, subject: t(subject, campaignTitle), blocks: blocks,
            origin: MailOrigin(kind: Signature.mailKind, id: signature))
    }
}
