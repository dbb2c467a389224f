internal import Imports
internal import Mail
internal import Storage
internal import Text
internal import Time
internal import Web

/// Judges the lines of a list of organisations, and carries them out.
struct OrganisationJudge: ImportJudge {
    let words: ImportVocabulary
    let language: Language
    let today: CivilDay
    /// Who brought the list: contacts that it writes down are theirs.
    let person: Int64?
    var index: OrganisationIndex
    /// What earlier lines will make, by place, for later lines that say more about it.
    private var drafts: [Int: KnownOrganisation] = [:]

    init(words: ImportVocabulary, language: Language, today: CivilDay, person: Int64?, index: OrganisationIndex) {
        self.words = words
        self.language = language
        self.today = today
        self.person = person
        self.index = index
    }

    mutating func judge(_ lines: [ImportRecord], on db: any Reader) throws -> [ImportVerdict] {
        let read = lines.map { record in Result { () throws(ImportRefusal) in try row(record) } }
        // What is there is read for all lines at once; what the lines before make of it is remembered.
        let keys = read.compactMap { (try? $0.get()).flatMap { key(of: index.match($0)) } }
        var known = try OrganisationStore.known(Array(Set(keys)), on: db)
        return read.map { result in
            switch result {
            case .success(let row): judge(row, &known)
            case .failure(let refusal): .refused(refusal.problems)
            }
        }
    }

    private mutating func judge(_ row: OrganisationRow, _ known: inout [Int64: KnownOrganisation]) -> ImportVerdict {
        do {
            let networks = try networks(of: row)
            switch index.match(row) {
            case .none: return try new(row, networks)
            case .same(let place) where networks.contains(place): return .refused([OrganisationRow.itself])
            case .same(let place): return more(row, place, networks, &known)
            case .likely(let place, let why):
                _ = try category(of: row)
                let entry = index.entries[place]
                return ImportVerdict(
                    .likely, reasons: [FormProblem(field: "", key: why.key)], matched: entry.key, twin: entry.line,
                    question: entry.key.map { _ in index.question(row, about: place) })
            }
        } catch {
            return .refused(error.problems)
        }
    }

    /// Something that is not there: it needs a name and a category.
    private mutating func new(_ row: OrganisationRow, _ networks: [Int]) throws(ImportRefusal) -> ImportVerdict {
        let facts = row.facts(try category(of: row))
        guard !row.names.isEmpty else { throw ImportRefusal("slug", "organisations.import.unknownSlug") }
        let place = index.add(row)
        var draft = KnownOrganisation(slug: "", facts: facts, contacts: [:], networks: [])
        draft.take(row, networks: networks.compactMap { index.entries[$0].key })
        drafts[place] = draft
        return ImportVerdict(.created)
    }

    /// Something that is there, or that an earlier line makes.
    private mutating func more(
        _ row: OrganisationRow, _ place: Int, _ networks: [Int], _ known: inout [Int64: KnownOrganisation]
    ) -> ImportVerdict {
        let entry = index.entries[place]
        guard var there = entry.key.flatMap({ known[$0] }) ?? drafts[place] else {
            return ImportVerdict(.unchanged, matched: entry.key, twin: entry.line)
        }
        let filling = there.facts.filled(by: row)
        let more = there.additions(row, networks: networks.map { index.entries[$0].key })
        there.facts = filling.facts
        there.take(row, networks: networks.compactMap { index.entries[$0].key })
        if let key = entry.key { known[key] = there } else { drafts[place] = there }
        let fills = filling.columns + more
        return ImportVerdict(
            fills.isEmpty ? .unchanged : .merged, fills: fills, stays: filling.stays, matched: entry.key, twin: entry.line)
    }

    mutating func carryOut(_ lines: [ImportPlan], at now: Instant, on db: any Writer) throws -> [ImportDeed] {
        try OrganisationStore.refresh(&index, on: db)
        var deeds: [ImportDeed] = []
        var new: [(row: OrganisationRow, place: Int)] = []
        for plan in lines {
            guard let row = try? row(plan.record), let networks = try? networks(of: row), let step = step(plan, row) else {
                deeds.append(.overtaken(plan.record.number))
                continue
            }
            switch step {
            case .enter:
                // A network of this list must have its key before its members come.
                if networks.contains(where: { index.entries[$0].key == nil }) { deeds += try enter(&new, at: now, on: db) }
                new.append((row, index.add(row)))
            case .merge(let place) where networks.contains(place):
                deeds.append(ImportDeed(row.number, .refused, reason: OrganisationRow.itself))
            case .merge(let place):
                if ([place] + networks).contains(where: { index.entries[$0].key == nil }) { deeds += try enter(&new, at: now, on: db) }
                guard let key = index.entries[place].key else {
                    deeds.append(.overtaken(row.number))
                    continue
                }
                deeds.append(try merge(row, into: key, at: now, on: db))
            }
        }
        return try deeds + enter(&new, at: now, on: db)
    }

    private enum Step {
        case enter
        case merge(Int)
    }

