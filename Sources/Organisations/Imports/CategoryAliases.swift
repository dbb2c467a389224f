/// What spreadsheets call categories besides their names on the pages: the singular, short forms, and letters.
enum CategoryAliases {
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
}
