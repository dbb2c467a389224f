import Foundation
import Testing
import Text

@Suite struct CatalogueTests {
    let folder: CatalogueFolder

    init() throws {
        folder = try CatalogueFolder()
    }

    private func catalogue(_ entries: String...) throws -> Catalogue {
        try Catalogue(files: [folder.file(entries.joined(separator: ","))])
    }

    private func error(_ entries: String) -> CatalogueError? {
        #expect(throws: CatalogueError.self) { try Catalogue(files: [folder.file(entries)]) }
    }

    @Test("Files are merged")
    func merged() throws {
        let files = try [
            folder.file(entry("a.title", ["fr": "Un"]), name: "A.xcstrings"),
            folder.file(entry("b.title", ["fr": "Deux"]), name: "B.xcstrings"),
        ]
        let catalogue = try Catalogue(files: files)
        #expect(catalogue.keys == ["a.title", "b.title"])
        #expect(catalogue.translator(for: .french)("b.title") == "Deux")
    }

    @Test("A key in two files is an error that names it")
    func duplicate() throws {
        let files = try ["A.xcstrings", "B.xcstrings"].map { try folder.file(entry("a.title", ["fr": "Un"]), name: $0) }
        let error = #expect(throws: CatalogueError.self) { try Catalogue(files: files) }
        #expect(error == .duplicateKey("a.title", file: files[1].path))
        #expect(error?.description.contains("a.title") == true)
    }

    @Test("A file that is missing or is not a catalogue is an error that names it")
    func unreadable() throws {
        let missing = folder.url.appending(path: "No.xcstrings")
        let broken = try folder.raw("{", name: "Broken.xcstrings")
        guard case .unreadable(missing.path, _)? = #expect(throws: CatalogueError.self, performing: { try Catalogue(files: [missing]) })
        else {
            Issue.record("a missing file is unreadable")
            return
        }
        guard case .malformed(broken.path, _)? = #expect(throws: CatalogueError.self, performing: { try Catalogue(files: [broken]) }) else {
            Issue.record("half a file is malformed")
            return
        }
    }

    @Test("A percent sign that makes no sense, and what Socle does not read of the format, are errors")
    func refused() {
        if case .badPlaceholder("a", "fr", _)? = error(entry("a", ["fr": "%s"])) {} else { Issue.record("%s passed") }
        if case .unsupported("a", "fr", _)? = error(counted("a", ["fr": ["one": "x"]])) {
        } else {
            Issue.record("a plural without “other” passed")
        }
        if case .unsupported("a", "fr", _)? = error(counted("a", ["fr": ["other": "x", "lots": "y"]])) {
        } else {
            Issue.record("“lots” passed")
        }
        let device = #""a": {"localizations": {"fr": {"variations": {"device": {"mac": {}}}}}}"#
        if case .unsupported("a", "fr", _)? = error(device) {} else { Issue.record("forms by device passed") }
        let substitutions =
            #""a": {"localizations": {"fr": {"stringUnit": {"state": "translated", "value": "x"}, "substitutions": {"n": {}}}}}"#
        if case .unsupported("a", "fr", _)? = error(substitutions) {} else { Issue.record("substitutions passed") }
    }

    @Test("Gaps are keys without words, with empty words, or with words that wait for a translator")
    func gaps() throws {
        let catalogue = try catalogue(
            entry("a.full", ["fr": "Un", "en": "One", "es": "Uno", "nl": "Een"]),
            entry("b.partial", ["fr": "Deux", "en": "Two", "es": ""]),
            entry("c.new", ["fr": "Trois"], state: "new"),
            #""d.mark": {"shouldTranslate": false, "localizations": {"en": {"stringUnit": {"state": "translated", "value": "Socle"}}}}"#)
        #expect(
            catalogue.gaps().map(\.description) == [
                "c.new (fr)", "c.new (en)", "b.partial (es)", "c.new (es)", "b.partial (nl)", "c.new (nl)",
            ])
        #expect(catalogue.translator(for: .french)("d.mark") == "Socle")
    }

    @Test("Languages whose sentences take other arguments disagree")
    func disagreements() throws {
        let catalogue = try catalogue(
            entry("a.same", ["fr": "%1$@ de %2$@", "en": "%2$@'s %1$@"]),
            entry("b.other", ["fr": "Bonjour %@", "en": "Hello"]))
        #expect(catalogue.disagreements().map(\.description) == ["b.other (en)"])
    }

    @Test("Words that are missing in a language are English, with English plurals, else those of the file's language")
    func standIn() throws {
        let file = try folder.file(
            [counted("a", ["en": ["one": "%lld vote", "other": "%lld votes"]]), entry("b", ["nl": "Twee"])].joined(separator: ","),
            source: "nl")
        let french = try Catalogue(files: [file]).translator(for: .french)
        #expect(french("a", 0) == "0 votes")
        #expect(french("b") == "Twee")
        #expect(french.language == .french)
    }

    @Test("A language that the interface does not speak gets English; a region gets its language")
    func otherLanguages() throws {
        let catalogue = try catalogue(entry("a", ["fr": "Un", "en": "One"]))
        #expect(catalogue.translator(for: try #require(Language("wo"))).language == .english)
        #expect(catalogue.translator(for: try #require(Language("fr-BE")))("a") == "Un")
    }

    @Test("The catalogues of the program's targets are found by themselves; none is an error")
    func resources() throws {
        let empty = try ResourceFolder(environment: folder.url.path, program: folder.url)
        let error = #expect(throws: CatalogueError.self) { try Catalogue(resources: empty) }
        #expect(error == .none(folder: folder.url.path(percentEncoded: false)) || error == .none(folder: folder.url.path))

        _ = try folder.file(entry("a.title", ["fr": "Un"]), name: "socle_A.resources/A.xcstrings")
        _ = try folder.file(entry("b.title", ["fr": "Deux"]), name: "socle_B.resources/Words/B.xcstrings")
        #expect(try Catalogue(resources: empty).keys == ["a.title", "b.title"])
    }
}