    /// What is to be done with a line, if that is still what was shown.
    private func step(_ plan: ImportPlan, _ row: OrganisationRow) -> Step? {
        let match = index.match(row)
        switch (plan.outcome, match) {
        case (.created, .none): return row.names.isEmpty ? nil : .enter
        case (.created, .likely): return plan.isChosen && !row.names.isEmpty ? .enter : nil
        case (.merged, .same(let place)), (.merged, .likely(let place, _)):
            let isMeant = plan.matched == nil || index.entries[place].key == plan.matched
            if case .likely = match, !plan.isChosen { return nil }
            return isMeant ? .merge(place) : nil
        default: return nil
        }
    }

    private mutating func enter(_ new: inout [(row: OrganisationRow, place: Int)], at now: Instant, on db: any Writer) throws
        -> [ImportDeed]
    {
        defer { new = [] }
        let facts = new.map { each in (facts: each.row.facts(each.row.category ?? .movements), slug: each.row.slug) }
        let keys = try OrganisationStore.add(facts, at: now, on: db)
        for (each, key) in zip(new, keys) { index.set(key: key, of: each.place) }
        let brought = zip(new, keys).compactMap { each, key in each.row.contact.map { (organisation: key, details: $0) } }
        let contacts = try OrganisationStore.addContacts(brought, by: person, on: db)
        return try zip(zip(new, facts), keys).map { made, key in
            let row = made.0.row
            var mark = ImportMark()
            mark.facts = made.1.facts.trace
            mark.contact = row.contact.flatMap { details in contacts[key].map { ($0, details.trace) } }
            mark.networks = try join(row, key, there: [], at: now, on: db)
            return ImportDeed(row.number, .created, made: key, mark: mark.text)
        }
    }

    private func merge(_ row: OrganisationRow, into key: Int64, at now: Instant, on db: any Writer) throws -> ImportDeed {
        guard let there = try OrganisationStore.known([key], on: db)[key] else { return .overtaken(row.number) }
        let filling = there.facts.filled(by: row)
        let networks = ((try? networks(of: row)) ?? []).compactMap { index.entries[$0].key }
        let fills = filling.columns + there.additions(row, networks: networks)
        guard !fills.isEmpty else { return ImportDeed(row.number, .unchanged, made: key) }
        if !filling.fields.isEmpty { try OrganisationStore.change(key, to: filling.facts, at: now, on: db) }
        var mark = ImportMark()
        if let contact = row.contact, there.contacts[contact.mailbox.key] == nil {
            mark.contact = try OrganisationStore.put(contact, of: key, by: person, on: db).map { ($0, contact.trace) }
        }
        mark.networks = try join(row, key, there: there.networks, at: now, on: db)
        mark.fields = filling.fields.map { ($0, Organisation.Facts.trace(filling.facts.held($0) ?? "")) }
        return ImportDeed(row.number, .merged, fills: fills, made: key, mark: mark.text)
    }

    /// Puts an organisation into the networks of its line; `there` are those that it belongs to already. Answers the new ones.
    private func join(_ row: OrganisationRow, _ key: Int64, there: Set<Int64>, at now: Instant, on db: any Writer) throws -> [Int64] {
        let named = ((try? networks(of: row)) ?? []).compactMap { index.entries[$0].key }
        let new = named.filter { !there.contains($0) && $0 != key }
        for network in new { try OrganisationStore.put(Membership(organisation: key, network: network), at: now, on: db) }
        return new
    }

    private func row(_ record: ImportRecord) throws(ImportRefusal) -> OrganisationRow {
        try OrganisationRow(record, words, in: language, today: today)
    }

    private func key(of match: OrganisationIndex.Match) -> Int64? {
        switch match {
        case .none: nil
        case .same(let place), .likely(let place, _): index.entries[place].key
        }
    }

    private func category(of row: OrganisationRow) throws(ImportRefusal) -> Category {
        guard let category = row.category else { throw ImportRefusal("category", "form.problem.required") }
        return category
    }

    /// The places of its networks. Throws for one that is not there: it comes first.
    private func networks(of row: OrganisationRow) throws(ImportRefusal) -> [Int] {
        var places: [Int] = []
        for word in row.networks {
            guard let place = index.find(word) else { throw ImportRefusal("networks", "organisations.import.network", [.words(word)]) }
            places.append(place)
        }
        return places
    }
}

extension KnownOrganisation {
    /// The columns of a contact and of networks that a line brings and that are new to it; a network without a key comes with the list.
    fileprivate func additions(_ row: OrganisationRow, networks: [Int64?]) -> [String] {
        let mailbox = row.contact?.mailbox.key
        let isNewContact = mailbox.map { contacts[$0] == nil && !brought.contains($0) } ?? false
        let isNewNetwork = networks.contains { key in key.map { !self.networks.contains($0) } ?? true }
        return (isNewContact ? ["contact_mailbox"] : []) + (isNewNetwork ? ["networks"] : [])
    }

    /// Remembers what a line brings, for later lines.
    fileprivate mutating func take(_ row: OrganisationRow, networks: [Int64]) {
        if let mailbox = row.contact?.mailbox.key { brought.insert(mailbox) }
        self.networks.formUnion(networks)
    }
}

extension OrganisationIndex.Likeness {
    /// The key of its words.
    var key: String {
        switch self {
        case .namesakes: "organisations.import.namesakes"
        case .elsewhere: "organisations.import.elsewhere"
        case .similar: "organisations.import.similar"
        case .acronym: "organisations.import.sameAcronym"
        case .website: "organisations.import.sameWebsite"
        case .address: "organisations.import.sameAddress"
        }
    }
}
