import Testing

@testable import Translations

@Suite struct TextChangesTests {
    @Test func onlyTheParagraphsThatChangedAreTold() {
        let changes = TextChanges(from: "One\n\nTwo\nlines\n\nThree", to: "One\n\nTwo\nother lines\n \nThree\n\nFour").changes
        #expect(changes == [.gone("Two\nlines"), .new("Two\nother lines"), .new("Four")])
        #expect(TextChanges(from: "One\n\n\nTwo", to: "One\n\nTwo\n").changes.isEmpty)
        #expect(TextChanges(from: "", to: "").changes.isEmpty)
    }

    @Test func aTextOfVeryManyParagraphsIsComparedAsOne() {
        let long = String(repeating: "a\n\n", count: 3_000)
        #expect(TextChanges(from: long, to: long + "b").changes == [.gone(long), .new(long + "b")])
        #expect(TextChanges(from: long, to: long).changes.isEmpty)
    }
}
