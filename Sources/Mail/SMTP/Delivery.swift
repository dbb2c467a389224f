/// How the handing over of one letter ended.
enum Delivery: Hashable, Sendable {
    /// The server took it and answers for it now.
    case accepted
    /// The server did not take it; whether to try again is in the reply. `aboutRecipient`: it refused the address, not the content.
    case refused(SMTPReply, aboutRecipient: Bool)
    /// The connection broke while this letter was under way, or nobody knows whether it arrived.
    case interrupted(String)
    /// No letter can be handed over at present: the server is away, refuses us or our sender. This letter had no part in it.
    case unavailable(String)
}
