internal import Geography
public import Storage
internal import Text
public import Time

/// Made-up organisations for load work, marked as samples in every name.
public enum SampleOrganisations {
    /// How many are added in one write.
    public static let piece = 500

    /// The mark in the name, by language.
    private static let marks: [Language: String] = [.english: "sample", .french: "exemple", .spanish: "ejemplo", .dutch: "voorbeeld"]

    private static let kinds: [(words: [Language: String], category: Category)] = [
        ([.english: "Domestic workers’ union", .french: "Syndicat de travailleuses domestiques"], .unions),
        ([.english: "Garment workers’ federation", .french: "Fédération de l’habillement"], .unions),
        ([.english: "Health mutual", .french: "Mutuelle de santé", .dutch: "Ziekenfonds"], .mutuals),
        ([.english: "Women’s association", .french: "Association de femmes"], .women),
        ([.english: "Young workers’ movement", .french: "Mouvement de jeunes"], .youth),
        ([.english: "Street vendors’ alliance", .spanish: "Alianza de vendedoras ambulantes"], .otherMovements),
        ([.english: "Institute of social studies", .spanish: "Instituto de estudios sociales"], .academia),
        ([.english: "Farmers’ cooperative", .french: "Coopérative paysanne"], .movements),
    ]
    private static let themes = [
        "health-care", "child-benefits", "maternity", "old-age", "informal-economy", "gender-equality", "financing",
    ]
    private static let languages = ["fr", "en", "es", "nl", "pt", "sw", "wo", "km", "qu", "ar"].compactMap { Language($0) }

    /// Adds that many; each belongs to one of the sample networks of the demo, if there are any.
    public static func add(_ count: Int, at now: Instant, on db: any Writer) throws {
        let networks = try ["africa", "latin-america", "asia", "europe"].compactMap {
            try OrganisationStore.key(of: "sample-network-\($0)", on: db)
        }
        let first = try OrganisationStore.count(on: db) + 1
        for number in first..<(first + count) {
            let id = try OrganisationStore.add(facts(number), slug: "sample-\(number)", at: now, on: db)
            guard !networks.isEmpty else { continue }
            try OrganisationStore.put(Membership(organisation: id, network: networks[number % networks.count]), at: now, on: db)
        }
    }

    private static func facts(_ number: Int) -> Organisation.Facts {
        let kind = kinds[number % kinds.count]
        // Steps by primes, so that kind, country, theme and language are independent of each other.
        let country = Country.all[number * 7919 % Country.all.count]
        let names = kind.words.map { language, words in
            Organisation.Name(language: language, name: "\(words) \(country.code) \(number) (\(marks[language] ?? "sample"))")
        }
        return Organisation.Facts(
            category: kind.category, country: country, names: names.sorted { $0.language.code < $1.language.code },
            profiles: [.english: "A sample for load work, not an organisation."],
            languages: [languages[number % languages.count], languages[number / 7 % languages.count]],
            themes: [themes[number % themes.count], themes[number / 11 % themes.count]], areas: [.subregion(country.subregion)],
            represented: number % 3 == 0 ? .init(people: 100 * (number % 97 + 1), year: 2024, source: "sample") : nil)
    }
}
