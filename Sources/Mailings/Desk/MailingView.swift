internal import People
internal import Storage
internal import Text
internal import Time

/// Everything that the page of a mailing shows, read in one snapshot.
struct MailingView: Sendable {
    let mailing: Mailing
    let audience: AudienceView
    /// How many it would reach now; nil once it goes out, or while nobody is chosen.
    let reach: AudienceCount?
    /// What has become of its recipients.
    let counts: [RecipientState: Int]
    /// How many asked for no more since.
    let unsubscribed: Int
    let limits: MailingLimits
    /// Who let it go out, while they have an account.
    let approver: String?

    static func read(_ id: Int64, _ services: MailingServices, _ t: Translator, on db: any Reader) throws -> MailingView? {
        guard let mailing = try MailingStore.find(id, on: db) else { return nil }
        let limits = try MailingLimitStore.limits(on: db)
        let isDraft = mailing.state == .draft
        let terms = AudienceStore.Terms(perWeek: limits.perWeek, now: services.clock.now())
        return MailingView(
            mailing: mailing, audience: try AudienceView.read(services.audiences, t, on: db),
            reach: isDraft && !mailing.audience.sources.isEmpty
                ? try AudienceStore.count(mailing.audience, services.audiences, terms, on: db) : nil,
            counts: isDraft ? [:] : try RecipientStore.counts(of: id, on: db),
            unsubscribed: isDraft ? 0 : try MailingStore.countUnsubscribed(since: id, on: db), limits: limits,
            approver: try MailingStore.approver(of: id, on: db).flatMap { try PersonStore.find($0, on: db)?.name })
    }

    func people(_ states: RecipientState...) -> Int { states.reduce(0) { $0 + (counts[$1] ?? 0) } }
}
