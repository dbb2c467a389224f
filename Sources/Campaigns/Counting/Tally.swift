/// How many people have signed a campaign, confirmed and standing, together and by country.
public struct Tally: Sendable, Hashable {
    /// A country with its number of people.
    public struct Country: Sendable, Hashable {
        /// ISO 3166-1 alpha-2.
        public let code: String
        /// Confirmed signatures that stand.
        public let people: Int

        /// A country with its number.
        public init(code: String, people: Int) {
            self.code = code
            self.people = people
        }
    }

    /// No published table shows a number of people smaller than this.
    public static let smallestShown = 5

    /// Everybody.
    public let people: Int
    /// The countries that may be shown with their numbers, most people first.
    public let countries: [Country]
    /// Whether there are further countries. How many is not told: seven people in seven countries would be one each.
    public let hasFurtherCountries: Bool

    /// A tally from the number of people by country. Countries with fewer than five people are not shown; and if all that hides are fewer than
    /// five together, the smallest of the others is hidden with them: their number could be had by subtraction.
    public init(byCountry: [Country]) {
        let counted = byCountry.filter { $0.people > 0 }.sorted { ($0.people, $1.code) > ($1.people, $0.code) }
        var shown = counted.filter { $0.people >= Self.smallestShown }
        let all = counted.reduce(0) { $0 + $1.people }
        let hidden = all - shown.reduce(0) { $0 + $1.people }
        if (1..<Self.smallestShown).contains(hidden) { _ = shown.popLast() }
        people = all
        countries = shown
        hasFurtherCountries = counted.count > shown.count
    }
}
