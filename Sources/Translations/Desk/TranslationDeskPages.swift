internal import Design
internal import Foundation
internal import HTML
internal import Moderation
internal import Text
internal import Time
internal import Web

/// The desk's page of one text in one language.
enum TranslationDeskPages {
    static func translation(
        _ found: FoundTranslation, _ state: FormState, _ note: TranslationNote, zone: TimeZone, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let view = found.view
        let pieces = FormPieces(state, t)
        let (kind, slug, language) = (view.key.kind, view.key.slug, view.language)
        let body: HTML = """
            \(notice(note, t))\(TranslationPieces.trouble(note.trouble, view, t))
            <p>\(TranslationPieces.badges(view.translated.states(language), t))\(made(view, zone, t))</p>
            \(draft(view, zone, t))\(TranslationPieces.changes(view, t))\(confirmation(view, t))
            <form class="wide" method="post" action="\(TranslationRoutes.save.path(t.language, kind, slug, language))" novalidate>\(pieces.summary())
            \(TranslationPieces.fields(view, pieces, t))\(TranslationPieces.rest(pieces, t))
            <p class="actions"><button class="button go" name="act" value="publish">\(t("translations.publish"))</button>
            <button class="button" name="act" value="save">\(t("translations.save"))</button>
            <a class="button" href="\(view.source.address(of: slug, language))">\(t("translations.look"))</a></p></form>
            \(links(found, state, zone, t))\(further(view, t))
            """
        return desk.draw(
            section: TranslationRoutes.section, title: "\(view.name(for: t.language)) · \(language.ownName)",
            back: (TranslationRoutes.index.path(t.language), t("translations.title")), body, state: state,
            address: { TranslationRoutes.translation.path($0, kind, slug, language) })
    }

    private static func notice(_ note: TranslationNote, _ t: Translator) -> HTML {
        if let link = note.link {
            return Pieces.notice(
                .good, title: t("translations.link.made"), "<p class=\"source\">\(link)</p><p>\(t("translations.link.made.words"))</p>")
        }
        switch note.done {
        case "published": return Pieces.notice(.good, title: t("translations.published"), .empty)
        case "saved": return Pieces.notice(.good, title: t("translations.saved"), .empty)
        default: return .empty
        }
    }

    /// From what, by whom and when the published translation was made, as far as somebody knows.
    private static func made(_ view: TranslationView, _ zone: TimeZone, _ t: Translator) -> HTML {
        guard view.published != nil, let record = view.translated.records[view.language] else { return .empty }
        let by = record.translator.isEmpty ? "" : t("translations.by", record.translator)
        let on = record.madeAt.map { t.day($0, in: zone) } ?? ""
        let parts = [t("translations.from", record.source.name(in: t.language)), by, on].filter { !$0.isEmpty }
        return "<span class=\"quiet small\">\(parts.joined(separator: " · "))</span>"
    }

    private static func draft(_ view: TranslationView, _ zone: TimeZone, _ t: Translator) -> HTML {
        guard let draft = view.draft else { return .empty }
        let who = draft.translator.isEmpty ? t("translations.somebody") : draft.translator
        let words =
            draft.handedInAt.map { t("translations.draft.handedIn", who, t.dayAndTime($0, in: zone)) }
            ?? t("translations.draft.open", who, t.dayAndTime(draft.savedAt, in: zone))
        return Pieces.notice(.plain, title: t("translations.draft"), "<p>\(words)</p>")
    }

    /// Where what is published says something else than the original: the press that says that it does not.
    private static func confirmation(_ view: TranslationView, _ t: Translator) -> HTML {
        guard view.draft == nil, view.translated.isOutdated(view.language) else { return .empty }
        return """
            <form method="post" action="\(TranslationRoutes.confirm.path(t.language, view.key.kind, view.key.slug, view.language))"><p><button class="button">\(t("translations.confirm"))</button></p></form>
            """
    }

    private static func links(_ found: FoundTranslation, _ state: FormState, _ zone: TimeZone, _ t: Translator) -> HTML {
        let view = found.view
        let (kind, slug, language) = (view.key.kind, view.key.slug, view.language)
        let pieces = FormPieces(state, t, prefix: "link-")
        let items = found.links.map { link -> HTML in
            """
            <li>\(TranslationIndexPage.facts(link, zone, t)) <form class="inline" method="post" action="\(TranslationRoutes.endLink.path(t.language, kind, slug, language, link.id))"><button class="button small">\(t("translations.link.end"))</button></form></li>
            """
        }
        let list: HTML = items.isEmpty ? .empty : "<ul class=\"rows\">\(items)</ul>"
        let sources = view.translated.text.versions.keys.filter { $0 != language }.sorted { $0.code < $1.code }
        let choice =
            sources.count < 2
            ? HTML.empty
            : pieces.filter(
                "from", label: t("translations.field.from"), none: view.from.ownName,
                groups: [("", sources.filter { $0 != view.from }.map { ($0.code, $0.ownName) })])
        return """
            <h2>\(t("translations.links"))</h2><p>\(t("translations.links.words"))</p>\(list)
            <form method="post" action="\(TranslationRoutes.makeLink.path(t.language, kind, slug, language))" novalidate>
            \(pieces.line("purpose", label: t("translations.field.purpose"), hint: t("translations.purpose.hint"), autocomplete: "off", maximum: TranslationLink.longestPurpose))
            \(choice)<p><button class="button">\(t("translations.link.make"))</button></p></form>
            """
    }

    /// What is seldom needed.
    private static func further(_ view: TranslationView, _ t: Translator) -> HTML {
        let (kind, slug, language) = (view.key.kind, view.key.slug, view.language)
        let drop: HTML =
            view.draft.map { draft -> HTML in
                """
                <form method="post" action="\(TranslationRoutes.drop.path(t.language, kind, slug, language))"><input type="hidden" name="seen" value="\(draft.savedAt.milliseconds)"><p><button class="button">\(t("translations.drop"))</button></p></form>
                """
            } ?? .empty
        let isNamed = view.draft?.translator.isEmpty == false || view.translated.records[language]?.translator.isEmpty == false
        let forget: HTML =
            isNamed
            ? """
            <form method="post" action="\(TranslationRoutes.forgetName.path(t.language, kind, slug, language))"><p><button class="button">\(t("translations.forgetName"))</button></p></form>
            """ : .empty
        let original: HTML =
            view.published == nil
            ? .empty
            : """
            <form method="post" action="\(TranslationRoutes.makeOriginal.path(t.language, kind, slug, language))"><p><button class="button">\(t("translations.makeOriginal", language.ownName))</button></p></form>
            """
        let all = drop + forget + original
        return all.isEmpty ? .empty : "<h2>\(t("translations.further"))</h2>\(all)"
    }
}
