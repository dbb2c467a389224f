internal import Mail
public import People
public import Storage

/// What mailings keep about a person: which they were sent, and which they want no more of.
public struct MailingData: PersonalDataKeeper {
    private let services: MailingServices

    /// The data of mailings, and the mail about them.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// Recipients, and wishes to get no more.
    public static let tables: Set<String> = ["mailing_recipient", "mailing_suppression"]

    /// Mailings sent to exactly the mailbox of the account, and what it gets no more of.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let sent = try RecipientStore.all(to: person.mailbox, on: db).map { recipient -> DataValue in
            let mailing = try MailingStore.find(recipient.mailing, on: db)
            return .record([
                "subject": .text(mailing?.title(for: person.language)), "as": .text(recipient.source),
                "state": .text(recipient.state.rawValue), "at": .moment(recipient.at),
            ])
        }
        let refused = try SuppressionStore.all(of: person.mailbox, on: db).map { wish -> DataValue in
            .record([
                "kind": .text(wish.source.isEmpty || wish.source == Suppression.gone ? "all" : wish.source),
                "why": .text(wish.why.rawValue), "since": .moment(wish.at),
            ])
        }
        return ["mailings": .list(sent), "noMoreMailings": .list(refused)]
    }

    /// Which mailings were sent is forgotten, and nothing that waits goes out. That the mailbox wants no more of them is kept: an organisation
    /// that names it as its contact would have it written to again.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        try services.outbox.forget(kind: Mailing.mailKind, to: person.mailbox, on: db)
        try RecipientStore.forget(mailbox: person.mailbox, on: db)
    }
}
