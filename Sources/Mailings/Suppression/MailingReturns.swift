public import Mail
public import Storage
public import Time

/// What mailings make of the mail server's answers: how many were taken, and that a mailbox is gone, whatever mail it was that came back.
public struct MailingReturns: ReturnHandler, MailFollower {
    private let clock: Clock

    /// Reads the time from `clock`.
    public init(clock: Clock) {
        self.clock = clock
    }

    /// A mailbox that is gone gets no further mailing.
    public func returned(_ origin: MailOrigin, mailbox: String, on db: any Writer) throws {
        try SuppressionStore.add(mailbox, source: "", why: .returned, mailing: nil, at: clock.now(), on: db)
    }

    /// Keeps the account of a mailing.
    public func followed(_ event: MailEvent, _ origins: [MailOrigin], on db: any Writer) throws {
        let ours = origins.filter { $0.kind == Mailing.mailKind }.map(\.id)
        if !ours.isEmpty { try RecipientStore.settle(ours, as: RecipientState(event), on: db) }
    }
}

extension RecipientState {
    init(_ event: MailEvent) {
        switch event {
        case .sent: self = .sent
        case .deferred: self = .deferred
        case .failed: self = .failed
        case .returned: self = .returned
        }
    }
}
