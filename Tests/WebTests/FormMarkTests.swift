import Testing
import Web

@Suite struct FormMarkTests {
    @Test func `A mark tells every change of a value, and of a field`() {
        let mark = FormMark(["title": "a", "body": "b"])
        #expect(mark == FormMark(["body": "b", "title": "a"]))
        #expect(mark != FormMark(["title": "a", "body": "c"]))
        #expect(mark != FormMark(["title": "b", "body": "a"]))
        #expect(mark != FormMark(["titlea": "", "body": "b"]))
        #expect(FormMark(["ab": "c"]) != FormMark(["a": "bc"]))
        #expect(mark.text.utf8.count == 24)
    }

    @Test func `Empty fields and the mark itself count for nothing`() {
        #expect(FormMark([:]) == FormMark(["title": "", FormMark.field: "anything"]))
    }

    @Test func `A form is made from values if it carries their mark, once`() {
        let values = ["title": "a"]
        let mark = FormMark(values).text
        func check(_ marks: [String]) -> FormCheck { FormCheck(Fields(marks.map { (name: FormMark.field, value: $0) })) }
        #expect(check([mark]).isMade(from: values))
        #expect(!check([mark]).isMade(from: ["title": "b"]))
        #expect(!check([]).isMade(from: values))
        #expect(!check([mark, mark]).isMade(from: values))
    }
}
