/// ISO 3166-1 alpha-2 as of 2025 (249 codes) and XK, by subregion of M49.
enum CountryTable {
    static let countries: [Country] = codes.flatMap { subregion, codes in
        codes.split(separator: " ").map { Country(known: String($0), in: subregion) }
    }

    private static let codes: [(Subregion, String)] = [
        (.northernAfrica, "DZ EG EH LY MA SD TN"),
        (.easternAfrica, "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW"),
        (.middleAfrica, "AO CD CF CG CM GA GQ ST TD"),
        (.southernAfrica, "BW LS NA SZ ZA"),
        (.westernAfrica, "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG"),
        (.caribbean, "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"),
        (.centralAmerica, "BZ CR GT HN MX NI PA SV"),
        (.southAmerica, "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE"),
        (.northernAmerica, "BM CA GL PM US"),
        (.centralAsia, "KG KZ TJ TM UZ"),
        (.easternAsia, "CN HK JP KP KR MN MO TW"),
        (.southEasternAsia, "BN ID KH LA MM MY PH SG TH TL VN"),
        (.southernAsia, "AF BD BT IN IR LK MV NP PK"),
        (.westernAsia, "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
        (.easternEurope, "BG BY CZ HU MD PL RO RU SK UA"),
        (.northernEurope, "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
        (.southernEurope, "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK"),
        (.westernEurope, "AT BE CH DE FR LI LU MC NL"),
        (.australiaAndNewZealand, "AU CC CX HM NF NZ"),
        (.melanesia, "FJ NC PG SB VU"),
        (.micronesia, "FM GU KI MH MP NR PW UM"),
        (.polynesia, "AS CK NU PF PN TK TO TV WF WS"),
        (.antarctica, "AQ"),
    ]
}
