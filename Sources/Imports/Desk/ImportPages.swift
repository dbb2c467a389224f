internal import Design
internal import Foundation
internal import HTML
internal import Moderation
internal import Text
internal import Web

/// The pages on which lists are brought in.
enum ImportPages {
    static func index(_ lists: [Import], _ kinds: [any ImportKind], zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let doors = kinds.map { kind -> HTML in
            let path = ImportRoutes.new.path(t.language).adding(query: [("kind", kind.name)])
            return "<li><p><a href=\"\(path)\"><strong>\(t(kind.title))</strong></a></p><p>\(t(kind.lead))</p></li>"
        }
        let rows = lists.map { one -> HTML in
            let kind = kinds.first { $0.name == one.kind }
            return """
                <tr><td data-label="\(t("imports.list"))"><a href="\(ImportRoutes.show.path(t.language, one.id))">\(ImportPieces.name(one, kind, t))</a></td>
                <td data-label="\(t("imports.when"))">\(t.dayAndTime(one.createdAt, in: zone))</td>
                <td data-label="\(t("imports.state"))">\(t("imports.state.\(one.state.rawValue)"))</td></tr>
                """
        }
        let table: HTML =
            lists.isEmpty
            ? .empty
            : """
            <h2>\(t("imports.earlier"))</h2><table role="table"><thead><tr><th scope="col">\(t("imports.list"))</th><th scope="col">\(t("imports.when"))</th><th scope="col">\(t("imports.state"))</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return desk.draw(
            section: ImportRoutes.section, title: t("imports.title"), lead: t("imports.lead"), "<ul class=\"rows\">\(doors)</ul>" + table,
            address: { ImportRoutes.index.path($0) })
    }

    static func form(
        _ kind: any ImportKind, subjects: [(id: Int64, words: String)]?, _ state: FormState, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let subject = subjects.map { subjects in
            pieces.choice(
                "subject", label: t("imports.field.subject"), autocomplete: "off",
                options: subjects.map { (value: "\($0.id)", words: $0.words) })
        }
        let blank = kind.blank(t).map { blank in
            pieces.choice("blank", label: blank.label, autocomplete: "off", required: false, options: blank.options)
        }
        let languages = Language.interface.map { (value: $0.code, words: $0.ownName) }
        let body: HTML = """
            <form method="post" action="\(ImportRoutes.create.path(t.language))" enctype="multipart/form-data" novalidate>\(pieces.summary())
            <input type="hidden" name="kind" value="\(kind.name)">
            \(subject ?? .empty)
            \(pieces.file("file", label: t("imports.field.file"), hint: t("imports.field.file.hint"), accept: ".csv,.txt,text/csv"))
            \(pieces.text("lines", label: t("imports.field.lines"), hint: t("imports.field.lines.hint"), maximum: ImportForm.longestPaste, rows: 8))
            \(pieces.choice("listLanguage", label: t("imports.field.listLanguage"), hint: t("imports.field.listLanguage.hint"), autocomplete: "off", options: languages))
            \(blank ?? .empty)
            <p><button class="button go">\(t("imports.look"))</button></p></form>
            <h2>\(t("imports.columns"))</h2><p>\(t("imports.columns.words"))</p>
            <dl class="facts">\(kind.columns.map { column -> HTML in
                "<div><dt><code>\(column.name)</code></dt><dd>\(column.label(t))\(column.isRequired ? HTML(text: " · \(t("imports.required"))") : .empty)</dd></div>"
            })</dl>
            """
        return desk.draw(
            section: ImportRoutes.section, title: t(kind.title), lead: t(kind.lead),
            back: (ImportRoutes.index.path(t.language), t("imports.title")), body, state: state,
            address: { ImportRoutes.new.path($0).adding(query: [("kind", kind.name)]) })
    }
}
