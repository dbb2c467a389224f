import Testing
import Text

@testable import Web

@Suite struct FormCheckTests {
    private static func check(_ pairs: (String, String)...) -> FormCheck {
        FormCheck(Fields(pairs.map { (name: $0.0, value: $0.1) }))
    }

    @Test func `A line comes trimmed, and counted in unicode scalars`() {
        var check = Self.check(("name", " \u{A0}Amina Sow \t"), ("short", "àé"), ("long", "e\u{301}e\u{301}"))
        #expect(check.line("name", required: true) == "Amina Sow")
        #expect(check.line("short", max: 2) == "àé")
        #expect(check.line("long", max: 3) == nil)
        #expect(check.problems == [FormProblem(field: "long", key: "form.problem.tooLong", arguments: [.number(3)])])
    }

    @Test(arguments: ["a\u{7}b", "a\nb", "a\u{202E}b", "a\u{2028}b", "a\u{2066}b", "a\tb"])
    func `A line has no invisible characters`(value: String) {
        var check = Self.check(("name", value))
        #expect(check.line("name") == nil)
        #expect(check.problems.map(\.key) == ["form.problem.control"])
    }

    @Test func `A text keeps its lines, ended by LF`() {
        var check = Self.check(("text", "one\r\ntwo\rthree\n\n\tfour\r\n"))
        #expect(check.text("text") == "one\ntwo\nthree\n\n\tfour")
        #expect(check.isClean)
    }

    @Test func `An empty field is a problem only where it must be filled in`() {
        var check = Self.check(("name", "  "))
        #expect(check.line("name") == nil)
        #expect(check.isClean)
        #expect(check.line("name", required: true) == nil)
        #expect(check.line("absent", required: true) == nil)
        #expect(check.problems.map(\.field) == ["name", "absent"])
    }

    @Test func `A field that came twice is a problem, and what was typed first is kept`() {
        var check = Self.check(("name", "one"), ("name", "two"))
        #expect(check.line("name") == nil)
        #expect(check.problems.map(\.key) == ["form.problem.doubled"])
        #expect(check.values["name"] == "one")
    }

    @Test(arguments: [
        "see http://spam.example", "WWW.spam.example", "Cheap.com", "buy at pills.shop now", "t.ly/x", "evil.be/x", "1.2.3.4",
    ])
    func `A name with an address is refused`(value: String) {
        var check = Self.check(("name", value))
        #expect(check.line("name", rules: [.noAddress]) == nil)
        #expect(check.problems.map(\.key) == ["form.problem.address"])
    }

    @Test(arguments: [
        "J.P. Moreau", "St.Denis", "Dr. Com", "C.S.I.", "Ana y Luis", "Fin.Et voilà", "Pas de santé.la vie", "Stop.it now", "Care.be",
        "11.be", "J.P./M.D.", "2.50/kg", "S.A.Com",
    ])
    func `A name with dots is a name`(value: String) {
        var check = Self.check(("name", value))
        #expect(check.line("name", rules: [.noAddress, .noFormula]) == value)
    }

    @Test(arguments: ["=1+1", "+32", "-x", "@sum"])
    func `What a spreadsheet takes for a formula is refused`(value: String) {
        var check = Self.check(("name", value))
        #expect(check.line("name", rules: [.noFormula]) == nil)
        #expect(check.problems.map(\.key) == ["form.problem.formula"])
    }

    @Test func `A choice is one of the list`() {
        var check = Self.check(("country", "SN"), ("other", "sn"), ("twice", "a"), ("twice", "b"), ("twice", "a"))
        #expect(check.choice("country", among: ["BE", "SN"]) == "SN")
        #expect(check.choice("other", among: ["BE", "SN"]) == nil)
        #expect(check.choice("country", as: { $0 == "SN" ? 221 : nil }) == 221)
        #expect(check.choices("twice", among: ["a", "b"]) == ["a", "b"])
        #expect(check.problems.map(\.field) == ["other"])
    }

    @Test func `A box is ticked if it was sent`() {
        var check = Self.check(("yes", "on"), ("zero", "0"), ("empty", ""))
        let ticked = ["yes", "zero", "empty", "absent"].map { check.flag($0) }
        #expect(ticked == [true, false, false, false])
        #expect(check.isClean)
    }

    @Test func `A number is whole and within its bounds`() {
        var check = Self.check(("good", " 12 "), ("words", "twelve"), ("big", "99999999999999999999"), ("out", "11"), ("signed", "+5"))
        #expect(check.number("good") == 12)
        #expect(check.number("words") == nil)
        #expect(check.number("big") == nil)
        #expect(check.number("signed") == nil)
        #expect(check.number("out", in: 1...10) == nil)
        #expect(check.problems.map(\.key) == ["form.problem.number", "form.problem.number", "form.problem.number", "form.problem.range"])
    }

    @Test func `A field keeps its first problem`() {
        var check = Self.check(("a", ""))
        check.fail("a", "first")
        check.fail("a", "second")
        #expect(check.problems.map(\.key) == ["first"])
    }

    @Test(arguments: Language.interface)
    func `Problems have words in every language`(language: Language) throws {
        let t = try #require(TestSite.catalogue).translator(for: language)
        let problem = FormProblem(field: "a", key: "form.problem.range", arguments: [.number(1), .number(10)])
        #expect(problem.words(t).contains("10"))
        #expect(FormProblem(field: "a", key: "form.problem.tooLong", arguments: [.number(80)]).words(t).contains("80"))
        #expect(!FormProblem(field: "a", key: "form.problem.required").words(t).isEmpty)
    }
}

@Suite struct MailboxSyntaxTests {
    @Test(arguments: [
        "amina@example.org", "a@b.co", "first.last+tag@sub.example.org", "o'brien@example.ie", "почта@пример.рф", "用户@例子.公司",
        "x@münchen.de",
        "..dots..@docomo.example", "{a}@example.org",
    ])
    func `A mailbox is accepted`(text: String) {
        #expect(MailboxSyntax.accepts(text))
    }

    @Test(arguments: [
        "", "amina", "amina@", "@example.org", "a@b", "a b@example.org", "a@b c.org", "a@@b.org", "a@-b.org", "a@b-.org", "a@.org",
        "a@b..org",
        "a@b.org.", "a@b.org\n", "a@b.org\r\nBcc: x@y.z", "<a@b.org>", "a,b@c.org", "a@[127.0.0.1]", "\"a\"@b.org", "a\u{0}@b.org",
        "a\u{202E}@b.org",
    ])
    func `What is no mailbox is refused`(text: String) {
        #expect(!MailboxSyntax.accepts(text))
    }

    @Test func `Length is bounded in bytes`() {
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 63)
        #expect(MailboxSyntax.accepts("\(local)@\(label).\(label).\(String(repeating: "c", count: 57)).org"))
        #expect(!MailboxSyntax.accepts("\(local)@\(label).\(label).\(String(repeating: "c", count: 58)).org"))
        #expect(!MailboxSyntax.accepts("a\(local)@b.org"))
        #expect(!MailboxSyntax.accepts("a@b\(label).org"))
    }
}
