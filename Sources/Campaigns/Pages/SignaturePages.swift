internal import Design
internal import Foundation
internal import Geography
internal import HTML
internal import People
internal import Site
internal import Text
internal import Web

/// The pages on the way of a signature: form, mail sent, confirm, change, withdrawn.
enum SignaturePages {
    // MARK: The form

    static func form(_ campaign: Campaign, notice: Notice, state: FormState, _ t: Translator) -> HTML {
        guard campaign.isOpen else {
            return Pieces.notice(.plain, title: t("campaigns.closed.title"), "<p>\(t("campaigns.closed.words"))</p>")
        }
        let pieces = FormPieces(state, t)
        let countries = Country.sorted(in: t.language).map { (value: $0.country.code, words: $0.name) }
        return """
            <div class="card" id="sign"><h2 id="sign-title">\(t("campaigns.sign.title"))</h2>
            <form method="post" action="\(CampaignRoutes.sign.path(t.language, campaign.slug))" novalidate>
            \(pieces.summary())
            \(pieces.line("name", label: t("campaigns.field.name"), autocomplete: "name", required: true, maximum: SignatureForm.longestLine))
            \(pieces.line("email", label: t("campaigns.field.email"), hint: t("campaigns.field.email.hint"), type: "email", autocomplete: "email", required: true, maximum: 254))
            \(pieces.choice("country", label: t("campaigns.field.country"), autocomplete: "country", options: countries))
            \(appearance(pieces, t))
            <fieldset><legend>\(t("campaigns.consent.title"))</legend>
            \(support(notice, pieces, required: true, t))
            \(news(notice, pieces))
            </fieldset>
            <input type="hidden" name="notice" value="\(notice.version)">
            <button class="button go wide">\(t("campaigns.sign.button"))</button>
            <p class="small quiet">\(t("campaigns.sign.next"))</p>
            </form></div>
            """
    }

    static func appearance(_ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        \(pieces.line("town", label: t("campaigns.field.town"), autocomplete: "address-level2", maximum: SignatureForm.longestLine))
        \(pieces.line("organisation", label: t("campaigns.field.organisation"), autocomplete: "organization", maximum: SignatureForm.longestLine))
        \(pieces.text("sentence", label: t("campaigns.field.sentence"), hint: t("campaigns.field.sentence.hint"), maximum: SignatureForm.longestSentence))
        \(pieces.check("shown", words: "\(t("campaigns.field.shown"))"))
        """
    }

    private static func support(_ notice: Notice, _ pieces: FormPieces, required: Bool, _ t: Translator) -> HTML {
        pieces.check(
            "support",
            words:
                "\(notice.words[.support] ?? "") <a href=\"\(SiteRoutes.page.path(t.language, .privacy))\">\(t("campaigns.consent.privacy"))</a>",
            required: required)
    }

    /// What a person may agree to later: the news they want, and first that the signature is kept, if nobody had asked them.
    static func consents(_ agreed: Set<Purpose>, _ notice: Notice, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let asksSupport = !agreed.contains(.support)
        let title = t(asksSupport ? "campaigns.consent.title" : "campaigns.change.news")
        let support: HTML =
            asksSupport
            ? "<p>\(t("campaigns.change.consent"))</p>\(support(notice, pieces, required: false, t))" : .empty
        return """
            <fieldset><legend>\(title)</legend>\(support)\(news(notice, pieces))</fieldset>
            <input type="hidden" name="notice" value="\(notice.version)">
            """
    }

    private static func news(_ notice: Notice, _ pieces: FormPieces) -> HTML {
        """
        \(pieces.check("campaignNews", words: "\(notice.words[.campaignNews] ?? "")"))
        \(pieces.check("coalitionNews", words: "\(notice.words[.coalitionNews] ?? "")"))
        """
    }

    // MARK: After the form

    /// The same page for everybody, whether the signature is new, was there, or counts already.
    static func mailSent(_ campaign: Campaign, handle: String, state: FormState, _ t: Translator) -> Page {
        let words = campaign.words(for: t.language)
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(Pieces.title(t("campaigns.sent.title"), kicker: words.title, lead: t("campaigns.sent.lead")))
            <div class="wrap columns even"><section>
            <h2>\(t("campaigns.sent.next"))</h2>
            <ol class="prose"><li>\(t("campaigns.sent.step.open"))</li><li>\(t("campaigns.sent.step.confirm"))</li><li>\(t("campaigns.sent.step.share"))</li></ol>
            <p class="small quiet">\(t("campaigns.sent.missing"))</p>
            </section><section><div class="card calm"><h2>\(t("campaigns.code.title"))</h2>
            <form class="code" method="post" action="\(SignatureRoutes.confirmByCode.path(t.language, campaign.slug, handle))" novalidate>
            \(pieces.summary())
            \(pieces.line("code", label: t("campaigns.code.label"), hint: t("campaigns.code.hint"), autocomplete: "one-time-code", required: true, maximum: 12))
            <button class="button go">\(t("campaigns.code.button"))</button>
            </form></div></section></div>
            """
        return page(t("campaigns.sent.title"), body, t) { SignatureRoutes.sent.path($0, campaign.slug, handle) }
    }

