public import Foundation
public import Time

extension Translator {
    /// A whole number, grouped as the language does: `12 345` (narrow no-break space), `12,345`, `12.345`; Spanish groups from five digits.
    public func number(_ value: Int) -> String {
        conventions.number.format(value)
    }

    /// A share of 1 in percent: 0.8 → `80 %` or `80%`, with that many decimals, halves rounded away from zero. Not a number or infinite: `–`.
    public func percent(_ share: Double, decimals: Int = 0) -> String {
        guard share.isFinite else { return "–" }
        return conventions.percent.precision(.fractionLength(max(0, decimals))).format(share)
    }

    /// The day in a zone: `17 octobre 2026`.
    public func day(_ instant: Instant, in zone: TimeZone) -> String {
        ordinal(conventions.date(in: zone).withDay.format(instant.date))
    }

    /// The day and the time in a zone, 24 hours: `17 octobre 2026 à 14:00`. It does not name the zone.
    public func dayAndTime(_ instant: Instant, in zone: TimeZone) -> String {
        ordinal(conventions.date(in: zone).withDay.withTime.format(instant.date))
    }

    /// The time in a zone, 24 hours: `14:00`. It does not name the zone.
    public func time(_ instant: Instant, in zone: TimeZone) -> String {
        conventions.date(in: zone).withTime.format(instant.date)
    }

    /// The items in a row: `a, b et c`.
    public func list(_ items: [String]) -> String {
        conventions.list.format(items)
    }

    /// French counts the first day of a month: `1er octobre`. CLDR does not.
    private func ordinal(_ day: String) -> String {
        guard language.base == .french, day.hasPrefix("1 ") else { return day }
        return "1er " + day.dropFirst(2)
    }
}

extension Date.FormatStyle {
    fileprivate var withDay: Date.FormatStyle { day().month(.wide).year() }
    fileprivate var withTime: Date.FormatStyle { hour(.twoDigits(amPM: .omitted)).minute(.twoDigits) }
}
