internal import Design
internal import HTML
internal import Text
internal import Web

/// The pages that a person sees of their own account.
enum AccountPages {
    /// For whoever is not signed in: the two ways in.
    static func entrance(_ t: Translator) -> Page {
        let body: HTML = """
            \(Pieces.title(t("people.entrance.title"), lead: t("people.entrance.lead")))
            <div class="wrap columns even"><section><h2>\(t("people.signIn.title"))</h2><p>\(t("people.entrance.signIn"))</p>
            <p class="actions"><a class="button go" href="\(AccountRoutes.signIn.path(t.language))">\(t("people.signIn.button"))</a></p></section>
            <section><h2>\(t("people.signUp.title"))</h2><p>\(t("people.entrance.signUp"))</p>
            <p class="actions"><a class="button" href="\(AccountRoutes.signUp.path(t.language))">\(t("people.signUp.button"))</a></p></section></div>
            """
        return page(t("people.entrance.title"), body, t) { AccountRoutes.home.path($0) }
    }

    /// The account: what features keep for its person, and the settings.
    static func home(_ person: Person, rooms: [AccountRoom], _ t: Translator) -> Page {
        let settings: [AccountRoom] = [
            AccountRoom(title: "people.profile.title", words: "people.profile.lead") { AccountRoutes.profile.path($0) },
            AccountRoom(title: "people.security.title", words: "people.security.lead") { AccountRoutes.security.path($0) },
            AccountRoom(title: "people.data.title", words: "people.data.lead") { AccountRoutes.data.path($0) },
        ]
        let body: HTML = """
            \(Pieces.title(person.name, kicker: t("people.home.kicker"), lead: person.mailbox))
            <div class="wrap">\(Pieces.doors((rooms + settings).map { (title: t($0.title), words: t($0.words), path: $0.path(t.language)) }))
            <form class="inline" method="post" action="\(AccountRoutes.endSession.path(t.language))"><button class="button">\(t("people.signOut.button"))</button></form></div>
            """
        return page(t("people.home.kicker"), body, t) { AccountRoutes.home.path($0) }
    }

    static func profile(_ state: FormState, saved: Bool, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let languages = Language.interface.map { (value: $0.code, words: $0.ownName) }
        let done = saved ? Pieces.notice(.good, title: t("people.saved"), .empty) : .empty
        let body: HTML = """
            \(head("people.profile.title", "people.profile.lead", t))
            <div class="wrap narrow">\(done)<form method="post" action="\(AccountRoutes.saveProfile.path(t.language))" novalidate>
            \(pieces.summary())
            \(pieces.line("name", label: t("people.field.name"), autocomplete: "name", required: true, maximum: Person.longestName))
            \(pieces.choice("language", label: t("people.field.language"), hint: t("people.field.language.hint"), autocomplete: "off", options: languages))
            \(pieces.choice("zone", label: t("people.field.zone"), hint: t("people.field.zone.hint"), autocomplete: "off", options: zones))
            <p><button class="button go">\(t("people.save.button"))</button></p></form></div>
            """
        return page(t("people.profile.title"), body, t) { AccountRoutes.profile.path($0) }.marking(state, t)
    }

    private static let zones = TimeZones.names.map { (value: $0, words: $0.replacing("_", with: " ")) }

    static func data(_ state: FormState, _ t: Translator) -> Page {
        let pieces = FormPieces(state, t)
        let body: HTML = """
            \(head("people.data.title", "people.data.lead", t))
            <div class="wrap columns even"><section><h2>\(t("people.data.export.title"))</h2><p>\(t("people.data.export.words"))</p>
            <p class="actions"><a class="button" href="\(AccountRoutes.export.path(t.language))">\(t("people.data.export.button"))</a></p></section>
            <section><h2>\(t("people.data.close.title"))</h2><p>\(t("people.data.close.words"))</p>
            <form method="post" action="\(AccountRoutes.close.path(t.language))" novalidate>\(pieces.summary())
            \(pieces.check("signatures", words: "\(t("people.data.close.signatures"))"))
            \(pieces.password("password", label: t("people.field.current"), autocomplete: "current-password"))
            <p><button class="button">\(t("people.data.close.button"))</button></p></form></section></div>
            """
        return page(t("people.data.title"), body, t) { AccountRoutes.data.path($0) }.marking(state, t)
    }

    static func closed(_ t: Translator) -> Page {
        page(t("people.closed.title"), Pieces.title(t("people.closed.title"), lead: t("people.closed.lead")), t) {
            AccountRoutes.closed.path($0)
        }
    }

    /// The heading of a page below the account, with the way back.
    static func head(_ title: String, _ lead: String, _ t: Translator) -> HTML {
        Pieces.title(t(title), back: (AccountRoutes.home.path(t.language), t("people.home.kicker")), lead: t(lead))
    }

    /// A page of an account: no search engine lists it.
    static func page(
        _ title: String, _ body: HTML, _ t: Translator, address: @escaping @Sendable (Language) -> URLPath
    ) -> Page {
        Page(language: t.language, title: title, body: body, addressInLanguage: address, section: AccountRoutes.section, isIndexed: false)
    }
}
