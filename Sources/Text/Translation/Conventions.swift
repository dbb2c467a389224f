internal import Foundation

/// The habits of a language for numbers, dates and lists, looked up once. Foundation's formatters cost about a microsecond a use
/// when the style is kept, so there are no tables of our own.
final class Conventions: Sendable {
    let language: Language
    let locale: Locale
    let number: IntegerFormatStyle<Int>
    let percent: FloatingPointFormatStyle<Double>.Percent
    let list: ListFormatStyle<StringStyle, [String]>

    init(_ language: Language) {
        self.language = language
        // Whoever reads "7:00" in another zone must not wonder which half of the day it is.
        var components = Locale.Components(locale: language.locale)
        components.hourCycle = .zeroToTwentyThree
        locale = Locale(components: components)
        number = IntegerFormatStyle<Int>(locale: locale)
        // As taught at school: half a percent goes up, whatever the digit before.
        percent = FloatingPointFormatStyle<Double>.Percent(locale: locale).rounded(rule: .toNearestOrAwayFromZero)
        list = ListFormatStyle.list(type: .and, width: .standard).locale(locale)
    }

    /// Without any part yet: callers add days and times to it.
    func date(in zone: TimeZone) -> Date.FormatStyle {
        Date.FormatStyle(locale: locale, timeZone: zone)
    }
}
