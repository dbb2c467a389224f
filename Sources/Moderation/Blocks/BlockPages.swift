internal import Design
internal import Foundation
internal import HTML
internal import Text
internal import Time
internal import Web

/// The page of what is watched for.
enum BlockPages {
    static func index(
        _ blocks: [Block], _ state: FormState, _ related: [RelatedPage], isDone: Bool, zone: TimeZone, _ desk: DeskPage, _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let done = isDone ? Pieces.notice(.good, title: t("moderation.blocks.saved"), .empty) : .empty
        let kinds = Block.Kind.allCases.map { (value: $0.rawValue, words: t("moderation.block.\($0.rawValue)")) }
        let follows = Block.Kind.allCases.map { kind -> HTML in
            "<dt>\(t("moderation.block.\(kind.rawValue)"))</dt><dd>\(t("moderation.follows.\(kind.rawValue)"))</dd>"
        }
        let beside = related.map { page -> HTML in "<p><a href=\"\(page.path(t.language))\">\(t(page.label))</a></p>" }.joined()
        let body: HTML = """
            \(done)<dl class="facts">\(follows)</dl><p>\(t("moderation.blocks.signIn"))</p>
            <h2>\(t("moderation.blocks.now"))</h2>\(list(blocks, zone, t))
            <h2>\(t("moderation.blocks.more"))</h2>
            <form method="post" action="\(DeskRoutes.addBlocks.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.choice("kind", label: t("moderation.field.kind"), autocomplete: "off", options: kinds))
            \(pieces.text("values", label: t("moderation.field.values"), hint: t("moderation.values.hint"), required: true, maximum: Block.mostAtOnce * 60, rows: 5))
            \(pieces.line("blockReason", label: t("moderation.field.blockReason"), autocomplete: "off", required: true, maximum: Block.longestReason))
            \(pieces.line("until", label: t("moderation.field.until"), hint: t("moderation.until.hint"), type: "date", autocomplete: "off", maximum: 10))
            <p><button class="button go">\(t("moderation.blocks.add"))</button></p></form>\(beside)
            """
        return desk.draw(
            section: DeskRoutes.section, title: t("moderation.blocks.title"), lead: t("moderation.blocks.lead"),
            back: (DeskRoutes.home.path(t.language), t("moderation.queue.title")), body, state: state,
            address: { DeskRoutes.blocks.path($0) })
    }

    private static func list(_ blocks: [Block], _ zone: TimeZone, _ t: Translator) -> HTML {
        guard !blocks.isEmpty else { return "<p class=\"notice\">\(t("moderation.blocks.none"))</p>" }
        return "<ul class=\"rows\">\(blocks.map { item($0, zone, t) })</ul>"
    }

    private static func item(_ block: Block, _ zone: TimeZone, _ t: Translator) -> HTML {
        let end = block.endsAt.map { t("moderation.blocks.until", t.day($0 - .milliseconds(1), in: .gmt)) } ?? ""
        let facts = [block.personName, t.day(block.madeAt, in: zone), end].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <li><h3>\(block.value) <span class="badge">\(t("moderation.block.\(block.kind.rawValue)"))</span></h3><p>\(block.reason) <span class="quiet small">\(facts)</span></p>
            <form class="inline" method="post" action="\(DeskRoutes.removeBlock.path(t.language, block.id))"><button class="button small">\(t("moderation.blocks.remove"))<span class="unseen"> \(block.value)</span></button></form></li>
            """
    }
}
