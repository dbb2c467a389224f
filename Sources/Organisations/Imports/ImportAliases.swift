internal import Geography

/// What spreadsheets call categories and countries besides their names on the pages: the singular, short forms, and letters.
enum ImportAliases {
    static func words(for category: Category) -> [String] {
        switch category {
        case .governments: ["government", "ministry", "gouvernement", "ministère", "gobierno", "ministerio", "regering", "overheid"]
        case .employers:
            ["employers", "employers organisation", "employeurs", "organisation patronale", "empleadores", "patronal", "werkgevers"]
        case .workers:
            ["workers organisation", "organisation de travailleurs", "organización de trabajadores", "werknemersorganisatie"]
        case .unions:
            [
                "union", "unions", "trade union", "labour union", "labor union", "syndicat", "confédération syndicale",
                "centrale syndicale",
                "sindicato", "vakbond", "vakbeweging", "vakvereniging",
            ]
        case .international:
            [
                "international organisation", "international organization", "organisation internationale", "organización internacional",
                "internationale organisatie", "internationale instelling",
            ]
        case .regional: ["regional entity", "entité régionale", "entidad regional", "regionale instelling"]
        case .ngos:
            [
                "NGO", "NGOs", "INGO", "international NGO", "ONG", "ONGs", "ONG internationale", "ONG internacional", "internationale ngo",
                "ngo's", "organisation non gouvernementale", "non governmental organisation", "organización no gubernamental",
            ]
        case .enterprises: ["enterprise", "company", "entreprise", "empresa", "onderneming", "bedrijf"]
        case .academia:
            ["university", "institute", "université", "institut", "universidad", "instituto", "universiteit", "instituut", "academic"]
        case .movements:
            [
                "movement", "civil society", "association", "CSO", "mouvement", "société civile", "OSC", "asbl", "movimiento",
                "sociedad civil", "asociación", "beweging", "middenveld", "vereniging", "vzw",
            ]
        case .mutuals:
            [
                "mutual", "mutuals", "health mutual", "mutual health organisation", "mutuelle", "mutuelles", "mutuelle de santé",
                "mutualité",
                "mutual de salud", "mutualidad", "ziekenfonds", "mutualiteit",
            ]
        case .women:
            ["women's movement", "women's organisation", "mouvement de femmes", "movimiento de mujeres", "vrouwenbeweging"]
        case .youth:
            ["youth movement", "youth organisation", "mouvement de jeunes", "jeunesse", "movimiento de jóvenes", "jongerenbeweging"]
        case .otherMovements: ["other movement", "autre mouvement", "otro movimiento", "andere beweging"]
        case .networks:
            ["network", "platform", "réseau", "plateforme", "plate-forme", "red", "plataforma", "netwerk", "koepel"]
        }
    }

    static func words(for country: Country) -> [String] { countries[country.code] ?? [] }

    private static let countries: [String: [String]] = [
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
