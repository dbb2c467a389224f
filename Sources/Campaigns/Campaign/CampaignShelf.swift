internal import Storage
internal import Synchronization

/// Campaigns kept at hand for those who read and sign: reading one with its words takes several questions, and while thousands come it does not
/// change. Whoever changes a campaign announces the topic `campaigns`, and the shelf is cleared.
final class CampaignShelf: Sendable {
    private struct State {
        var generation = 0
        var campaigns: [String: Campaign] = [:]
    }

    /// More than any coalition runs; a bound against slugs that differ in case or marks only.
    private static let room = 200

    private let database: Database
    private let state = Mutex(State())

    init(database: Database) {
        self.database = database
    }

    /// The campaign at that address, or nil.
    func find(_ slug: String) async throws -> Campaign? {
        let (kept, generation) = state.withLock { ($0.campaigns[slug], $0.generation) }
        if let kept { return kept }
        guard let campaign = try await database.read({ try CampaignStore.find(slug, on: $0) }) else { return nil }
        state.withLock { state in
            // What was read before the shelf was cleared may be old.
            if state.generation == generation, state.campaigns.count < Self.room { state.campaigns[slug] = campaign }
        }
        return campaign
    }

    func clear() {
        state.withLock { state in
            state.generation += 1
            state.campaigns = [:]
        }
    }
}
