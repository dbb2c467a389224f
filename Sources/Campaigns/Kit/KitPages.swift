internal import Design
internal import Foundation
internal import HTML
internal import Moderation
internal import Text
internal import Web

/// The pages of a campaign's kit.
enum KitPages {
    static func kit(_ campaign: Campaign, _ materials: [Material], base: WebURL, _ t: Translator) -> Page {
        let words = campaign.words(for: t.language)
        let languages = ordered(Array(Set(materials.map(\.language))), t)
        let shelves = languages.map { language -> HTML in
            let rows = materials.filter { $0.language == language }.map { row($0, campaign, t) }
            return "<section><h2 lang=\"\(language.code)\">\(language.ownName)</h2><ul class=\"rows\">\(rows)</ul></section>"
        }
        let none: HTML = materials.isEmpty ? "<p class=\"notice\">\(t("campaigns.kit.none"))</p>" : .empty
        let body: HTML = """
            \(Pieces.title(t("campaigns.kit.title"), back: (CampaignRoutes.campaign.path(t.language, campaign.slug), words.title), lead: t("campaigns.kit.lead")))
            <div class="wrap">\(none)\(shelves)
            <section><h2>\(t("campaigns.kit.words"))</h2><p>\(t("campaigns.kit.words.lead"))</p>\(ordered(campaign.words.map(\.language), t).map { sharing(campaign.words(for: $0), campaign, base, t) })</section></div>
            """
        return Page(
            language: t.language, title: "\(t("campaigns.kit.title")) · \(words.title)", description: t("campaigns.kit.lead"), body: body,
            addressInLanguage: { KitRoutes.kit.path($0, campaign.slug) }, section: CampaignRoutes.section)
    }

    /// On the campaign's page.
    static func summary(_ count: Int, _ campaign: Campaign, _ t: Translator) -> HTML {
        """
        <section><h2>\(t("campaigns.kit.title"))</h2><p>\(count == 0 ? t("campaigns.kit.wordsOnly") : t("campaigns.kit.count", count))</p>
        <p><a href="\(KitRoutes.kit.path(t.language, campaign.slug))">\(t("campaigns.kit.open"))</a></p></section>
        """
    }

    static func desk(
        _ campaign: Campaign, _ materials: [Material], isDone: Bool, _ state: FormState, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let done = isDone ? Pieces.notice(.good, title: t("campaigns.change.saved"), .empty) : .empty
        let rows = materials.map { each -> HTML in
            """
            <li><strong lang="\(each.language.code)">\(each.title)</strong> <span class="quiet small">\(facts(each, t)) · \(each.language.name(in: t.language))</span>
            <form class="inline" method="post" action="\(KitRoutes.remove.path(t.language, campaign.slug, each.id))"><button class="button small">\(t("campaigns.kit.remove"))<span class="unseen"> \(each.title)</span></button></form></li>
            """
        }
        let list: HTML = materials.isEmpty ? "<p class=\"notice\">\(t("campaigns.kit.empty"))</p>" : "<ul class=\"rows\">\(rows)</ul>"
        let words = campaign.words(for: t.language)
        let body: HTML = """
            \(done)\(list)<h2>\(t("campaigns.kit.add"))</h2>
            <form method="post" enctype="multipart/form-data" action="\(KitRoutes.add.path(t.language, campaign.slug))" novalidate>\(pieces.summary())
            \(pieces.line("title", label: t("campaigns.field.material"), hint: t("campaigns.field.material.hint"), autocomplete: "off", required: true, maximum: Material.longestTitle))
            \(pieces.line("language", label: t("campaigns.field.language"), hint: t("campaigns.field.language.hint"), autocomplete: "off", required: true, maximum: 35))
            \(pieces.file("file", label: t("campaigns.field.file"), hint: t("campaigns.field.file.hint", FileKind.names(Material.kinds), Material.largest / 1_000_000), accept: FileKind.accepted(Material.kinds), required: true))
            <p><button class="button go">\(t("campaigns.kit.add"))</button></p></form>
            """
        return desk.draw(
            section: CampaignDeskRoutes.section, title: t("campaigns.kit.title"),
            back: (CampaignDeskRoutes.campaign.path(t.language, campaign.slug), words.title), body, state: state,
            address: { KitRoutes.desk.path($0, campaign.slug) })
    }

    private static func row(_ material: Material, _ campaign: Campaign, _ t: Translator) -> HTML {
        """
        <li><a href="\(KitRoutes.file.path(campaign.slug, material.id))" lang="\(material.language.code)">\(material.title)</a> <span class="quiet small">\(facts(material, t))</span></li>
        """
    }

    /// What a phone on a dear line wants to know first: the format and the weight.
    private static func facts(_ material: Material, _ t: Translator) -> String {
        FileFacts.words(material.file, t)
    }

    /// Words to copy into a message or a newsletter, with the address of the page.
    private static func sharing(_ words: Campaign.Words, _ campaign: Campaign, _ base: WebURL, _ t: Translator) -> HTML {
        let language = Language.interface.contains(words.language) ? words.language : t.language
        let address = base.appending(CampaignRoutes.campaign.path(language, campaign.slug))
        return """
            <h3 lang="\(words.language.code)">\(words.language.ownName)</h3>\(Pieces.source("\(words.title)\n\n\(words.summary)\n\n\(address)", label: words.title))
            """
    }

    /// The reader's language first, then by what their speakers call them.
    private static func ordered(_ languages: [Language], _ t: Translator) -> [Language] {
        let others = languages.filter { $0 != t.language }.sorted { Folding.key($0.ownName) < Folding.key($1.ownName) }
        return languages.filter { $0 == t.language } + others
    }
}
