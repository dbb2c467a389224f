internal import Campaigns
internal import Foundation
internal import Organisations
internal import Site
public import Storage
public import Text
public import Time

/// The demo content: a campaign as seed 000 tells it, the organisations that the seeds name, and samples that are marked as such. Safe to load
/// again and again: only what is not there yet is added, and what is there stays as people made it.
public struct Demo: Sendable {
    private static let slug = "social-protection-for-all"
    private static let goals = [50, 500, 5_000, 25_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000]

    /// How many sample signatures make the pages look lived in.
    private static let signatures = 384

    /// The site is somebody's own: samples would be written over its name and settings.
    public struct Refused: Error, CustomStringConvertible {
        /// Words for the administrator.
        public let description = "this site has campaigns of its own; the demo is for an empty one"
    }

    private let database: Database
    private let resources: ResourceFolder
    private let clock: Clock

    /// The demo for this database, its texts from `resources`.
    public init(database: Database, resources: ResourceFolder, clock: Clock) {
        self.database = database
        self.resources = resources
        self.clock = clock
    }

    /// Adds what is missing of settings, campaign with its sample signers, and organisations. Whatever is there already is left alone, changed,
    /// hidden or emptied as somebody may have.
    public func load() async throws {
        let site = try JSONDecoder().decode(DemoSite.self, from: Data(contentsOf: resources.file("Demo/site.json", of: "App")))
        let samples = try JSONDecoder().decode(
            [SampleSigner].self, from: Data(contentsOf: resources.file("Demo/samples.json", of: "App")))
        let campaigns = try Language.interface.map { try DemoCampaign(language: $0, resources: resources) }
        let history = Dictionary(uniqueKeysWithValues: campaigns.map { ($0.words.language, $0.history) })
        let organisations = try JSONDecoder().decode(
            [DemoOrganisation].self, from: Data(contentsOf: resources.file("Demo/organisations.json", of: "App")))
        let now = clock.now()
        try await database.write { db in
            let settings = try SiteStore.settings(on: db)
            let isOurs = try settings.isDemo || CampaignStore.all(on: db).isEmpty
            guard isOurs else { throw Refused() }
            if !settings.isDemo { try SiteStore.put(site.filling(settings), on: db) }
            let campaign = try CampaignStore.add(
                Self.slug, openedAt: now, goals: Self.goals, words: campaigns.map(\.words), milestones: history, on: db)
            if let campaign {
                try SampleSignatures.put(samples, under: campaign, at: now, on: db)
                try SampleSignatures.fill(upTo: Self.signatures, under: campaign, at: now, on: db)
            }
            try DemoOrganisation.add(organisations, at: now, on: db)
        }
    }

    /// Adds that many sample organisations to the directory, each in one of the sample networks.
    public func addOrganisations(_ count: Int, report: @Sendable (Int) -> Void) async throws {
        var added = 0
        while added < count {
            let piece = min(SampleOrganisations.piece, count - added)
            let now = clock.now()
            try await database.write { db in try SampleOrganisations.add(piece, at: now, on: db) }
            added += piece
            report(added)
        }
    }

    /// Adds that many confirmed sample signatures to the demo campaign, in pieces that leave room for other writers.
    public func addSignatures(_ count: Int, report: @Sendable (Int) -> Void) async throws {
        let campaign = try await database.read { try CampaignStore.find(Self.slug, on: $0) }
        guard let campaign else { return }
        var added = 0
        while added < count {
            let piece = min(SampleSignatures.piece, count - added)
            let now = clock.now()
            try await database.write { db in try SampleSignatures.add(piece, under: campaign.id, at: now, on: db) }
            added += piece
            report(added)
        }
    }
}

private struct DemoSite: Decodable {
    let name: [String: String]
    let responsible: [String: String]
    let contact: String
    let address: String

    /// Settings that say what the site's own leave unsaid.
    func filling(_ settings: SiteSettings) -> SiteSettings {
        var filled = settings
        if settings.names.isEmpty { filled.names = Self.byLanguage(name) }
        if settings.responsible.isEmpty { filled.responsible = Self.byLanguage(responsible) }
        filled.contactMailbox = settings.contactMailbox ?? contact
        filled.postalAddress = settings.postalAddress ?? address
        filled.isDemo = true
        return filled
    }

    private static func byLanguage(_ words: [String: String]) -> [Language: String] {
        words.reduce(into: [:]) { result, entry in
            if let language = Language(entry.key) { result[language] = entry.value }
        }
    }
}
