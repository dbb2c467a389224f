/// What a returned message meant for the one of ours that it is about.
public enum ReturnOutcome: Hashable, Sendable {
    /// Nobody reads mail at its mailbox any more, and the features were told what it was sent for.
    case gone(MailOrigin)
    /// It did not arrive, but its mailbox may well be there: it is full, or a policy speaks against us. Nothing follows.
    case kept(MailOrigin)
    /// It had come back before.
    case known
    /// A server still tries to deliver it.
    case delayed
    /// It is about no message of ours, or about one that is not kept any longer.
    case foreign

    /// What the message that came back just now was sent for.
    public var origin: MailOrigin? {
        switch self {
        case .gone(let origin), .kept(let origin): origin
        case .known, .delayed, .foreign: nil
        }
    }
}
