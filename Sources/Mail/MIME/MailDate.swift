internal import Time

/// The date of a message's head (RFC 5322, section 3.3), always in UTC and in English whatever the machine speaks.
enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sat, 17 Oct 2026 08:00:00 +0000`. The moment lies in the years 1970 to 9999.
    static func text(_ instant: Instant) -> String {
        let parts = instant.iso8601.split { $0 == "-" || $0 == "T" || $0 == "Z" }
        guard parts.count == 4, let month = Int(parts[1]), let day = Int(parts[2]), instant.milliseconds >= 0 else {
            preconditionFailure("a message dated outside the years 1970 to 9999")
        }
        let weekday = days[Int(instant.milliseconds / 86_400_000 % 7)]
        return "\(weekday), \(day) \(months[month - 1]) \(parts[0]) \(parts[3]) +0000"
    }
}
