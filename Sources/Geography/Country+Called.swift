internal import Text

extension Country {
    /// The country that people call so: by its code, by its name in a language of the pages, or by another usual one (`UK`, `RDC`, `Ivory Coast`),
    /// however that is written.
    public static func called(_ word: String) -> Country? { byWord[Folding.words(word)] }

    private static let byWord: [String: Country] = all.reduce(into: [:]) { countries, country in
        let words = [country.code] + Language.interface.map { country.name(in: $0) } + (usual[country.code] ?? [])
        for word in words where countries[Folding.words(word)] == nil { countries[Folding.words(word)] = country }
    }

    /// What lists call countries besides their names here.
    private static let usual: [String: [String]] = [
        "AE": ["UAE", "EAU"], "BO": ["Bolivia", "Bolivie"], "BF": ["Burkina"],
        "CD": [
            "RDC", "DRC", "RD Congo", "DR Congo", "Congo-Kinshasa", "République démocratique du Congo", "Democratic Republic of the Congo",
            "República Democrática del Congo", "Democratische Republiek Congo",
        ],
        "CF": ["RCA", "CAR"], "CG": ["Congo-Brazzaville", "République du Congo", "Republic of the Congo"],
        "CI": ["Ivory Coast", "Côte d'Ivoire", "Ivoorkust", "Costa de Marfil", "RCI"], "CV": ["Cape Verde", "Cap-Vert", "Cabo Verde"],
        "CZ": ["Czech Republic", "République tchèque", "República Checa", "Tsjechische Republiek"],
        "DO": ["République dominicaine", "Dominican Republic"], "FR": ["La France"],
        "GB": [
            "UK", "Great Britain", "England", "Grande-Bretagne", "Angleterre", "Gran Bretaña", "Inglaterra", "Groot-Brittannië", "Engeland",
            "VK",
        ],
        "GM": ["The Gambia", "La Gambie"], "IR": ["Iran"], "KR": ["South Korea", "Corée du Sud", "Corea del Sur", "Zuid-Korea"],
        "LA": ["Laos", "Lao PDR"], "MM": ["Burma", "Birmanie"], "NL": ["Holland", "The Netherlands", "Hollande", "Pays Bas"],
        "PH": ["The Philippines", "Les Philippines"], "PS": ["Palestine", "Palestina"], "SZ": ["Swaziland"], "SY": ["Syria", "Syrie"],
        "TL": ["East Timor", "Timor oriental"], "TR": ["Turkey", "Turquie"], "TZ": ["Tanzania", "Tanzanie"],
        "US": ["USA", "United States of America", "États-Unis d'Amérique", "Etats Unis", "EEUU", "EE.UU.", "EUA", "VS"],
        "VN": ["Viet Nam", "Vietnam"], "ZA": ["South Africa", "RSA"],
    ]
}
