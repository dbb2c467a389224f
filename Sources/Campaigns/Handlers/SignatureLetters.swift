internal import HTML
internal import Mail
internal import Secrets
internal import Text
internal import Web

/// Writes the messages about signatures of one campaign, with links to this site.
struct SignatureLetters: Sendable {
    private let words: SignatureMail
    private let base: WebURL
    private let language: Language

    init(services: CampaignServices, campaign: Campaign, t: Translator) {
        words = SignatureMail(t: t, campaignTitle: campaign.words(for: t.language).title)
        base = services.base
        language = t.language
    }

    /// The letter that is due after a form, or nil if the mailbox stored long ago can no longer be written to.
    func letter(for signature: Int64, _ mail: SignatureStore.Outcome.Mail, after form: SignatureForm) -> Message? {
        switch mail {
        case .confirmation(let key, let address):
            Mailbox(address).map {
                words.confirmation(
                    of: signature, name: form.name, to: $0, country: form.country, appearance: form.appearance, link: link(key.token),
                    code: key.code,
                    reminder: false)
            }
        case .alreadySigned(let key, let address):
            Mailbox(address).map { words.alreadySigned(signature, name: form.name, to: $0, link: link(key.token)) }
        }
    }

    func reminder(for signature: Signature, to mailbox: Mailbox, _ key: SignatureKey) -> Message {
        words.confirmation(
            of: signature.id, name: signature.name, to: mailbox, country: signature.country, appearance: signature.appearance,
            link: link(key.token), code: key.code,
            reminder: true)
    }

    /// The first mail, for a signature that a moderator let through.
    func confirmation(for signature: Signature, to mailbox: Mailbox, _ key: SignatureKey) -> Message {
        words.confirmation(
            of: signature.id, name: signature.name, to: mailbox, country: signature.country, appearance: signature.appearance,
            link: link(key.token), code: key.code,
            reminder: false)
    }

    func question(_ question: String, about signature: Signature, to mailbox: Mailbox) -> Message {
        words.question(question, about: signature.id, name: signature.name, to: mailbox)
    }

    private func link(_ token: Token) -> WebURL {
        base.appending(SignatureRoutes.show.path(language, token.text))
    }
}
