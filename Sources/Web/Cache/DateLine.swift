internal import HTTPTypes
internal import Synchronization
internal import Time

/// The `Date` header of this second, RFC 9110 section 5.6.7.
struct DateLine: Sendable {
    let second: Int64
    let text: String
}

/// Makes the line once a second.
final class DateLines: Sendable {
    private let clock: Clock
    private let latest: Mutex<DateLine>

    init(_ clock: Clock) {
        self.clock = clock
        latest = Mutex(DateLine(second: .min, text: ""))
    }

    /// The line of the present second, and the moment.
    func line() -> (DateLine, Instant) {
        let now = clock.now()
        let second = now.milliseconds.dividedDown(by: 1000)
        let line = latest.withLock { latest in
            if latest.second != second { latest = DateLine(second: second, text: Self.text(second)) }
            return latest
        }
        return (line, now)
    }

    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`. The calendar by Howard Hinnant's civil_from_days: Foundation's formatters need a locale and a lock.
    static func text(_ second: Int64) -> String {
        let day = second.dividedDown(by: 86400)
        let rest = second - day * 86400
        let shifted = day + 719_468
        let era = shifted.dividedDown(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let weekday = days[Int(day - day.dividedDown(by: 7) * 7)]
        let time = [rest / 3600, rest % 3600 / 60, rest % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(dayOfMonth)) \(months[Int(month) - 1]) \(year) \(time) GMT"
    }

    private static func twoDigits(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : number.description
    }
}

extension Int64 {
    /// Division that rounds towards the past.
    func dividedDown(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}

/// A head with the date of the second in which it was last sent, so that most requests copy nothing.
final class DatedHead: Sendable {
    private let latest: Mutex<(second: Int64, head: HTTPResponse)>

    init(_ head: HTTPResponse) {
        latest = Mutex((.min, head))
    }

    func dated(_ date: DateLine) -> HTTPResponse {
        latest.withLock { latest in
            if latest.second != date.second {
                latest.second = date.second
                latest.head.headerFields[.date] = date.text
            }
            return latest.head
        }
    }
}
