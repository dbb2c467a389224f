internal import Imports
internal import Mail
internal import People
internal import Storage
internal import Text
internal import Time
internal import Web

/// Judges the lines of a list of contacts, and carries them out.
struct ContactJudge: ImportJudge {
    let words: ImportVocabulary
    let language: Language
    let person: Int64?
    private(set) var index: OrganisationIndex
    /// The lines that brought a mailbox to an organisation.
    private var seen: [Place: Int] = [:]

    private struct Place: Hashable {
        let organisation: Int64
        let mailbox: String
    }

    init(words: ImportVocabulary, language: Language, person: Int64?, index: OrganisationIndex) {
        self.words = words
        self.language = language
        self.person = person
        self.index = index
    }

    mutating func judge(_ lines: [ImportRecord], on db: any Reader) throws -> [ImportVerdict] {
        let rows = lines.map { record in Result { () throws(ImportRefusal) in try read(record) } }
        let ids = Set(rows.compactMap { try? $0.get().organisation })
        let known = Dictionary(grouping: try OrganisationStore.contacts(of: Array(ids), on: db), by: \.organisation)
        return zip(lines, rows).map { record, row in
            switch row {
            case .failure(let refusal): return .refused(refusal.problems)
            case .success(let row):
                let place = Place(organisation: row.organisation, mailbox: row.details.mailbox.key)
                if let line = seen[place] { return ImportVerdict(.unchanged, matched: row.organisation, twin: line) }
                seen[place] = record.number
                let there = known[row.organisation]?.first { $0.details.mailbox.key == row.details.mailbox.key }
                return Self.verdict(row.details, there, row.organisation)
            }
        }
    }

    private static func verdict(_ details: Contact.Details, _ there: Contact?, _ organisation: Int64) -> ImportVerdict {
        guard let there else { return ImportVerdict(.created, matched: organisation) }
        let isNamed = there.details.name == nil && details.name != nil
        let stays = [
            there.details.name != nil && details.name != nil && there.details.name != details.name ? "name" : nil,
            there.details.isOfficial != details.isOfficial ? "official" : nil,
        ].compactMap { $0 }
        return ImportVerdict(isNamed ? .merged : .unchanged, fills: isNamed ? ["name"] : [], stays: stays, matched: organisation)
    }

    mutating func carryOut(_ lines: [ImportPlan], at now: Instant, on db: any Writer) throws -> [ImportDeed] {
        try OrganisationStore.refresh(&index, on: db)
        let verdicts = try judge(lines.map(\.record), on: db)
        return try zip(lines, verdicts).map { plan, verdict in
            guard plan.outcome == verdict.outcome, plan.matched == verdict.matched, let row = try? read(plan.record) else {
                return .overtaken(plan.record.number)
            }
            var mark = ImportMark()
            if verdict.outcome == .created {
                mark.contact = try OrganisationStore.put(row.details, of: row.organisation, by: person, on: db).map {
                    ($0, row.details.trace)
                }
            } else if let there = try OrganisationStore.contacts(of: [row.organisation], on: db).first(where: {
                $0.details.mailbox.key == row.details.mailbox.key
            }) {
                try OrganisationStore.nameContact(there.id, row.details.name, on: db)
                let named = Contact.Details(
                    name: row.details.name, function: there.details.function, mailbox: there.details.mailbox,
                    language: there.details.language, isOfficial: there.details.isOfficial)
                mark.contact = (there.id, there.confirmedAt == nil ? named.trace : "confirmed")
            }
            return ImportDeed(row.number, verdict.outcome, fills: verdict.fills, made: row.organisation, mark: mark.text)
        }
    }

    private struct Line {
        let number: Int
        let organisation: Int64
        let details: Contact.Details
    }

    private func read(_ record: ImportRecord) throws(ImportRefusal) -> Line {
        if let problem = record.problem { throw ImportRefusal([problem]) }
        var check = FormCheck(record.fields)
        let typed = check.line("organisation", required: true, max: 200)
        let key = typed.flatMap { index.find($0) }.flatMap { index.entries[$0].key }
        if let typed, key == nil { check.fail("organisation", "organisations.import.unknown", [.words(typed)]) }
        let name = check.line("name", max: 100, rules: [.noAddress, .noFormula])
        let function = check.line("function", max: 100, rules: [.noAddress, .noFormula])
        let mailbox = check.writableMailbox("mailbox", required: true)
        let own = words.spoken("language", &check) ?? language
        let isOfficial = CellWords.flag("official", &check)
        if !check.isClean { throw ImportRefusal(check.problems) }
        guard let key, let mailbox else { throw ImportRefusal("mailbox", "form.problem.required") }
        return Line(
            number: record.number, organisation: key,
            details: Contact.Details(
                name: name, function: function ?? words.contact(in: language), mailbox: mailbox, language: own, isOfficial: isOfficial))
    }
}
