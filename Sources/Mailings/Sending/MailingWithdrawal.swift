public import Storage

/// What a feature says when somebody takes back what they were written to for.
public enum MailingWithdrawal {
    /// Forgets what a mailbox was sent as one of those kinds of people, by mailings for `campaign` if one is said: what waits is stopped, and leaves
    /// the outbox. Called in the write that takes the consent back.
    public static func forget(mailbox: String, as sources: Set<String>, campaign: String? = nil, on db: any Writer) throws {
        guard !mailbox.isEmpty, !sources.isEmpty else { return }
        try MailingStore.awaitGathering(on: db)
        try RecipientStore.forget(mailbox: mailbox, as: sources, campaign: campaign, on: db)
    }
}