    /// After confirming: thanks, and ways to bring others. The same for everybody, so that it can be cached.
    static func thanks(_ campaign: Campaign, share: ShareLinks, _ t: Translator) -> Page {
        let words = campaign.words(for: t.language)
        let links = share.all.map { link -> HTML in
            "<li><a class=\"button\" href=\"\(link.address)\" rel=\"noopener\">\(t(link.label))</a></li>"
        }
        let body: HTML = """
            \(Pieces.title(t("campaigns.thanks.title"), kicker: words.title, lead: t("campaigns.thanks.lead")))
            <div class="wrap columns even"><section><h2>\(t("campaigns.share.title"))</h2><p>\(t("campaigns.share.words"))</p>
            <ul class="share actions">\(links)</ul>
            <p class="field"><label for="link">\(t("campaigns.share.link"))</label><input id="link" readonly value="\(share.campaign)"></p>
            </section><section><h2>\(t("campaigns.thanks.change.title"))</h2><p>\(t("campaigns.thanks.change.words"))</p>
            <p class="actions"><a class="button" href="\(CampaignRoutes.campaign.path(t.language, campaign.slug))">\(t("campaigns.thanks.back"))</a></p>
            </section></div>
            """
        return page(t("campaigns.thanks.title"), body, t) { SignatureRoutes.thanks.path($0, campaign.slug) }
    }

    // MARK: From the mail

