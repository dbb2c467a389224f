/// A day of the calendar without a time and a zone: `2014-03-01`. Compared in order of time.
public struct CivilDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, 1...9999.
    public let year: Int
    /// The month, 1...12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day written as ISO 8601 does; nil if the calendar has no such day.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (48...57).contains($0) }) else { return nil }
        let numbers = parts.map { $0.reduce(0) { 10 * $0 + Int($1) - 48 } }
        year = numbers[0]
        month = numbers[1]
        day = numbers[2]
        guard year > 0, (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day) else { return nil }
    }

    /// The day that a moment falls on in UTC.
    public init(_ instant: Instant) {
        (year, month, day) = Self.civil(Int((Double(instant.milliseconds) / Self.millisecondsADay).rounded(.down)))
    }

    /// Its first moment in UTC, for formatters that are given UTC as their zone.
    public var start: Instant {
        Instant(milliseconds: Int64(days) * Int64(Self.millisecondsADay))
    }

    /// Year, month and day as ISO 8601 writes them.
    public var description: String {
        [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).utf8.count)) + String(number)
        }.joined(separator: "-")
    }

    /// Whether a day is before another.
    public static func < (left: CivilDay, right: CivilDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static let millisecondsADay = 86_400_000.0

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01, counted in years that begin in March. http://howardhinnant.github.io/date_algorithms.html
    private var days: Int {
        let fromMarch = month > 2 ? year : year - 1
        let era = fromMarch / 400
        let yearOfEra = fromMarch - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = max(days, -719_162) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
