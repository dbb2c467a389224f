import Testing
import Time

@Suite struct CivilDayTests {
    @Test(arguments: ["1600-02-29", "1970-01-01", "1900-02-28", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"])
    func aDayIsWrittenAndReadAlike(text: String) throws {
        let day = try #require(CivilDay(text))
        #expect(day.description == text)
        #expect(CivilDay(day.start) == day)
        #expect(day.start.iso8601 == "\(text)T00:00:00Z")
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-04-00", "0000-01-01",
        "26-01-01",
        "2026-01-01 ", "2026/01/01", "२०२६-०१-०१", "-026-01-01",
    ]) func whatIsNoDayIsNone(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test func daysComeInOrderAndEndAtMidnight() throws {
        let days = try ["2025-12-31", "2026-01-01", "2026-02-01", "2026-02-02"].map { try #require(CivilDay($0)) }
        #expect(days.reversed().sorted() == days)
        let midnight = days[1].start
        #expect(CivilDay(Instant(milliseconds: midnight.milliseconds - 1)) == days[0])
        #expect(CivilDay(Instant(milliseconds: -1)).description == "1969-12-31")
    }
}
