internal import Storage

/// The themes that a site begins with: the branches of Convention 102 and what campaigns for floors talk about. In four languages:
/// English, French, Spanish, Dutch.
enum ThemeSeed {
    static var statements: [SQL] {
        let themes = words.enumerated().map { position, theme -> [any SQLEncodable] in [theme.slug, position] }
        let texts = words.flatMap { theme in
            zip(["en", "fr", "es", "nl"], theme.titles).map { language, title -> [any SQLEncodable] in [theme.slug, language, title] }
        }
        return [
            "INSERT INTO theme (slug, position) \(values: themes)", "INSERT INTO theme_text (theme, language, title) \(values: texts)",
        ]
    }

    private static let words: [(slug: String, titles: [String])] = [
        ("health-care", ["Health care", "Soins de santé", "Atención de salud", "Gezondheidszorg"]),
        ("child-benefits", ["Child benefits", "Allocations familiales", "Prestaciones por hijos", "Kinderbijslag"]),
        ("maternity", ["Maternity and parenthood", "Maternité et parentalité", "Maternidad y parentalidad", "Moederschap en ouderschap"]),
        ("old-age", ["Old-age pensions", "Pensions de vieillesse", "Pensiones de vejez", "Ouderdomspensioenen"]),
        ("unemployment", ["Unemployment", "Chômage", "Desempleo", "Werkloosheid"]),
        (
            "employment-injury",
            [
                "Employment injury and occupational disease", "Accidents du travail et maladies professionnelles",
                "Accidentes del trabajo y enfermedades profesionales", "Arbeidsongevallen en beroepsziekten",
            ]
        ),
        ("sickness", ["Sickness benefits", "Indemnités de maladie", "Prestaciones por enfermedad", "Ziekte-uitkeringen"]),
        ("disability", ["Disability", "Handicap et invalidité", "Discapacidad e invalidez", "Handicap en invaliditeit"]),
        ("survivors", ["Survivors’ pensions", "Pensions de survie", "Pensiones de sobrevivientes", "Nabestaandenpensioenen"]),
        ("informal-economy", ["Informal economy", "Économie informelle", "Economía informal", "Informele economie"]),
        (
            "domestic-work",
            ["Domestic work", "Travail domestique", "Trabajo doméstico", "Huishoudelijk werk"]
        ),
        ("migration", ["Migrant workers", "Travailleuses et travailleurs migrants", "Personas trabajadoras migrantes", "Arbeidsmigratie"]),
        ("gender-equality", ["Gender equality", "Égalité de genre", "Igualdad de género", "Gendergelijkheid"]),
        ("financing", ["Financing", "Financement", "Financiación", "Financiering"]),
        (
            "just-transition",
            [
                "Climate and just transition", "Climat et transition juste", "Clima y transición justa",
                "Klimaat en rechtvaardige transitie",
            ]
        ),
        ("social-dialogue", ["Social dialogue", "Dialogue social", "Diálogo social", "Sociaal overleg"]),
        ("decent-work", ["Decent work", "Travail décent", "Trabajo decente", "Waardig werk"]),
        (
            "solidarity-economy",
            [
                "Social and solidarity economy", "Économie sociale et solidaire", "Economía social y solidaria",
                "Sociale en solidaire economie",
            ]
        ),
    ]
}
