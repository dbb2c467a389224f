internal import Design
internal import Foundation
internal import HTML
internal import Moderation
internal import Text
internal import Time
internal import Web

/// The desk's page of all texts in all languages.
enum TranslationIndexPage {
    static func draw(_ view: TranslationIndex, isDone: Bool, zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let done = isDone ? Pieces.notice(.good, title: t("translations.saved"), .empty) : .empty
        let waiting = view.drafts.filter { $0.draft.handedInAt != nil }
        let open = view.drafts.filter { $0.draft.handedInAt == nil }
        let cards: HTML =
            waiting.isEmpty
            ? .empty : "<h2>\(t("translations.waiting"))</h2><ul class=\"plain\">\(waiting.map { card($0, view, zone, t) })</ul>"
        let tables = view.shelves.filter { !$0.texts.isEmpty }.map { source, texts -> HTML in
            "<h2>\(t(source.title))</h2>\(table(source, texts, t))"
        }
        let work: HTML =
            open.isEmpty ? .empty : "<h2>\(t("translations.open"))</h2><ul class=\"rows\">\(open.map { item($0, view, zone, t) })</ul>"
        let links: HTML =
            view.links.isEmpty
            ? .empty : "<h2>\(t("translations.links"))</h2><ul class=\"rows\">\(view.links.map { item($0, view, zone, t) })</ul>"
        return desk.draw(
            section: TranslationRoutes.section, title: t("translations.title"), lead: t("translations.lead"),
            done + cards + tables.joined() + work + links, address: { TranslationRoutes.index.path($0) })
    }

    private static func card(_ waiting: TranslationStore.Waiting, _ view: TranslationIndex, _ zone: TimeZone, _ t: Translator) -> HTML {
        let key = waiting.key
        let who = waiting.draft.translator.isEmpty ? t("translations.somebody") : waiting.draft.translator
        let when = waiting.draft.handedInAt.map { t.dayAndTime($0, in: zone) } ?? ""
        let machine = waiting.draft.isMachine ? TranslationPieces.badges([.machine], t) : .empty
        return """
            <li class="card calm"><h3><a href="\(address(key, waiting.language, t))">\(view.name(key, for: t.language)) · \(waiting.language.ownName)</a></h3>
            <p>\(machine)\(t("translations.draft.handedIn", who, when))</p>
            <form method="post" action="\(TranslationRoutes.publish.path(t.language, key.kind, key.slug, waiting.language))"><input type="hidden" name="seen" value="\(waiting.draft.savedAt.milliseconds)"><p class="actions"><a class="button go" href="\(address(key, waiting.language, t))">\(t("translations.read"))</a>
            <button class="button">\(t("translations.publish"))</button></p></form></li>
            """
    }

    private static func table(_ source: any TextSource, _ texts: [TranslatedText], _ t: Translator) -> HTML {
        let heads = Language.interface.map { language -> HTML in "<th scope=\"col\" lang=\"\(language.code)\">\(language.ownName)</th>" }
        let rows = texts.map { text -> HTML in
            let name = text.text.name(source, for: t.language, else: text.original)
            let cells = Language.interface.map { language -> HTML in
                // The original is written where it always was.
                let path =
                    language == text.original
                    ? source.editor(of: text.text.key.slug, in: language, reader: t.language) : address(text.text.key, language, t)
                return """
                    <td data-label="\(language.ownName)"><a href="\(path)"><span class="unseen">\(name), \(language.ownName): </span>\(text.states(language).map { t("translations.state.\($0.rawValue)") }.joined(separator: ", "))</a></td>
                    """
            }
            return "<tr><td>\(name)</td>\(cells)</tr>"
        }
        return """
            <table role="table"><thead><tr><th scope="col">\(t("translations.text"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private static func item(_ draft: TranslationStore.Waiting, _ view: TranslationIndex, _ zone: TimeZone, _ t: Translator) -> HTML {
        let who = draft.draft.translator.isEmpty ? t("translations.somebody") : draft.draft.translator
        return """
            <li><a href="\(address(draft.key, draft.language, t))">\(view.name(draft.key, for: t.language)) · \(draft.language.ownName)</a>
            <span class="quiet small">\(t("translations.draft.open", who, t.dayAndTime(draft.draft.savedAt, in: zone)))</span></li>
            """
    }

    private static func item(_ link: TranslationLink, _ view: TranslationIndex, _ zone: TimeZone, _ t: Translator) -> HTML {
        """
        <li><a href="\(address(link.key, link.language, t))">\(view.name(link.key, for: t.language)) · \(link.language.ownName)</a> \(facts(link, zone, t))</li>
        """
    }

    /// For whom a link was made, until when it works, and whether it was used.
    static func facts(_ link: TranslationLink, _ zone: TimeZone, _ t: Translator) -> HTML {
        let used = link.usedAt.map { t("translations.link.used", t.dayAndTime($0, in: zone)) } ?? t("translations.link.unused")
        let parts = [link.purpose, t("translations.link.until", t.day(link.expiresAt, in: zone)), used].filter { !$0.isEmpty }
        return "<span class=\"quiet small\">\(parts.joined(separator: " · "))</span>"
    }

    private static func address(_ key: TextKey, _ language: Language, _ t: Translator) -> URLPath {
        TranslationRoutes.translation.path(t.language, key.kind, key.slug, language)
    }
}
