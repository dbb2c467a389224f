internal import Geography
internal import People
internal import Text

/// The facets that need no feature: roles, parts of the world, countries, languages.
extension AudienceChoices {
    static let own: [AudienceChoices] = [
        AudienceChoices(.role) { t, _ in
            [("", Role.allCases.map { (value: $0.rawValue, words: t("mailings.role.\($0.rawValue)")) })]
        },
        AudienceChoices(.region) { t, _ in
            Region.allCases.map { region in
                let parts = region.subregions.count > 1 ? region.subregions : []
                let whole = (value: region.rawValue, words: region.name(in: t.language))
                return ("", [whole] + parts.map { (value: $0.rawValue, words: "– \($0.name(in: t.language))") })
            }
        },
        AudienceChoices(.country) { t, _ in
            [("", Country.sorted(in: t.language).map { (value: $0.country.code, words: $0.name) })]
        },
        AudienceChoices(.language) { t, _ in
            [("", Language.interface.map { (value: $0.code, words: $0.name(in: t.language)) })]
        },
    ]
}