    static func confirm(_ signature: Signature, _ campaign: Campaign, news: Set<Purpose>, token: String, _ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("campaigns.confirm.title"), kicker: campaign.words(for: t.language).title, lead: t("campaigns.confirm.lead")))
            <div class="wrap prose">\(summary(signature, answers(signature, news, t), t))
            <form method="post" action="\(SignatureRoutes.confirm.path(t.language, token))">
            <p><button class="button go">\(t("campaigns.confirm.button"))</button></p></form>
            \(withdrawal(token, title: "campaigns.notMe.title", words: "campaigns.notMe.words", button: "campaigns.notMe.button", t))</div>
            """
        return page(t("campaigns.confirm.title"), body, t) { SignatureRoutes.show.path($0, token) }
    }

    static func change(
        _ signature: Signature, _ campaign: Campaign, agreed: Set<Purpose>, token: String, notice: Notice, state: FormState, saved: Bool,
        _ t: Translator
    ) -> Page {
        let pieces = FormPieces(state, t)
        let done = saved ? Pieces.notice(.good, title: t("campaigns.change.saved"), .empty) : .empty
        let body: HTML = """
            \(Pieces.title(t("campaigns.change.title"), kicker: campaign.words(for: t.language).title, lead: t("campaigns.change.lead")))
            <div class="wrap columns"><section>\(done)\(CampaignPieces.waiting(signature, t))\(summary(signature, [], t))
            <form method="post" action="\(SignatureRoutes.change.path(t.language, token))" novalidate>
            <h2>\(t("campaigns.change.form"))</h2>\(pieces.summary())\(appearance(pieces, t))
            \(consents(agreed, notice, pieces, t))
            <p><button class="button go">\(t("campaigns.change.button"))</button></p></form></section>
            <section>\(withdrawal(token, title: "campaigns.withdraw.title", words: "campaigns.withdraw.words", button: "campaigns.withdraw.button", t))</section></div>
            """
        return page(t("campaigns.change.title"), body, t) { SignatureRoutes.show.path($0, token) }
    }

    /// For a link that no longer does anything: withdrawn, refused, or its time to confirm is over.
    static func over(_ reason: String, _ campaign: Campaign, token: String, _ t: Translator) -> Page {
        let title = t("campaigns.over.\(reason).title")
        let form = CampaignRoutes.campaign.path(t.language, campaign.slug).adding(fragment: "sign")
        let again: HTML =
            campaign.isOpen ? "<p class=\"actions\"><a class=\"button go\" href=\"\(form)\">\(t("campaigns.over.again"))</a></p>" : .empty
        let erase =
            reason == "withdrawn"
            ? .empty
            : withdrawal(token, title: "campaigns.notMe.erase", words: "campaigns.notMe.words", button: "campaigns.notMe.button", t)
        let body: HTML = """
            \(Pieces.title(title, kicker: campaign.words(for: t.language).title, lead: t("campaigns.over.\(reason).words"), more: again))
            <div class="wrap prose">\(erase)</div>
            """
        return page(title, body, t) { SignatureRoutes.show.path($0, token) }
    }

    /// For a link that nobody knows: most often that of an earlier mail, whose answers were sent again since.
    static func unknown(token: String, _ t: Translator) -> Page {
        page(t("campaigns.unknown.title"), Pieces.title(t("campaigns.unknown.title"), lead: t("campaigns.unknown.words")), t) {
            SignatureRoutes.show.path($0, token)
        }
    }

    /// What is kept of a signature; `answers` are further facts. Names and sentences of people may be one long word.
    private static func summary(_ signature: Signature, _ answers: [(label: String, words: String)], _ t: Translator) -> HTML {
        let facts =
            [
                (label: t("campaigns.field.name"), words: signature.name),
                (label: t("campaigns.field.country"), words: Country(code: signature.country)?.name(in: t.language) ?? signature.country),
                (label: t("campaigns.signedOn"), words: t.day(signature.createdAt, in: .gmt)),
            ] + answers
        return """
            <dl class="facts">\(facts.map { fact -> HTML in "<div><dt>\(fact.label)</dt><dd>\(fact.words)</dd></div>" })</dl>
            """
    }

    /// Every answer of a form, so that whoever confirms sees each word they confirm, also those that somebody else may have typed.
    private static func answers(_ signature: Signature, _ news: Set<Purpose>, _ t: Translator) -> [(label: String, words: String)] {
        let appearance = signature.appearance
        let typed = [
            ("campaigns.field.town", appearance.town), ("campaigns.field.organisation", appearance.organisation),
            ("campaigns.field.sentence", appearance.sentence),
        ].compactMap { key, words in words.map { (label: t(key), words: $0) } }
        let choices = [
            ("campaigns.shown", appearance.shown), ("campaigns.news.campaign", news.contains(.campaignNews)),
            ("campaigns.news.coalition", news.contains(.coalitionNews)),
        ].map { key, isChosen in (label: t(key), words: t(isChosen ? "campaigns.yes" : "campaigns.no")) }
        return typed + choices
    }

    private static func withdrawal(_ token: String, title: String, words: String, button: String, _ t: Translator) -> HTML {
        """
        <h2>\(t(title))</h2><p>\(t(words))</p>
        <form method="post" action="\(SignatureRoutes.withdraw.path(t.language, token))"><p><button class="button">\(t(button))</button></p></form>
        """
    }

    private static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, description: "", body: body, addressInLanguage: address, section: CampaignRoutes.section)
    }
}
