internal import Design
internal import HTML
internal import Text
internal import Web

/// The page behind the link that ends mails.
enum UnsubscribePages {
    static func show(_ link: UnsubscribeLink, kind: String?, stopped: Suppression.Scope?, token: String, _ t: Translator) -> Page {
        let kindWords = kind.map { t("mailings.stop.as", t($0)) } ?? ""
        let words: HTML =
            switch stopped {
            case .all: Pieces.notice(.good, title: t("mailings.stop.done"), "<p>\(t("mailings.stop.done.all"))</p>")
            case .kind:
                Pieces.notice(.good, title: t("mailings.stop.done"), "<p>\(t("mailings.stop.done.kind", kind.map { t($0) } ?? ""))</p>")
                    + form(.all, t("mailings.stop.all"), token, t)
            case nil: form(.kind, t("mailings.stop.kind"), token, t) + form(.all, t("mailings.stop.all"), token, t)
            }
        let trial: HTML = link.isTrial ? Pieces.notice(.plain, "<p>\(t("mailings.stop.trial"))</p>") : .empty
        return page(
            """
            \(trial)<p>\(t("mailings.stop.mailbox", link.mailbox)) \(kindWords)</p>\(words)
            <p class="small quiet">\(t("mailings.stop.other"))</p>
            """, token, t)
    }

    static func unknown(token: String, _ t: Translator) -> Page {
        page(Pieces.notice(.bad, title: t("mailings.stop.unknown"), "<p>\(t("mailings.stop.unknown.words"))</p>"), token, t)
    }

    private static func form(_ scope: Suppression.Scope, _ words: String, _ token: String, _ t: Translator) -> HTML {
        """
        <form method="post" action="\(UnsubscribeRoutes.stop.path(t.language, token))"><input type="hidden" name="scope" value="\(scope.rawValue)">
        <p><button class="button\(scope == .kind ? " go" : "")">\(words)</button></p></form>
        """
    }

    private static func page(_ body: HTML, _ token: String, _ t: Translator) -> Page {
        Page(
            language: t.language, title: t("mailings.stop.title"),
            body: "\(Pieces.title(t("mailings.stop.title")))<div class=\"wrap narrow\">\(body)</div>",
            addressInLanguage: { UnsubscribeRoutes.show.path($0, token) }, isIndexed: false)
    }
}
