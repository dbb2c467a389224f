internal import Foundation
internal import Geography
internal import HTML
internal import Secrets
internal import Text

/// Every organisation by what it can be recognised by, hidden ones too: for those who keep the directory. Earlier lines of a list join it.
struct OrganisationIndex: Sendable {
    /// An organisation, or a line that will be one.
    struct Entry: Sendable {
        /// Its key, once it has one.
        var key: Int64?
        /// The line that it came from, in the list at hand.
        let line: Int?
        let country: String?
    }

    /// What a line is among them; numbers are places in `entries`.
    enum Match: Sendable, Hashable {
        case none
        case same(Int)
        case likely(Int, Likeness)
    }

    /// Why a line likely is an organisation that is there; words for each are in the catalogue.
    enum Likeness: Sendable {
        case namesakes, elsewhere, similar, acronym, website, address
    }

    private(set) var entries: [Entry] = []
    /// The last key that was read; keys only grow.
    private(set) var last: Int64 = 0
    /// The keys of what lines made after that.
    private var made: Set<Int64> = []
    private var slugs: [String: Int] = [:]
    private var names: [String: [Int]] = [:]
    private var stems: [String: [Int]] = [:]
    private var acronyms: [String: [Int]] = [:]
    private var sites: [String: Int] = [:]

    /// Adds an organisation. Answers its place.
    @discardableResult
    mutating func add(key: Int64?, line: Int?, slug: String?, country: String?, website: String?) -> Int {
        let place = entries.count
        entries.append(Entry(key: key, line: line, country: country))
        if let slug { add(slug: slug, of: place) }
        if let key { last = max(last, key) }
        if let site = website.flatMap(Self.site), sites[site] == nil { sites[site] = place }
        return place
    }

    /// Adds an address that leads to an organisation since it moved.
    mutating func add(slug: String, of place: Int) {
        if slugs[slug] == nil { slugs[slug] = place }
    }

    /// Adds a name of an organisation.
    mutating func add(name: String, acronym: String?, of place: Int) {
        Self.put(place, under: Folding.key(name), in: &names)
        if let stem = Self.stem(name) { Self.put(place, under: stem, in: &stems) }
        if let acronym { Self.put(place, under: Folding.key(acronym), in: &acronyms) }
    }

    /// Adds what a line will be. Answers its place.
    mutating func add(_ row: OrganisationRow) -> Int {
        let place = add(key: nil, line: row.number, slug: row.slug, country: row.country?.code, website: row.website?.description)
        for name in row.names { add(name: name.name, acronym: name.acronym, of: place) }
        return place
    }

    /// Says which key something got.
    mutating func set(key: Int64, of place: Int) {
        entries[place].key = key
        made.insert(key)
    }

    /// Whether a line of the list made it.
    func isMade(_ key: Int64) -> Bool {
        made.contains(key)
    }

    /// What a line is.
    func match(_ row: OrganisationRow) -> Match {
        if let place = row.slug.flatMap({ slugs[$0] }) {
            // Under an address copied from the line above stands another organisation, whose contacts must not go to the first.
            let isNamed = row.names.isEmpty || row.names.contains { names[Folding.key($0.name)]?.contains(place) == true }
            return isNamed ? .same(place) : .likely(place, .address)
        }
        let country = row.country?.code
        let namesakes = Self.found(row.names.map { Folding.key($0.name) }, in: names)
        let fitting = namesakes.filter { fits($0, country) }
        if fitting.count == 1 { return .same(fitting[0]) }
        let inCountry = fitting.filter { country != nil && entries[$0].country == country }
        if inCountry.count == 1 { return .same(inCountry[0]) }
        if let first = fitting.first { return .likely(first, .namesakes) }
        if let first = namesakes.first { return .likely(first, .elsewhere) }
        let similar = Self.found(row.names.compactMap { Self.stem($0.name) }, in: stems).first { fits($0, country) }
        if let similar { return .likely(similar, .similar) }
        let letters = row.names.compactMap(\.acronym).map(Folding.key).filter { $0.utf8.count > 2 }
        let sameLetters = Self.found(letters, in: acronyms).first { country != nil && entries[$0].country == country }
        // Many lists call an organisation by its letters alone.
        let called = Self.found(row.names.map { Folding.key($0.name) }, in: acronyms).first { fits($0, country) }
        if let place = sameLetters ?? called { return .likely(place, .acronym) }
        if let place = row.website.flatMap({ Self.site($0.description) }).flatMap({ sites[$0] }) { return .likely(place, .website) }
        return .none
    }

    /// The keys of organisations that are called so in any language, or whose website has the same domain. A domain that several have, as
    /// those of social networks, tells nothing; then it takes the same address.
    func alike(_ facts: Organisation.Facts) -> [Int64] {
        let namesakes = Self.found(facts.names.map { Folding.key($0.name) }, in: names)
        let site = facts.website.flatMap { Self.site($0.description) }
        let neighbours = site.map { site in sites.filter { Self.host($0.key) == Self.host(site) }.map(\.value) } ?? []
        let owner = neighbours.count == 1 ? neighbours.first : site.flatMap { sites[$0] }
        return (namesakes + [owner].compactMap { $0 }.filter { !namesakes.contains($0) }).compactMap { entries[$0].key }
    }

    /// The one organisation that is called so: by its address, a name, or its letters. Nil if none is, or several.
    func find(_ word: String) -> Int? {
        if let place = slugs[word] { return place }
        let key = Folding.key(word)
        let found = names[key] ?? acronyms[key] ?? []
        return found.count == 1 ? found[0] : nil
    }

    /// What is asked about a line, so that the answer is found for the next list.
    func question(_ row: OrganisationRow, about place: Int) -> String {
        let names = row.names.map { Folding.key($0.name) }.sorted().joined(separator: "\n")
        return Digest.hex("organisation\n\(names)\n\(row.country?.code ?? "")\n\(entries[place].key ?? 0)".utf8)
    }

    private func fits(_ place: Int, _ country: String?) -> Bool {
        guard let country, let other = entries[place].country else { return true }
        return country == other
    }

    private static func put(_ place: Int, under key: String, in table: inout [String: [Int]]) {
        if table[key]?.last != place { table[key, default: []].append(place) }
    }

    private static func found(_ keys: [String], in table: [String: [Int]]) -> [Int] {
        keys.reduce(into: []) { found, key in
            for place in table[key] ?? [] where !found.contains(place) { found.append(place) }
        }
    }

    /// The beginnings of the telling words of a name in one order: `Union des travailleurs du Sénégal` and `Sénégal: union de travailleuses` are one.
    /// Nil for names of one telling word, which says too little.
    private static func stem(_ name: String) -> String? {
        // Numbers tell sections apart, however short.
        let words = SearchWords.split(name).filter { word in word.utf8.count > 3 || word.utf8.contains { (48...57).contains($0) } }.map {
            String($0.prefix(5))
        }
        return words.count < 2 ? nil : Set(words).sorted().joined(separator: " ")
    }

    /// A website without what may differ in writing.
    private static func site(_ address: String) -> String? {
        guard let start = address.range(of: "://") else { return nil }
        var rest = address[start.upperBound...]
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    private static func host(_ site: String) -> Substring {
        site.prefix { !"/?#".contains($0) }
    }
}
