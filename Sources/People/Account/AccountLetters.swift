internal import HTML
internal import Mail
internal import Secrets
internal import Site
internal import Text
internal import Web

/// The messages about accounts, in the language of whoever gets them.
struct AccountLetters {
    let t: Translator
    let base: WebURL
    let site: String

    /// What mail about accounts is posted for. The key is the person's, or 0 while there is no account.
    static let mailKind = "account"

    /// For a mailbox without an account: the link that makes it.
    func confirmation(to mailbox: Mailbox, name: String, _ token: Token) -> Message {
        message(
            to: mailbox, "people.mail.confirm.subject",
            [
                .greeting(name, t), .paragraph(t("people.mail.confirm.words", site)),
                .button(label: t("people.mail.confirm.button"), url: link(AccountRoutes.confirmation, token)),
                .note(t("people.mail.confirm.notYou")),
            ])
    }

    /// For a mailbox that has an account: that it is there, and the ways into it.
    func alreadyThere(_ person: Person, to mailbox: Mailbox) -> Message {
        message(
            to: mailbox, of: person, "people.mail.already.subject",
            [
                .greeting(person.name, t), .paragraph(t("people.mail.already.words", site)),
                .button(label: t("people.mail.already.button"), url: "\(base.appending(AccountRoutes.recovery.path(t.language)))"),
                .note(t("people.mail.already.notYou")),
            ])
    }

    /// The link that sets a new password.
    func recovery(_ person: Person, to mailbox: Mailbox, _ token: Token) -> Message {
        message(
            to: mailbox, of: person, "people.mail.recovery.subject",
            [
                .greeting(person.name, t), .paragraph(t("people.mail.recovery.words", site)),
                .button(label: t("people.mail.recovery.button"), url: link(AccountRoutes.newPassword, token)),
                .note(t("people.mail.recovery.notYou")),
            ])
    }

    /// The link that gives an account this mailbox.
    func mailbox(_ person: Person, to mailbox: Mailbox, _ token: Token) -> Message {
        message(
            to: mailbox, of: person, "people.mail.mailbox.subject",
            [
                .greeting(person.name, t), .paragraph(t("people.mail.mailbox.words", site)),
                .button(label: t("people.mail.mailbox.button"), url: link(AccountRoutes.mailboxConfirmation, token)),
                .note(t("people.mail.confirm.notYou")),
            ])
    }

    /// What was changed that lets somebody in, told to the mailbox that the account had: `password`, `mailbox`, `factor`. One that is no longer
    /// the account's gets no link for a new password: only the secretariat can help there.
    func changed(_ what: Change, _ person: Person, to mailbox: Mailbox) -> Message {
        let isElsewhere = what == .mailbox
        let help = isElsewhere ? SiteRoutes.page.path(t.language, .contact) : AccountRoutes.recovery.path(t.language)
        return message(
            to: mailbox, of: person, "people.mail.changed.subject",
            [
                .greeting(person.name, t), .paragraph(t("people.mail.changed.\(what.rawValue)", site)),
                .note(t(isElsewhere ? "people.mail.changed.write" : "people.mail.changed.notYou")),
                .button(
                    label: t(isElsewhere ? "people.mail.changed.toSecretariat" : "people.mail.already.button"),
                    url: "\(base.appending(help))"),
            ])
    }

    enum Change: String {
        case password, mailbox, factor
    }

    private func message(to mailbox: Mailbox, of person: Person? = nil, _ subject: String, _ blocks: [Message.Block]) -> Message {
        Message(
            to: mailbox, language: t.language, subject: t(subject, site), blocks: blocks,
            origin: MailOrigin(kind: Self.mailKind, id: person?.id ?? 0))
    }

    private func link(_ route: Route<Language, String>, _ token: Token) -> String {
        "\(base.appending(route.path(t.language, token.text)))"
    }
}
