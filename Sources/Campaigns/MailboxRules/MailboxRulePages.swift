internal import Design
internal import HTML
internal import Moderation
internal import Text
internal import Web

/// The page of the rules by which mailboxes are compared.
enum MailboxRulePages {
    static func index(_ rules: MailboxRules, _ state: FormState, isDone: Bool, _ desk: DeskPage, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let done = isDone ? Pieces.notice(.good, title: t("campaigns.rules.saved"), .empty) : .empty
        let items = rules.rules.sorted { $0.key < $1.key }.map { item($0, $1, t) }
        let body: HTML = """
            \(done)<ul class="rows">\(items)</ul><h2>\(t("campaigns.rules.more"))</h2><p>\(t("campaigns.rules.more.words"))</p>
            <form method="post" action="\(MailboxRuleRoutes.save.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.line("domain", label: t("campaigns.field.domain"), hint: t("campaigns.rules.domain.hint"), autocomplete: "off", required: true, maximum: MailboxRuleForm.longestDomain))
            \(pieces.line("sameAs", label: t("campaigns.field.sameAs"), hint: t("campaigns.rules.sameAs.hint"), autocomplete: "off", maximum: MailboxRuleForm.longestDomain))
            \(pieces.check("dots", words: "\(t("campaigns.rules.dots"))"))
            \(pieces.choice("mark", label: t("campaigns.field.mark"), hint: t("campaigns.rules.mark.hint"), autocomplete: "off", required: false, options: MailboxRuleForm.marks.map { ($0, $0) }))
            <p><button class="button go">\(t("campaigns.rules.save"))</button></p></form>
            """
        return desk.draw(
            section: DeskRoutes.section, title: t("campaigns.rules.title"), lead: t("campaigns.rules.lead"),
            back: (DeskRoutes.blocks.path(t.language), t("moderation.blocks.title")), body, state: state,
            address: { MailboxRuleRoutes.index.path($0) })
    }

    private static func item(_ domain: String, _ rule: MailboxRules.Rule, _ t: Translator) -> HTML {
        let facts = [
            rule.sameAs.map { t("campaigns.rules.isSame", $0) }, rule.ignoresDots ? t("campaigns.rules.dots") : nil,
            rule.tagMark.map { t("campaigns.rules.isMark", String(UnicodeScalar($0))) },
        ].compactMap { $0 }
        let isOthers = domain == MailboxRules.others
        let remove: HTML =
            isOthers
            ? .empty
            : """
            <form class="inline" method="post" action="\(MailboxRuleRoutes.remove.path(t.language, domain))"><button class="button small">\(t("campaigns.rules.remove"))<span class="unseen"> \(domain)</span></button></form>
            """
        let words = facts.isEmpty ? t("campaigns.rules.none") : facts.joined(separator: " · ")
        return "<li><strong>\(isOthers ? t("campaigns.rules.others") : domain)</strong><p class=\"quiet\">\(words)</p>\(remove)</li>"
    }
}
