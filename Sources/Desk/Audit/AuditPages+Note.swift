internal import HTML
internal import People
internal import Text

extension AuditPages {
    /// The note of an entry, in the reader's words: roles and languages by their names, and earlier words that it keeps, to open.
    static func note(_ entry: AuditEntry, _ t: Translator) -> HTML {
        let lines = entry.note.split(separator: "\n").map(String.init)
        guard let first = lines.first else { return .empty }
        guard let language = Language.interface.first(where: { $0.code == first }) else {
            return "<span>\(role(entry, t) ?? entry.note)</span>"
        }
        let earlier = lines.dropFirst().map { line -> HTML in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let key = "translations.field.\(parts[0])"
            return "<p><strong>\(t.has(key) ? t(key) : parts[0])</strong>: \(parts.count > 1 ? parts[1] : "")</p>"
        }
        let kept: HTML = earlier.isEmpty ? .empty : "<details><summary>\(t("desk.log.earlier"))</summary>\(earlier)</details>"
        return "<span>\(language.name(in: t.language))</span>\(kept)"
    }

    private static func role(_ entry: AuditEntry, _ t: Translator) -> String? {
        guard [RoleVerb.roleGiven, .roleTaken].contains(where: { $0.rawValue == entry.verb }), let role = Role(rawValue: entry.note) else {
            return nil
        }
        return t("desk.role.\(role.rawValue)")
    }
}
