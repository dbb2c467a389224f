public import HTML
public import Text

/// The fields of forms: label above, hint under it, what is wrong beside it, what was typed kept.
public struct FormPieces: Sendable {
    private let state: FormState
    private let t: Translator
    private let prefix: String

    /// Fields for a form in that state, with the words of that language. Where a page has several forms, each begins its ids with a `prefix`.
    public init(_ state: FormState, _ t: Translator, prefix: String = "") {
        self.state = state
        self.t = t
        self.prefix = prefix
    }

    /// One line to type. `autocomplete` is a token of the HTML standard (WCAG 1.3.5).
    public func line(
        _ name: String, label: String, hint: String? = nil, type: String = "text", autocomplete: String, required: Bool = false,
        maximum: Int
    ) -> HTML {
        """
        <div class="field"><label for="\(id(name))">\(label)\(optional(unless: required))</label>\(self.hint(name, hint))\(problem(name))
        <input id="\(id(name))" name="\(name)" type="\(type)" autocomplete="\(autocomplete)" maxlength="\(maximum)" value="\(state.values[name] ?? "")"\(attribute: "required", if: required)\(attribute: "aria-describedby", described(name, hint))\(attribute: "aria-invalid", invalid(name))></div>
        """
    }

    /// A password. What was typed before is never shown again. `autocomplete` is `new-password` or `current-password`.
    public func password(_ name: String, label: String, hint: String? = nil, autocomplete: String) -> HTML {
        """
        <div class="field"><label for="\(id(name))">\(label)</label>\(self.hint(name, hint))\(problem(name))
        <input id="\(id(name))" name="\(name)" type="password" autocomplete="\(autocomplete)" maxlength="200" required\(attribute: "aria-describedby", described(name, hint))\(attribute: "aria-invalid", invalid(name))></div>
        """
    }

    /// A value that travels with the form as it came.
    public func hidden(_ name: String) -> HTML {
        guard let value = state.values[name], !value.isEmpty else { return .empty }
        return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// Several lines to type.
    public func text(_ name: String, label: String, hint: String? = nil, required: Bool = false, maximum: Int, rows: Int = 3) -> HTML {
        """
        <div class="field"><label for="\(id(name))">\(label)\(optional(unless: required))</label>\(self.hint(name, hint))\(problem(name))
        <textarea id="\(id(name))" name="\(name)" rows="\(rows)" maxlength="\(maximum)" autocomplete="off"\(attribute: "required", if: required)\(attribute: "aria-describedby", described(name, hint))\(attribute: "aria-invalid", invalid(name))>
        \(state.values[name] ?? "")</textarea></div>
        """
    }

    /// A file to choose. The form is `multipart/form-data`. `accept` lists endings, as `FileKind.accepted` writes them.
    public func file(_ name: String, label: String, hint: String? = nil, accept: String, required: Bool = false) -> HTML {
        """
        <div class="field"><label for="\(id(name))">\(label)\(optional(unless: required))</label>\(self.hint(name, hint))\(problem(name))
        <input id="\(id(name))" name="\(name)" type="file" accept="\(accept)"\(attribute: "required", if: required)\(attribute: "aria-describedby", described(name, hint))\(attribute: "aria-invalid", invalid(name))></div>
        """
    }

    /// One of many.
    public func choice(
        _ name: String, label: String, hint: String? = nil, autocomplete: String, required: Bool = true,
        options: [(value: String, words: String)]
    ) -> HTML {
        let chosen = state.values[name] ?? ""
        return """
            <div class="field"><label for="\(id(name))">\(label)\(optional(unless: required))</label>\(self.hint(name, hint))\(problem(name))
            <select id="\(id(name))" name="\(name)" autocomplete="\(autocomplete)"\(attribute: "required", if: required)\(attribute: "aria-describedby", described(name, hint))\(attribute: "aria-invalid", invalid(name))>
            <option value="">\(t("design.choose"))</option>\(options.map { option -> HTML in
                "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.words)</option>"
            })</select></div>
            """
    }

    /// What is sought, in one line that may stay empty.
    public func search(_ name: String, label: String, maximum: Int) -> HTML {
        """
        <div class="field"><label for="\(id(name))">\(label)</label>\(problem(name))
        <input id="\(id(name))" name="\(name)" type="search" autocomplete="off" maxlength="\(maximum)" value="\(state.values[name] ?? "")"\(attribute: "aria-describedby", described(name, nil))\(attribute: "aria-invalid", invalid(name))></div>
        """
    }

    /// One of many, or none of them: `none` are the words for that. Groups of options have a heading; one without words has none.
    public func filter(
        _ name: String, label: String, none: String, groups: [(words: String, options: [(value: String, words: String)])]
    ) -> HTML {
        let chosen = state.values[name] ?? ""
        let options = groups.map { group -> HTML in
            let options = group.options.map { option -> HTML in
                "<option value=\"\(option.value)\"\(attribute: "selected", if: option.value == chosen)>\(option.words)</option>"
            }
            return group.words.isEmpty ? options.joined() : "<optgroup label=\"\(group.words)\">\(options)</optgroup>"
        }
        return """
            <div class="field"><label for="\(name)">\(label)</label>\(problem(name))
            <select id="\(name)" name="\(name)" autocomplete="off"\(attribute: "aria-describedby", described(name, nil))\(attribute: "aria-invalid", invalid(name))>
            <option value="">\(none)</option>\(options)</select></div>
            """
    }

    /// A box to tick, never ticked beforehand.
    public func check(_ name: String, words: HTML, required: Bool = false) -> HTML {
        """
        <div class="check"><input id="\(id(name))" name="\(name)" type="checkbox" value="yes"\(attribute: "checked", if: state.values[name] == "yes")\(attribute: "required", if: required)\(attribute: "aria-describedby", described(name, nil))\(attribute: "aria-invalid", invalid(name))>
        <label for="\(id(name))">\(words)</label>\(problem(name))</div>
        """
    }

    /// All problems on top of the form, each a link to its field; nothing if there are none.
    public func summary() -> HTML {
        guard !state.problems.isEmpty else { return .empty }
        return """
            <div class="notice bad" role="alert" id="\(id("problems"))" tabindex="-1" autofocus><h2>\(t("design.problems", state.problems.count))</h2>
            <ul>\(state.problems.map { problem -> HTML in
                "<li><a href=\"\(URLPath.fragment(id(problem.field)))\">\(problem.label.map { t("design.problem", $0, problem.words) } ?? problem.words)</a></li>"
            })</ul></div>
            """
    }

    private func id(_ name: String) -> String { prefix + name }

    private func optional(unless required: Bool) -> HTML {
        required ? .empty : " <span class=\"optional\">\(t("design.optional"))</span>"
    }

    private func hint(_ name: String, _ words: String?) -> HTML {
        words.map { "<span class=\"hint\" id=\"\(id(name))-hint\">\($0)</span>" } ?? .empty
    }

    private func problem(_ name: String) -> HTML {
        state.problem(name).map { "<span class=\"problem\" id=\"\(id(name))-problem\">\($0)</span>" } ?? .empty
    }

    private func described(_ name: String, _ hint: String?) -> String? {
        let ids = [hint.map { _ in "\(id(name))-hint" }, state.problem(name).map { _ in "\(id(name))-problem" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private func invalid(_ name: String) -> String? {
        state.problem(name) == nil ? nil : "true"
    }
}
