internal import Files
internal import Storage
public import Text
public import Web

/// Answers for the kit of a campaign.
public struct KitHandlers: Sendable {
    private let services: CampaignServices

    /// Handlers with these services.
    public init(_ services: CampaignServices) {
        self.services = services
    }

    /// What there is to download, by language, and words to share.
    public func kit(_ visit: Visit, _ language: Language, _ slug: String) async throws -> Answer {
        let (campaign, materials) = try await services.database.read { db in
            guard let campaign = try CampaignStore.find(slug, on: db) else { throw WebFailure.notFound }
            return (campaign, try MaterialStore.all(of: campaign.id, on: db))
        }
        return .page(KitPages.kit(campaign, materials, base: visit.base, visit.translator))
            .cached(CachePolicy(topics: ["site", campaign.topic]))
    }

    /// One file. Whoever has it keeps it for an hour; pages of the site stay in the page cache, files do not crowd them out.
    public func file(_ visit: Visit, _ slug: String, _ id: Int64) async throws -> Answer {
        let file = try await services.database.read { db in
            try CampaignStore.find(slug, on: db).flatMap { try MaterialStore.find(id, of: $0.id, on: db)?.file }
        }
        guard let file else { throw WebFailure.notFound }
        return Answer.file(file, from: services.database, to: visit).header("Cache-Control", "public, max-age=3600")
    }
}
