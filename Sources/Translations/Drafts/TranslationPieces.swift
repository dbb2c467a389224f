internal import Design
internal import HTML
internal import Text
internal import Web

/// What the pages for translators and for editors share: the text beside a form, and what changed.
enum TranslationPieces {
    /// Every field of the original with a place for its translation beside it.
    static func fields(_ view: TranslationView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        view.source.fields.map { field -> HTML in
            let label = t("translations.field.\(field.name)")
            let words = view.original[field.name]
            let name = t("translations.in", label, view.from.ownName)
            // A long original can be folded away on a telephone, where it stands above its field.
            let shown: HTML = "<div lang=\"\(view.from.code)\" dir=\"\(direction(view.from))\">\(original(field, words, name))</div>"
            let aside: HTML =
                field.rows == 1
                ? "<p class=\"small quiet\">\(name)</p>\(shown)"
                : "<details open><summary class=\"small quiet\">\(name)</summary>\(shown)</details>"
            let typed =
                field.rows == 1
                ? pieces.line(field.name, label: label, autocomplete: "off", required: true, maximum: field.limit)
                : pieces.text(field.name, label: label, required: true, maximum: field.limit, rows: field.rows)
            return """
                <div class="beside"><div>\(aside)</div>
                <div>\(typed)</div></div>
                """
        }.joined()
    }

    private static func original(_ field: TextField, _ words: String, _ name: String) -> HTML {
        field.rows == 1 ? "<p class=\"source\">\(words)</p>" : Pieces.source(words, label: name)
    }

    /// The rest of the form: who, whether by a machine, and what was seen.
    static func rest(_ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        \(pieces.line("translator", label: t("translations.field.translator"), hint: t("translations.translator.hint"), autocomplete: "name", maximum: TranslationDraft.longestTranslator))
        \(pieces.check("machine", words: "\(t("translations.machine.check"))"))\(pieces.hidden("seen"))\(pieces.hidden("original"))\(pieces.hidden("published"))
        """
    }

    /// What the original says now that it did not say when the translation was made; nothing if nothing changed.
    static func changes(_ view: TranslationView, _ t: Translator) -> HTML {
        let changes = view.changes
        guard !changes.isEmpty else { return .empty }
        let items = changes.map { field, changes -> HTML in
            let paragraphs = changes.changes.map { change -> HTML in
                switch change {
                case .gone(let words): "<p><del>\(words)</del></p>"
                case .new(let words): "<p><ins>\(words)</ins></p>"
                }
            }
            return "<h3>\(t("translations.field.\(field.name)"))</h3><div class=\"changes\" lang=\"\(view.from.code)\">\(paragraphs)</div>"
        }
        return Pieces.notice(
            .plain, title: t("translations.changes", view.from.ownName), "<p>\(t("translations.changes.words"))</p>\(items)")
    }

    /// What somebody else saved meanwhile, or that the original changed.
    static func trouble(_ outcome: TranslationServices.Outcome?, _ view: TranslationView, _ t: Translator) -> HTML {
        switch outcome {
        case nil, .done: return .empty
        case .moved: return Pieces.notice(.bad, title: t("translations.moved"), "<p>\(t("translations.moved.words"))</p>")
        case .overtaken:
            return theirs(view.draft == nil ? view.published?.words ?? TextWords() : view.draftWords, view, t)
        case .rewritten: return theirs(view.published?.words ?? TextWords(), view, t)
        }
    }

    private static func theirs(_ words: TextWords, _ view: TranslationView, _ t: Translator) -> HTML {
        let fields = view.source.fields.filter { !words[$0.name].isEmpty }
        return Pieces.overtaken(fields.map { (label: t("translations.field.\($0.name)"), words: words[$0.name]) }, t)
    }

    static func badges(_ states: [TranslationState], _ t: Translator) -> HTML {
        states.map { state -> HTML in "<span class=\"badge\">\(t("translations.state.\(state.rawValue)"))</span> " }.joined()
    }

    private static func direction(_ language: Language) -> String { language.isRightToLeft ? "rtl" : "ltr" }
}
