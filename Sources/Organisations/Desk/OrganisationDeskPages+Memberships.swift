internal import Design
internal import FoundationEssentials
internal import HTML
internal import Text
internal import Time
internal import Web

extension OrganisationDeskPages {
    /// The networks it belongs to, each to change or to take away, and a form for another.
    static func memberships(_ view: OrganisationDeskView, _ pieces: FormPieces, _ t: Translator) -> HTML {
        let slug = view.organisation.slug
        let rows = view.memberships.map { each -> HTML in
            let name = each.network.name(for: t.language).name
            let days = [
                each.membership.since.map { t("organisations.desk.since", t.day($0.start, in: .gmt)) },
                each.membership.until.map { t("organisations.desk.until", t.day($0.start, in: .gmt)) },
            ].compactMap { $0 }
            let stored = FormState(values: [
                "network": each.network.slug, "role": each.membership.role.rawValue, "since": each.membership.since?.description ?? "",
                "until": each.membership.until?.description ?? "",
            ])
            let own = FormPieces(stored, t, prefix: "\(each.network.slug)-")
            return """
                <li><a href="\(OrganisationDeskRoutes.organisation.path(t.language, each.network.slug))">\(name)</a> <span class="quiet small">\(([each.membership.role.name(t)] + days).joined(separator: " · "))</span>
                <details><summary>\(t("organisations.desk.change"))<span class="unseen">: \(name)</span></summary>
                <form method="post" action="\(OrganisationDeskRoutes.addMembership.path(t.language, slug))#networks" novalidate>\(own.hidden("network"))\(how(own, t))
                <p><button class="button">\(t("organisations.save"))</button></p></form></details>
                <form class="inline" method="post" action="\(OrganisationDeskRoutes.removeMembership.path(t.language, slug, each.network.slug))"><button class="button small">\(t("organisations.desk.remove"))<span class="unseen">: \(name)</span></button></form></li>
                """
        }
        return """
            <ul class="rows">\(rows)</ul>
            <form method="post" action="\(OrganisationDeskRoutes.addMembership.path(t.language, slug))#networks" novalidate>\(pieces.summary())
            \(pieces.line("network", label: t("organisations.field.network"), hint: t("organisations.desk.network.hint"), autocomplete: "off", required: true, maximum: 200))
            \(how(pieces, t))
            <p><button class="button">\(t("organisations.desk.addMembership"))</button></p></form>
            """
    }

    /// As what it belongs, and since and until when.
    private static func how(_ pieces: FormPieces, _ t: Translator) -> HTML {
        """
        \(pieces.choice("role", label: t("organisations.field.role"), autocomplete: "off", options: Membership.Role.allCases.map { (value: $0.rawValue, words: $0.name(t)) }))
        \(pieces.line("since", label: t("organisations.field.since"), type: "date", autocomplete: "off", maximum: 10))
        \(pieces.line("until", label: t("organisations.field.until"), hint: t("organisations.desk.until.hint"), type: "date", autocomplete: "off", maximum: 10))
        """
    }

    /// Taking it out for good, folded away: it is rarely what is meant.
    static func removing(_ slug: String, _ state: FormState, _ t: Translator) -> HTML {
        let pieces = FormPieces(state, t)
        return """
            <details\(attribute: "open", if: !state.problems.isEmpty)><summary>\(t("organisations.desk.removal"))</summary><p>\(t("organisations.desk.removal.words"))</p>
            <form method="post" action="\(OrganisationDeskRoutes.remove.path(t.language, slug))" novalidate>\(pieces.summary())
            \(pieces.check("sure", words: "\(t("organisations.field.sure"))", required: true))
            <p><button class="button">\(t("organisations.desk.removal.button"))</button></p></form></details>
            """
    }
}
