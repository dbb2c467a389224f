internal import Design
internal import Foundation
internal import HTML
internal import Text
internal import Time
internal import Web

/// The pages of the archive.
enum ArchivePages {
    static func index(_ mailings: [Mailing], _ t: Translator) -> Page {
        let items = mailings.compactMap { mailing -> HTML? in
            guard let words = mailing.words(for: t.language) else { return nil }
            return """
                <li><a href="\(MailingRoutes.mailing.path(t.language, mailing.id))" lang="\(words.language.code)">\(words.subject(for: nil))</a>
                <span class="quiet small">\(day(mailing, t))</span></li>
                """
        }
        let list: HTML = items.isEmpty ? "<p class=\"notice\">\(t("mailings.archive.none"))</p>" : "<ul class=\"signers\">\(items)</ul>"
        let body: HTML = """
            \(Pieces.title(t("mailings.archive.title"), lead: t("mailings.archive.lead")))<div class="wrap">\(list)</div>
            """
        return Page(
            language: t.language, title: t("mailings.archive.title"), description: t("mailings.archive.lead"), body: body,
            addressInLanguage: { MailingRoutes.index.path($0) }, section: MailingRoutes.section)
    }

    static func mailing(_ mailing: Mailing, _ words: MailingWords, _ t: Translator) -> Page {
        let subject = words.subject(for: nil)
        let body: HTML = """
            <div class="title"><div class="wrap"><p class="back"><a href="\(MailingRoutes.index.path(t.language))">\(t("mailings.archive.title"))</a></p>
            <h1 lang="\(words.language.code)">\(subject)</h1><p class="lead">\(day(mailing, t))</p></div></div>
            <div class="wrap prose" lang="\(words.language.code)">\(Markdown.render(words.body(for: nil), headingLevel: 2))</div>
            """
        return Page(
            language: t.language, title: subject, body: body, addressInLanguage: { MailingRoutes.mailing.path($0, mailing.id) },
            section: MailingRoutes.section)
    }

    private static func day(_ mailing: Mailing, _ t: Translator) -> String {
        t.day(mailing.steps.approvedAt ?? mailing.createdAt, in: .gmt)
    }
}
