internal import Foundation
internal import Text
public import Time
public import Web

/// What people write into cells where a form has a box to tick or a calendar.
public enum CellWords {
    private static let yes: Set<String> = ["yes", "y", "oui", "o", "si", "s", "ja", "j", "true", "vrai", "verdadero", "waar", "1", "x"]
    private static let no: Set<String> = ["no", "n", "non", "nee", "false", "faux", "falso", "onwaar", "0", "-"]

    /// Yes or no in one of the languages of the pages; an empty cell is no. Anything else is a problem.
    public static func flag(_ name: String, _ check: inout FormCheck) -> Bool {
        guard let typed = check.line(name, max: 20) else { return false }
        let word = Folding.key(typed)
        if !yes.contains(word), !no.contains(word) { check.fail(name, "imports.cell.yesNo", [.words(typed)]) }
        return yes.contains(word)
    }

    /// A day that is not to come: `2026-01-15`, or as it is written in Europe, Africa and Latin America, the day first: `15/1/2026`.
    public static func day(_ name: String, until today: CivilDay, _ check: inout FormCheck) -> CivilDay? {
        guard let typed = check.line(name, max: 40) else { return nil }
        guard let day = day(typed) else {
            check.fail(name, "imports.cell.day", [.words(typed)])
            return nil
        }
        guard day <= today else {
            check.fail(name, "imports.cell.future", [.words(typed)])
            return nil
        }
        return day
    }

    static func day(_ typed: String) -> CivilDay? {
        // A time behind the day says nothing that is kept.
        let word = String(typed.prefix { $0 != " " && $0 != "T" })
        if let day = CivilDay(word) { return day.year < 1900 ? nil : day }
        let parts = word.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count) else { return nil }
        let two = { (part: Substring) in part.count == 1 ? "0\(part)" : String(part) }
        return CivilDay("\(parts[2])-\(two(parts[1]))-\(two(parts[0]))").flatMap { $0.year < 1900 ? nil : $0 }
    }
}
