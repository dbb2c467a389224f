internal import Text

/// Names of our own, where those of Foundation's data are awkward in a list, outdated or take a side that the United Nations do not.
enum CountryOverrides {
    static let names: [String: [Language: String]] = [
        // The terminology of the United Nations says Congo and Democratic Republic of the Congo; CLDR tells them apart by capital.
        "CD": [
            .english: "Democratic Republic of the Congo", .french: "République démocratique du Congo",
            .spanish: "República Democrática del Congo", .dutch: "Democratische Republiek Congo",
        ],
        "CG": [.english: "Congo", .french: "Congo", .spanish: "Congo", .dutch: "Congo"],
        // Foundation's data says "China mainland", to set it apart from Hong Kong and Macao.
        "CN": [.english: "China", .french: "Chine", .spanish: "China", .dutch: "China"],
        // The name its government asks for since 2013.
        "CV": [.english: "Cabo Verde", .french: "Cabo Verde"],
        // Disputed: both names, as ISO 3166 and the United Nations have it.
        "FK": [
            .english: "Falkland Islands (Malvinas)", .french: "Îles Malouines (Falkland)",
            .spanish: "Islas Malvinas (Falkland)", .dutch: "Falklandeilanden (Malvinas)",
        ],
        // Abbreviated in CLDR.
        "GS": [.english: "South Georgia and the South Sandwich Islands"],
        // The name in ISO 3166; Foundation's data has another.
        "IO": [
            .english: "British Indian Ocean Territory", .french: "Territoire britannique de l’océan Indien",
            .spanish: "Territorio Británico del Océano Índico", .dutch: "Brits Indische Oceaanterritorium",
        ],
        // The United Nations' name alone, without the former one.
        "MM": [.english: "Myanmar", .french: "Myanmar", .spanish: "Myanmar", .dutch: "Myanmar"],
        // A state in the United Nations since 2012 (A/RES/67/19); CLDR says "territories".
        "PS": [.english: "Palestine", .french: "Palestine", .spanish: "Palestina", .dutch: "Palestina"],
        // Foundation's data translates the name; its government asks for Timor-Leste.
        "TL": [.english: "Timor-Leste", .french: "Timor-Leste", .spanish: "Timor-Leste", .dutch: "Timor-Leste"],
        // Abbreviated in CLDR.
        "UM": [
            .english: "United States Minor Outlying Islands", .french: "Îles mineures éloignées des États-Unis",
            .spanish: "Islas menores alejadas de los Estados Unidos",
        ],
        "VC": [.english: "Saint Vincent and the Grenadines"],
        "VI": [.english: "United States Virgin Islands", .spanish: "Islas Vírgenes de los Estados Unidos"],
    ]
}
