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

    func letter(for signature: Int64, _ mail: SignatureStore.Outcome.Mail, to form: SignatureForm) -> Message {
        switch mail {
        case .confirmation(let key):
            words.confirmation(
                of: signature, name: form.name, to: form.mailbox, link: link(key.token), code: key.code, reminder: false)
        case .alreadySigned(let key):
            words.alreadySigned(signature, name: form.name, to: form.mailbox, link: link(key.token))
        }
    }

    func reminder(for signature: Signature, to mailbox: Mailbox, _ key: SignatureKey) -> Message {
        words.confirmation(
            of: signature.id, name: signature.name, to: mailbox, link: link(key.token), code: key.code, reminder: true)
    }

    private func link(_ token: Token) -> WebURL {
        base.appending(SignatureRoutes.show.path(language, token.text))
    }
}
