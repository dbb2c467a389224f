internal import Time

/// How long a message waits after each refusal that may pass. Greylisting ends within the first half hour; a full mailbox or a server under repair
/// within three days (RFC 5321, section 4.5.4.1, asks for four to five days at most).
enum Backoff {
    private static let waits: [Duration] =
        [.minutes(1), .minutes(5), .minutes(30), .hours(2)] + Array(repeating: .hours(6), count: 12)

    /// The time after which a message that the server puts off each time is given up.
    static let whole = waits.reduce(Duration.zero, +)

    /// The wait after that many attempts, or nil when it is time to give up.
    static func wait(after attempts: Int) -> Duration? {
        precondition(attempts > 0, "a wait before the first attempt")
        return attempts <= waits.count ? waits[attempts - 1] : nil
    }
}
