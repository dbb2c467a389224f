public import Imports
internal import Mail
public import People
public import Storage
public import Text
public import Time
internal import Web

/// Lists of people who signed before, on paper or elsewhere.
public struct SignatureImport: ImportKind {
    private let services: CampaignServices

    /// The kind.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    static let kind = "signatures"

    /// What it is called.
    public let name = Self.kind
    /// Its heading.
    public let title = "campaigns.import.title"
    /// What the list should hold.
    public let lead = "campaigns.import.lead"
    /// It moves the count that everybody sees.
    public let role = Role.administrator
    /// Who signed, what is shown, and what they agreed to.
    public let columns = SignatureColumns.all

    /// The campaign that was signed.
    public func subjects(_ t: Translator, on db: any Reader) throws -> [(id: Int64, words: String)]? {
        Campaign.choices(try CampaignStore.all(on: db), for: t.language).map { ($0.campaign.id, $0.words) }
    }

    /// Somebody who knows who signed that campaign.
    public func judge(_ import: Import, on db: any Reader) throws -> any ImportJudge {
        guard let campaign = `import`.subject, try CampaignStore.find(campaign, on: db) != nil else {
            throw CampaignError.withoutWords(`import`.kind)
        }
        return SignatureJudge(
            campaign: campaign, services: services,
            reader: EarlierSignatureReader(
                language: `import`.language, today: CivilDay(services.clock.now()), rules: try MailboxRules.read(on: db)))
    }

    /// Signatures that are as they were brought go. Those that their person changed, wrote about or took back stay, as do those that were decided on.
    public func undo(_ lines: [ImportLine], of import: Import, at now: Instant, on db: any Writer) throws -> [ImportReversal] {
        let traces = try SignatureStore.traces(of: lines.compactMap(\.made), on: db)
        var gone: [Int64: SignatureStore.Trace] = [:]
        let reversals = lines.map { line -> ImportReversal in
            guard let id = line.made, let trace = traces[id] else { return ImportReversal(line.number, .undone) }
            guard trace.trace == line.mark else {
                return ImportReversal(line.number, .kept, reason: FormProblem(field: "", key: "imports.line.kept"))
            }
            gone[id] = trace
            return ImportReversal(line.number, .undone)
        }
        if let campaign = `import`.subject { try SignatureStore.erase(gone, under: campaign, on: db) }
        return reversals
    }

    /// It does where a signature is as it was again, or gone.
    public func canUndo(_ lines: [ImportLine], of import: Import, on db: any Reader) throws -> Bool {
        let traces = try SignatureStore.traces(of: lines.compactMap(\.made), on: db)
        return lines.contains { line in line.made.flatMap { traces[$0] }.map { $0.trace == line.mark } ?? true }
    }

    /// People are not shown beside each other: a line that signed already is refused, and that is all.
    public func describe(_ ids: [Int64], _ t: Translator, on db: any Reader) throws -> [Int64: ImportSubject] { [:] }
}

/// Judges the lines of a list of earlier signatures, and carries them out.
private struct SignatureJudge: ImportJudge {
    let campaign: Int64
    let services: CampaignServices
    let reader: EarlierSignatureReader
    /// The lines in which somebody came already.
    private var seen: [SignatureStore.Known: Int] = [:]

    init(campaign: Int64, services: CampaignServices, reader: EarlierSignatureReader) {
        self.campaign = campaign
        self.services = services
        self.reader = reader
    }

    mutating func judge(_ lines: [ImportRecord], on db: any Reader) throws -> [ImportVerdict] {
        let read = lines.map { record in Result { () throws(ImportRefusal) in try reader.read(record) } }
        let known = try services.signatures.known(read.compactMap { try? $0.get() }, under: campaign, on: db)
        return read.map { result in
            switch result {
            case .failure(let refusal): return .refused(refusal.problems)
            case .success(let signer):
                let key = SignatureStore.Known(signer)
                if let removal = known[key] {
                    let reason = removal == nil ? "campaigns.import.duplicate" : "campaigns.import.takenOut"
                    return .refused([FormProblem(field: "", key: reason)])
                }
                if let line = seen[key] {
                    return ImportVerdict(.refused, reasons: [FormProblem(field: "", key: "campaigns.import.twin")], twin: line)
                }
                seen[key] = signer.number
                return ImportVerdict(.created, reasons: signer.remark.map { [$0] } ?? [])
            }
        }
    }

    mutating func carryOut(_ lines: [ImportPlan], at now: Instant, on db: any Writer) throws -> [ImportDeed] {
        let signers = lines.compactMap { try? reader.read($0.record) }
        for unproven in try services.signatures.makeWay(for: signers, under: campaign, on: db) {
            try services.outbox.forget(unproven.mailOrigin, to: unproven.mailbox, on: db)
        }
        // Somebody may have signed, or taken it back, since the list was judged.
        let known = try services.signatures.known(signers, under: campaign, on: db)
        let fresh = signers.filter { known[SignatureStore.Known($0)] == nil }
        let added = try SignatureStore.add(fresh, under: campaign, at: now, on: db)
        return lines.map { plan in
            let number = plan.record.number
            guard let made = added[number] else { return .overtaken(number) }
            return ImportDeed(number, .created, made: made.id, mark: made.trace)
        }
    }
}
