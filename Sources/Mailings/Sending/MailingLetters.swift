internal import HTML
internal import Mail
internal import Secrets
internal import Site
internal import Text
internal import Web

/// Writes the messages of one mailing, each when its turn comes.
struct MailingLetters: Sendable {
    let mailing: Mailing
    let services: MailingServices

    /// The message to a recipient; nil if there are no words for them, or their mailbox is none that can be written to.
    func message(to recipient: RecipientStore.Recipient) throws -> Message? {
        guard let mailbox = Mailbox(recipient.mailbox), let words = mailing.words(for: Language(recipient.language) ?? .english) else {
            return nil
        }
        let link = UnsubscribeLink(mailbox: recipient.mailbox, source: recipient.source, mailing: mailing.id)
        return try message(words, to: mailbox, name: recipient.name, link, origin: recipient.id)
    }

    /// The message in one language to somebody who writes it, as one of its audience would get it.
    func trial(in words: MailingWords, to mailbox: Mailbox, name: String) throws -> Message {
        let source = services.audiences.sources(of: mailing.audience).first?.name ?? ""
        return try message(words, to: mailbox, name: name, UnsubscribeLink(mailbox: mailbox.address, source: source, mailing: 0), origin: 0)
    }

    private func message(
        _ words: MailingWords, to mailbox: Mailbox, name: String?, _ link: UnsubscribeLink, origin: Int64
    ) throws -> Message {
        let t = services.catalogue.translator(for: words.language)
        let site = services.site.settings.name(in: words.language)
        var blocks: [Message.Block] = [.markdown(Self.complete(words.body(for: name), at: services.base))]
        if let source = services.audiences.source(link.source) { blocks.append(.note(t(source.reason, site))) }
        let address = services.base.appending(UnsubscribeRoutes.show.path(t.language, try link.token(services.links)))
        return Message(
            to: mailbox, language: words.language, subject: words.subject(for: name), blocks: blocks,
            origin: MailOrigin(kind: Mailing.mailKind, id: origin), unsubscribe: "\(address)")
    }

    /// The same text with addresses of this site written out: in a mailbox there is nothing that they could begin with.
    static func complete(_ source: String, at base: WebURL) -> String {
        guard let origin = base.origin else { return source }
        return source.replacing("](/", with: "](\(origin)/")
    }
}
