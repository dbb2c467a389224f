internal import Design
internal import Text
internal import Time
internal import Web

/// What somebody sends who translates.
enum TranslationForm {
    /// What is to happen with it.
    enum Act: String, CaseIterable {
        case save, handIn, publish
    }

    /// The form as it is shown: the draft, else what is published.
    static func state(_ view: TranslationView) -> FormState {
        var values = view.draft == nil ? view.published?.words.fields ?? [:] : view.draftWords.fields
        values["translator"] = view.draft?.translator ?? ""
        if view.draft?.isMachine ?? view.published?.isMachine ?? false { values["machine"] = "yes" }
        return renewed(FormState(values: values), view)
    }

    /// The form as it was sent, on what there is now: sent once more, it replaces what its sender has seen by then.
    static func renewed(_ state: FormState, _ view: TranslationView) -> FormState {
        var state = state
        state.values["seen"] = view.draft.map { String($0.savedAt.milliseconds) } ?? ""
        state.values["original"] = view.original.digest
        state.values["published"] = view.published?.words.digest ?? ""
        return state
    }

    static func act(_ check: inout FormCheck) -> Act {
        check.choice("act", as: Act.init(rawValue:)) ?? .save
    }

    /// Reads a translation. While it is worked on, fields may be empty; when it is handed in or published, none may.
    static func decode(_ check: inout FormCheck, _ fields: [TextField], _ act: Act) -> SavedTranslation? {
        let words = words(&check, fields, isComplete: act != .save)
        let translator = check.line("translator", max: TranslationDraft.longestTranslator, rules: [.noAddress, .noFormula])
        let isMachine = check.flag("machine")
        let seen = seen(&check)
        guard check.isClean else { return nil }
        return SavedTranslation(
            words: words, translator: translator ?? "", isMachine: isMachine, isHandedIn: act == .handIn, over: seen)
    }

    static func words(_ check: inout FormCheck, _ fields: [TextField], isComplete: Bool) -> TextWords {
        var words: [String: String] = [:]
        for field in fields {
            words[field.name] =
                field.rows == 1
                ? check.line(field.name, required: isComplete, max: field.limit)
                : check.text(field.name, required: isComplete, max: field.limit)
        }
        return TextWords(words)
    }

    /// The draft that was seen.
    static func seen(_ check: inout FormCheck) -> Instant? {
        (check.line("seen", max: 20).flatMap { Int64($0) }).map { Instant(milliseconds: $0) }
    }
}
