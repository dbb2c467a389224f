internal import Text

/// The sealed part of a message.
struct MessageContent: Hashable, Decodable {
    let blocks: [Message.Block]
    let unsubscribe: String?
}

/// Why a stored message cannot be sent any more.
enum MessageDamage: Error {
    case mailbox, language, content
}

extension Message {
    /// The message of a stored row.
    init(_ sealed: SealedMessage, _ content: MessageContent) throws(MessageDamage) {
        guard let mailbox = Mailbox(sealed.recipient) else { throw .mailbox }
        guard let language = Language(sealed.language) else { throw .language }
        self.init(
            to: mailbox, language: language, subject: sealed.subject, blocks: content.blocks, origin: sealed.origin,
            unsubscribe: content.unsubscribe)
    }
}
