import Foundation
import Testing
import Text
import Time

@Suite struct FormatsTests {
    /// 2026-10-17T12:00:00Z
    private let noon = Instant(milliseconds: 1_792_238_400_000)

    private func t(_ language: Language) throws -> Translator {
        try Catalogue(files: []).translator(for: language)
    }

    private func zone(_ identifier: String) throws -> TimeZone {
        try #require(TimeZone(identifier: identifier))
    }

    @Test(
        "Numbers are grouped as each language does",
        arguments: [
            ("fr", "1\u{202F}234", "-1\u{202F}234\u{202F}567"), ("en", "1,234", "-1,234,567"), ("es", "1234", "-1.234.567"),
            ("nl", "1.234", "-1.234.567"),
        ])
    func numbers(tag: String, thousand: String, million: String) throws {
        let t = try t(#require(Language(tag)))
        #expect(t.number(1234) == thousand)
        #expect(t.number(-1_234_567) == million)
        #expect(t.number(0) == "0")
    }

    @Test("Spanish groups from five digits")
    func spanish() throws {
        #expect(try t(.spanish).number(9999) == "9999")
        #expect(try t(.spanish).number(10_000) == "10.000")
    }

    @Test(
        "Percentages stand as each language writes them",
        arguments: [("fr", "80\u{A0}%", "46,9\u{A0}%"), ("en", "80%", "46.9%"), ("es", "80\u{A0}%", "46,9\u{A0}%"), ("nl", "80%", "46,9%")])
    func percent(tag: String, whole: String, decimal: String) throws {
        let t = try t(#require(Language(tag)))
        #expect(t.percent(0.8) == whole)
        #expect(t.percent(0.469, decimals: 1) == decimal)
    }

    @Test("Halves of a percent go up, and what is no number is a dash")
    func percentEdges() throws {
        let t = try t(.english)
        #expect(t.percent(0.125) == "13%")
        #expect(t.percent(0.135, decimals: -1) == "14%")
        #expect(t.percent(.nan) == "–")
        #expect(t.percent(.infinity) == "–")
    }

    @Test(
        "Days and times are those of the zone",
        arguments: [
            ("fr", "17 octobre 2026", "17 octobre 2026 à 14:00"), ("en", "17 October 2026", "17 October 2026 at 14:00"),
            ("es", "17 de octubre de 2026", "17 de octubre de 2026, 14:00"), ("nl", "17 oktober 2026", "17 oktober 2026 om 14:00"),
        ])
    func days(tag: String, day: String, dayAndTime: String) throws {
        let t = try t(#require(Language(tag)))
        #expect(t.day(noon, in: try zone("Europe/Zurich")) == day)
        #expect(t.dayAndTime(noon, in: try zone("Europe/Zurich")) == dayAndTime)
        #expect(t.time(noon, in: try zone("Asia/Phnom_Penh")) == "19:00")
    }

    @Test("The same moment is another day elsewhere, and summer time counts")
    func zones() throws {
        let t = try t(.english)
        #expect(t.day(noon + .hours(12), in: try zone("Pacific/Auckland")) == "18 October 2026")
        #expect(t.day(noon + .hours(12), in: try zone("Pacific/Honolulu")) == "17 October 2026")
        // Clocks went back at 01:00 UTC on 25 October 2026.
        let night = Instant(milliseconds: 1_792_886_400_000)
        #expect(t.time(night + .minutes(59), in: try zone("Europe/Brussels")) == "02:59")
        #expect(t.time(night + .minutes(60), in: try zone("Europe/Brussels")) == "02:00")
    }

    @Test("Times have 24 hours wherever the language comes from")
    func hours() throws {
        for tag in ["en", "en-US", "fr", "ar"] {
            let language = try #require(Language(tag))
            let t = try Catalogue(files: [], languages: [language]).translator(for: language)
            #expect(t.language == language)
            #expect(t.time(noon + .hours(5), in: try zone("UTC")) == "17:00", "\(tag)")
            #expect(t.time(noon - .hours(5), in: try zone("UTC")) == "07:00", "\(tag)")
            #expect(t.time(noon + .hours(12), in: try zone("UTC")) == "00:00", "\(tag)")
        }
    }

    @Test("French counts the first of a month")
    func first() throws {
        let first = Instant(milliseconds: 1_790_856_000_000)
        #expect(try t(.french).day(first, in: try zone("UTC")) == "1er octobre 2026")
        #expect(try t(.french).dayAndTime(first, in: try zone("UTC")) == "1er octobre 2026 à 12:00")
        #expect(try t(.french).day(first + .days(10), in: try zone("UTC")) == "11 octobre 2026")
        #expect(try t(.dutch).day(first, in: try zone("UTC")) == "1 oktober 2026")
    }

    @Test("Lists end with “and”", arguments: [("fr", "a, b et c"), ("en", "a, b and c"), ("es", "a, b y c"), ("nl", "a, b en c")])
    func lists(tag: String, list: String) throws {
        let t = try t(#require(Language(tag)))
        #expect(t.list(["a", "b", "c"]) == list)
        #expect(t.list(["a"]) == "a")
        #expect(t.list([]) == "")
    }
}
