internal import People
internal import Text
internal import Web

/// What somebody sends to bring a list, and to say what its columns hold.
enum ImportForm {
    /// The most bytes of lines that are pasted: a plain form takes no more.
    static let longestPaste = 300_000

    static func column(_ index: Int) -> String { "column-\(index)" }
    static func choice(_ line: Int) -> String { "choice-\(line)" }

    /// Reads a list. Problems are collected in `check`; with any there is no list.
    static func decode(
        _ check: inout FormCheck, _ kind: any ImportKind, subjects: [(id: Int64, words: String)]?, blank: ImportBlank?, by person: Int64
    ) -> ImportStore.Draft? {
        let subject = subjects.flatMap { subjects in
            check.choice("subject", required: true) { value in subjects.first { "\($0.id)" == value }?.id }
        }
        let language = check.choice("listLanguage", required: true) { code in Language.interface.first { $0.code == code } }
        let filler = blank.flatMap { blank in
            check.choice("blank") { value in blank.options.first { $0.value == value }?.words }.map { (blank.column, $0) }
        }
        let (bytes, name) = file(&check)
        guard check.isClean, let bytes, let language else { return nil }
        do {
            var sheet = try Sheet(bytes)
            var columns = try ColumnMatching.match(sheet.header, kind.columns)
            if let (column, words) = filler {
                if let index = columns.firstIndex(of: column) {
                    sheet.fill(index, with: words)
                } else {
                    sheet.add(column, with: words)
                    columns.append(column)
                }
            }
            return ImportStore.Draft(
                kind: kind.name, subject: subject, language: language, fileName: name, sheet: sheet, columns: columns, person: person,
                isReady: kind.isEnough(Set(columns.compactMap { $0 })))
        } catch {
            check.fail(name.isEmpty ? "lines" : "file", error.key, error.arguments)
            return nil
        }
    }

    /// The file, else what was pasted; one of the two must have come.
    private static func file(_ check: inout FormCheck) -> (bytes: [UInt8]?, name: String) {
        let uploads = check.fields.uploads.filter { $0.name.utf8.elementsEqual("file".utf8) }.map(\.upload)
        if uploads.count > 1 {
            check.fail("file", "imports.problem.twoFiles")
            return (nil, "")
        }
        if let upload = uploads.first {
            return (upload.bytes, upload.name.isEmpty ? "?" : upload.name)
        }
        let pasted = check.fields["lines"] ?? ""
        if pasted.allSatisfy(\.isWhitespace) {
            check.fail("file", "imports.problem.nothing")
            return (nil, "")
        }
        if pasted.utf8.count > longestPaste {
            check.fail("lines", "imports.problem.longPaste")
            return (nil, "")
        }
        return (Array(pasted.utf8), "")
    }

    /// Reads what the columns of a file hold.
    static func columns(_ check: inout FormCheck, _ one: Import, _ kind: any ImportKind) -> [String?]? {
        let chosen = one.header.indices.map { index in check.choice(column(index), among: kind.columns.map(\.name)) }
        do {
            try ColumnMatching.check(chosen, one.header)
        } catch {
            check.fail(column(0), error.key, error.arguments)
        }
        if check.isClean, !kind.isEnough(Set(chosen.compactMap { $0 })) { check.fail(column(0), "imports.problem.columns") }
        return check.isClean ? chosen : nil
    }
}
