internal import Design
internal import Foundation
internal import HTML
internal import Text
internal import Web

/// The pages behind a translator's link.
enum TranslatorPages {
    static func work(
        _ view: TranslationView, _ link: TranslationLink, token: String, _ state: FormState, done: TranslationForm.Act?,
        trouble: TranslationServices.Outcome?, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let title = t("translations.work.title", view.name(for: view.from), link.language.ownName)
        let until = t("translations.work.until", t.day(link.expiresAt, in: .gmt))
        let body: HTML = """
            \(Pieces.title(title, lead: t("translations.work.lead")))
            <div class="wrap">\(notice(done, view, t))\(TranslationPieces.trouble(trouble, view, t))\(TranslationPieces.changes(view, t))
            <form class="wide" method="post" action="\(TranslationRoutes.saveWork.path(t.language, token))" novalidate>\(pieces.summary())
            \(TranslationPieces.fields(view, pieces, t))\(TranslationPieces.rest(pieces, t))
            <p class="actions"><button class="button go" name="act" value="save">\(t("translations.save"))</button>
            <button class="button" name="act" value="handIn">\(t("translations.handIn"))</button></p>
            <p class="small quiet">\(t("translations.markdown")) \(until)</p></form></div>
            """
        return page(title, body, t) { TranslationRoutes.work.path($0, token) }.marking(state, t)
    }

    private static func notice(_ done: TranslationForm.Act?, _ view: TranslationView, _ t: Translator) -> HTML {
        switch done {
        case .save: Pieces.notice(.good, title: t("translations.saved"), "<p>\(t("translations.saved.words"))</p>")
        case .handIn: Pieces.notice(.good, title: t("translations.handedIn"), "<p>\(t("translations.handedIn.words"))</p>")
        case .publish, nil:
            view.draft?.handedInAt == nil
                ? .empty : Pieces.notice(.plain, title: t("translations.waits"), "<p>\(t("translations.waits.words"))</p>")
        }
    }

    /// For a link that no longer works. What was typed is shown, so that it is not lost.
    static func over(_ link: TranslationLink, _ fields: [TextField], typed: TextWords?, token: String, _ t: Translator) -> Page {
        let lead =
            link.endedAt == nil
            ? t("translations.over.expired", t.day(link.expiresAt, in: .gmt)) : t("translations.over.ended")
        let kept = fields.filter { field in typed?[field.name].isEmpty == false }
        let words = kept.map { field -> HTML in
            let label = t("translations.field.\(field.name)")
            return "<h3>\(label)</h3>\(Pieces.source(typed?[field.name] ?? "", label: label))"
        }
        let below: HTML =
            kept.isEmpty
            ? .empty
            : "<div class=\"wrap\"><h2>\(t("translations.over.typed"))</h2><p>\(t("translations.over.typed.words"))</p>\(words)</div>"
        return page(t("translations.over.title"), Pieces.title(t("translations.over.title"), lead: lead) + below, t) {
            TranslationRoutes.work.path($0, token)
        }
    }

    private static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, body: body, addressInLanguage: address, isIndexed: false)
    }
}
