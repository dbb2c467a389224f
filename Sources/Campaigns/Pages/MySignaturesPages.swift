internal import Design
internal import Foundation
internal import HTML
internal import People
internal import Text
internal import Web

/// The signatures of a person, in their account.
enum MySignaturesPages {
    static func index(_ mine: [MySignature], hasChanged: Bool, zone: TimeZone, _ t: Translator) -> Page {
        let done = hasChanged ? Pieces.notice(.good, title: t("campaigns.change.saved"), .empty) : .empty
        let list: HTML =
            mine.isEmpty
            ? """
            <p class="notice">\(t("campaigns.mine.none"))</p>
            <p class="actions"><a class="button go" href="\(CampaignRoutes.index.path(t.language))">\(t("campaigns.mine.toCampaigns"))</a></p>
            """ : "<ul class=\"plain\">\(mine.map { item($0, zone, t) })</ul>"
        let body: HTML = """
            \(head(t))<div class="wrap">\(done)\(list)</div>
            """
        return page(t("campaigns.mine.title"), body, t) { MySignaturesRoutes.index.path($0) }
    }

    static func change(_ mine: MySignature, agreed: Set<Purpose>, notice: Notice, _ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let words = mine.campaign.words(for: t.language)
        let body: HTML = """
            \(Pieces.title(words.title, back: (MySignaturesRoutes.index.path(t.language), t("campaigns.mine.title")), lead: t("campaigns.change.lead")))
            <div class="wrap narrow"><form method="post" action="\(MySignaturesRoutes.change.path(t.language, mine.signature.id))" novalidate>
            \(pieces.summary())\(SignaturePages.appearance(pieces, t))
            \(SignaturePages.consents(agreed, notice, pieces, t))
            <p><button class="button go">\(t("campaigns.change.button"))</button></p></form>
            <h2>\(t("campaigns.withdraw.title"))</h2><p>\(t("campaigns.withdraw.words"))</p>
            <form method="post" action="\(MySignaturesRoutes.withdraw.path(t.language, mine.signature.id))"><p><button class="button">\(t("campaigns.withdraw.button"))</button></p></form></div>
            """
        return page(words.title, body, t) { MySignaturesRoutes.show.path($0, mine.signature.id) }.marking(state, t)
    }

    private static func item(_ mine: MySignature, _ zone: TimeZone, _ t: Translator) -> HTML {
        let signature = mine.signature
        let words = mine.campaign.words(for: t.language)
        let day = t.day(signature.confirmedAt ?? signature.createdAt, in: zone)
        let act: HTML
        if signature.stands {
            act =
                "<p class=\"actions\"><a class=\"button\" href=\"\(MySignaturesRoutes.show.path(t.language, signature.id))\">\(t("campaigns.mine.change"))</a></p>"
        } else if signature.awaitsConfirmation, !signature.isHeld, mine.campaign.isOpen {
            act = """
                <form method="post" action="\(MySignaturesRoutes.confirm.path(t.language, signature.id))"><p class="actions"><button class="button go">\(t("campaigns.confirm.button"))</button></p></form>
                """
        } else {
            act = .empty
        }
        let state = t(stateKey(of: signature), day)
        // Nobody sees a signature that does not count, whatever its person chose.
        let shown = signature.stands ? " " + t(signature.appearance.shown ? "campaigns.mine.shown" : "campaigns.mine.notShown") : ""
        return """
            <li class="card calm" id="s\(signature.id)"><h2 lang="\(words.language.code)"><a href="\(CampaignRoutes.campaign.path(t.language, mine.campaign.slug))">\(words.title)</a></h2>
            <p>\(state)\(shown)</p>\(CampaignPieces.waiting(signature, t))\(act)</li>
            """
    }

    private static func stateKey(of signature: Signature) -> String {
        if signature.stands { return "campaigns.mine.stands" }
        guard signature.awaitsConfirmation else { return "campaigns.mine.removed" }
        return signature.isHeld ? "campaigns.mine.held" : "campaigns.mine.waits"
    }

    private static func head(_ t: Translator) -> HTML {
        Pieces.title(
            t("campaigns.mine.title"), back: (AccountRoutes.home.path(t.language), t("campaigns.mine.account")),
            lead: t("campaigns.mine.lead"))
    }

    private static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, body: body, addressInLanguage: address, section: AccountRoutes.section, isIndexed: false)
    }
}
