internal import Design
internal import Foundation
internal import HTML
internal import Text
internal import Web

/// The pages that every site has.
enum SitePages {
    static func standard(_ page: StandardPage, _ text: PageText, _ settings: SiteSettings, _ t: Translator) -> Page {
        let mark: HTML = text.isMachine ? "<div class=\"wrap\">\(Pieces.machineMark(true, t))</div>" : .empty
        let body: HTML = """
            \(Pieces.title(filled(text.title, settings, t), lead: filled(text.summary, settings, t), language: text.language, leadLanguage: text.language))
            \(mark)<div class="wrap prose" lang="\(text.language.code)">\(Markdown.render(filled(text.body, settings, t)))</div>
            """
        return Page(
            language: t.language, title: filled(text.title, settings, t), description: filled(text.summary, settings, t), body: body,
            addressInLanguage: { SiteRoutes.page.path($0, page) }, section: page.rawValue)
    }

    private static func filled(_ text: String, _ settings: SiteSettings, _ t: Translator) -> String {
        let values = [
            "{site}": settings.name(in: t.language),
            "{responsible}": settings.responsible(in: t.language),
            "{contact}": settings.contactMailbox.map { "[\($0)](mailto:\($0))" } ?? t("site.contact.none"),
            "{address}": settings.postalAddress ?? "",
        ]
        return values.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
}
