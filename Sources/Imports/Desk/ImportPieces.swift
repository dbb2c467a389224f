internal import Design
internal import HTML
internal import Text
internal import Web

/// The parts of the page of a list.
enum ImportPieces {
    /// What a list is called: what it is of, and its file.
    static func name(_ one: Import, _ kind: (any ImportKind)?, _ t: Translator) -> String {
        t("design.problem", kind.map { t($0.title) } ?? one.kind, one.fileName.isEmpty ? t("imports.pasted") : one.fileName)
    }

    /// A line: its cells in short, what becomes of it and why, and a choice where it needs one.
    static func line(_ line: ImportLine, _ view: ImportView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let record = line.record(of: view.one)
        let cells = cells(record, view.kind, t)
        let badge =
            line.undoing.map { t("imports.undoing.\($0.rawValue)") }
            ?? line.outcome.map { outcome in
                let isDone = outcome.isDeed ? line.isCarriedOut : !view.isAhead
                return word(outcome, isDone: isDone, t)
            }
        let reasons = line.reasons.map { reason in
            let words = view.kind.explain(reason, t)
            return view.kind.column(reason.field).map { t("design.problem", $0.label(t), words) } ?? words
        }
        let about =
            reasons
            + [
                line.twin.map { t("imports.line.twin", "\($0)") }, labels(line.fills, view.kind, t).map { t("imports.line.fills", $0) },
                labels(line.stays, view.kind, t).map { t("imports.line.stays", $0) },
            ].compactMap { $0 }
        let isBeside = line.outcome == .likely && !line.isCarriedOut
        return """
            <li id="line-\(line.number)"><p><span class="quiet small">\(t("imports.line", "\(line.number)"))</span> <strong>\(cells)</strong>
            <span class="badge">\(badge ?? t("imports.line.waits"))</span> \(there(line, view))</p>
            \(about.map { words -> HTML in "<p class=\"small\">\(words)</p>" })\(isBeside ? beside(line, view, pieces, t) : .empty)</li>
            """
    }

    /// The first cells of a line, and behind them whatever gives somebody power or hides something.
    private static func cells(_ record: ImportRecord, _ kind: any ImportKind, _ t: Translator) -> String {
        let pairs = record.fields.pairs
        let telling = pairs.dropFirst(4).compactMap { name, value in
            kind.column(name).flatMap { $0.isTelling || $0.isMailbox ? t("design.problem", $0.label(t), value) : nil }
        }
        return (pairs.prefix(4).map(\.value) + telling).joined(separator: " · ")
    }

    /// What an outcome is called, ahead of the work or after it.
    static func word(_ outcome: ImportLine.Outcome, isDone: Bool, _ t: Translator) -> String {
        t(isDone ? "imports.did.\(outcome.rawValue)" : "imports.will.\(outcome.rawValue)")
    }

    private static func labels(_ names: [String], _ kind: any ImportKind, _ t: Translator) -> String? {
        let labels = names.compactMap { kind.column($0)?.label(t) }
        return labels.isEmpty ? nil : t.list(labels)
    }

    /// A link to what it is merged into, or made.
    private static func there(_ line: ImportLine, _ view: ImportView) -> HTML {
        guard line.outcome != .likely, line.undoing != .undone, let id = line.made ?? line.matched, let subject = view.subjects[id],
            let address = subject.address
        else { return .empty }
        return "<a href=\"\(address)\">\(subject.title)</a>"
    }

    /// What is there and what comes, column by column, with the choice below.
    private static func beside(_ line: ImportLine, _ view: ImportView, _ pieces: FormPieces, _ t: Translator)
        -> HTML
    {
        let subject = line.matched.flatMap { view.subjects[$0] }
        let comes = view.told[line.number] ?? [:]
        let shown = view.kind.columns.filter { column in
            comes[column.name] != nil || subject?.values[column.name]?.isEmpty == false
        }
        let there = { (column: ImportColumn) in subject?.values[column.name] ?? subject?.beside[column.name] ?? "" }
        let rows = shown.map { column -> HTML in
            """
            <tr><td data-label="\(t("imports.column"))">\(column.label(t))</td><td data-label="\(t("imports.there"))">\(there(column))</td>
            <td data-label="\(t("imports.comes"))">\(comes[column.name] ?? "")</td></tr>
            """
        }
        let title: HTML =
            subject.map { subject in
                let words = HTML(text: subject.title)
                return "<p>\(t("imports.likely")) \(subject.address.map { "<a href=\"\($0)\">\(words)</a>" } ?? words)</p>"
            } ?? .empty
        let choices = ImportLine.Choice.allCases.map { (value: $0.rawValue, words: t("imports.choice.\($0.rawValue)")) }
        let choice: HTML =
            view.one.state == .previewed
            ? pieces.choice(
                ImportForm.choice(line.number), label: t("imports.choice", "\(line.number)"), autocomplete: "off", required: false,
                options: choices) : .empty
        return """
            \(title)<table role="table"><thead><tr><th scope="col">\(t("imports.column"))</th><th scope="col">\(t("imports.there"))</th><th scope="col">\(t("imports.comes"))</th></tr></thead><tbody>\(rows)</tbody></table>\(choice)
            """
    }
}
