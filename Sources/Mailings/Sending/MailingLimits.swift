/// How fast mailings go out, and how many anybody gets: what an administrator may set.
struct MailingLimits: Sendable, Hashable {
    /// The most messages of all mailings handed over within a minute.
    var perMinute = 1_200
    /// The most mailings that one mailbox gets within a week.
    var perWeek = 3

    /// What may be set: a message a second is slow enough for any mail server; a thousand a second more than any takes.
    static let pace = 60...60_000
    /// Nobody should be written to more than daily.
    static let cap = 1...7
}
