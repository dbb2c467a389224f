internal import Design
internal import Geography
internal import HTML
internal import Text
internal import Web

/// The page of an organisation: what it is, what it says about itself, and whom it stands with.
enum OrganisationPages {
    static func organisation(_ view: OrganisationView, _ extras: [OrganisationExtra], _ t: Translator) -> Page {
        let organisation = view.organisation
        let name = organisation.name(for: t.language)
        let lead = [name.acronym, OrganisationPieces.place(organisation.facts.country, t)].compactMap { $0 }.joined(separator: " · ")
        let body: HTML = """
            <div itemscope itemtype="https://schema.org/Organization">\(forMachines(organisation, name))
            \(Pieces.title(name.name, kicker: organisation.facts.category.name(t), lead: lead, language: name.language))
            <div class="wrap columns"><section class="aside"><div class="card calm"><h2>\(t("organisations.facts"))</h2>\(OrganisationFacts(view, t).html)</div></section>
            <div>\(contest(view, t))\(profile(organisation, t))\(extras.map(\.section))\(networks(view, t))\(members(view, t))
            <p class="actions"><a class="button" href="\(OrganisationRoutes.directory.path(t.language))">\(t("organisations.back"))</a>
            <a class="button" href="\(RepresentativeRoutes.form.path(t.language, organisation.slug))">\(t("organisations.ask.link"))</a></p></div></div></div>
            """
        return Page(
            language: t.language, title: name.acronym.map { "\(name.name) (\($0))" } ?? name.name,
            description: "\(organisation.facts.category.name(t)) · \(lead)", body: body,
            addressInLanguage: { path(organisation.slug, page: view.page, $0) }, section: OrganisationRoutes.section,
            isIndexed: view.page == 1)
    }

    /// What search engines read (schema.org, as microdata: no value may stand in a script).
    private static func forMachines(_ organisation: Organisation, _ name: Organisation.Name) -> HTML {
        let acronym: HTML = name.acronym.map { "<meta itemprop=\"alternateName\" content=\"\($0)\">" } ?? .empty
        let website: HTML = organisation.facts.website.map { "<link itemprop=\"url\" href=\"\($0)\">" } ?? .empty
        return "<meta itemprop=\"name\" content=\"\(name.name)\">\(acronym)\(website)"
    }

    private static func contest(_ view: OrganisationView, _ t: Translator) -> HTML {
        view.isContested ? Pieces.notice(.plain, "<p>\(t("organisations.contested"))</p>") : .empty
    }

    private static func profile(_ organisation: Organisation, _ t: Translator) -> HTML {
        guard let profile = organisation.profile(for: t.language) else { return .empty }
        return """
            <section><h2>\(t("organisations.profile"))</h2>
            <div class="prose"\(attribute: "lang", OrganisationPieces.foreign(profile.language, t))>\(Markdown.render(profile.text, headingLevel: 3, nofollow: true))</div></section>
            """
    }

    private static func networks(_ view: OrganisationView, _ t: Translator) -> HTML {
        guard !view.networks.isEmpty else { return .empty }
        return "<section><h2>\(t("organisations.networks"))</h2>\(list(view.networks, t))</section>"
    }

    private static func members(_ view: OrganisationView, _ t: Translator) -> HTML {
        guard view.memberCount > 0 else { return .empty }
        var filter = DirectoryFilter()
        filter.network = view.organisation.slug
        return """
            <section id="members"><h2>\(t("organisations.members.title", view.memberCount))</h2>\(list(view.members, t))
            \(Pieces.pagination(page: view.page, of: view.lastPage, t) { path(view.organisation.slug, page: $0, t.language).adding(fragment: "members") })
            <p><a href="\(DirectoryPages.path(filter, t.language))">\(t("organisations.members.filter"))</a></p></section>
            """
    }

    private static func list(_ affiliations: [Affiliation], _ t: Translator) -> HTML {
        "<ul class=\"rows\">\(affiliations.map { OrganisationPieces.row($0.entry, details: OrganisationPieces.details($0, t), t) })</ul>"
    }

    private static func path(_ slug: String, page: Int, _ language: Language) -> URLPath {
        OrganisationRoutes.organisation.path(language, slug).adding(query: page > 1 ? [("page", String(page))] : [])
    }
}
