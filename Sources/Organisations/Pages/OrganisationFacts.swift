internal import Design
internal import Geography
internal import HTML
internal import Text
internal import Web

/// What is known about an organisation, as pairs; each value that the directory can filter by leads there.
struct OrganisationFacts {
    private let facts: Organisation.Facts
    private let themes: [Theme]
    private let t: Translator

    init(_ view: OrganisationView, _ t: Translator) {
        facts = view.organisation.facts
        themes = view.themes
        self.t = t
    }

    var html: HTML {
        Pieces.facts([
            (t("organisations.field.category"), link(facts.category.name(t)) { $0.category = facts.category }),
            (t("organisations.field.country"), country),
            (t("organisations.areas"), joined(areas) { area in link(area.name(in: t.language)) { $0.area = area } }),
            (t("organisations.themes"), joined(themes) { theme in link(theme.title) { $0.theme = theme.slug } }),
            (
                t("organisations.languages"),
                joined(facts.languages) { language in link(language.name(in: t.language)) { $0.language = language } }
            ),
            (t("organisations.represented"), represented),
            (t("organisations.otherNames"), otherNames),
            (t("organisations.website"), website),
        ])
    }

    private var areas: [Area] {
        facts.areas.sorted { Folding.key($0.name(in: t.language)) < Folding.key($1.name(in: t.language)) }
    }

    private var country: HTML {
        guard let country = facts.country else { return HTML(text: t("organisations.country.none")) }
        return link(country.name(in: t.language)) { $0.country = country }
    }

    /// Counted by the organisation itself: with its year and source, and never added to anything.
    private var represented: HTML {
        guard let represented = facts.represented else { return .empty }
        return """
            <strong class="number">\(t.number(represented.people))</strong> <span class="quiet small">\(t("organisations.represented.source", String(represented.year), represented.source))</span>
            """
    }

    private var otherNames: HTML {
        let shown = facts.name(for: t.language)
        let others = facts.names.filter { $0.language != shown.language && $0.name != shown.name }
        return others.map { name -> HTML in
            "<span lang=\"\(name.language.code)\">\(name.acronym.map { "\(name.name) (\($0))" } ?? name.name)</span>"
        }.joined(separator: "<br>")
    }

    private var website: HTML {
        guard let website = facts.website else { return .empty }
        return """
            <a href="\(website)" rel="noopener nofollow">\(Self.host(website))</a> <span class="quiet small">\(t("organisations.website.leaves"))</span>
            """
    }

    /// The address as people say it: without the scheme and `www.`.
    private static func host(_ website: WebURL) -> String {
        let host = website.origin?.replacing("https://", with: "").replacing("http://", with: "") ?? website.description
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    private func joined<Value>(_ values: [Value], _ link: (Value) -> HTML) -> HTML {
        values.map(link).joined(separator: ", ")
    }

    private func link(_ words: String, _ choose: (inout DirectoryFilter) -> Void) -> HTML {
        var filter = DirectoryFilter()
        choose(&filter)
        return "<a href=\"\(DirectoryPages.path(filter, t.language))\">\(words)</a>"
    }
}
