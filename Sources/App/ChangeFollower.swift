internal import Campaigns
internal import Logging
internal import Moderation
internal import ServiceLifecycle
internal import Site
internal import Storage
internal import Web

/// Keeps what is held in memory true to the database: pages made from what a commit changed are dropped at once, and settings are read
/// again, one reading after the other, until it succeeds.
struct ChangeFollower: Service {
    private static let pause = Duration.seconds(1)
    /// The topics of what is read anew.
    private static let followed: [Topic] = ["site", "blocks", "mailboxes"]

    private let cache: PageCache
    private let site: Site
    private let campaigns: CampaignServices
    private let blocks: Blocks
    private let dress: @Sendable () -> Void
    private let logger: Logger
    private let calls: AsyncStream<Void>

    init(
        database: Database, cache: PageCache, site: Site, campaigns: CampaignServices, blocks: Blocks,
        dress: @escaping @Sendable () -> Void, logger: Logger
    ) {
        self.cache = cache
        self.site = site
        self.campaigns = campaigns
        self.blocks = blocks
        self.dress = dress
        self.logger = logger
        let (calls, call) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.calls = calls
        // What pages are made from is cleared before (shelves are older than this): a page made in between is not kept.
        database.onCommit { changes in
            switch changes {
            case .topics(let topics):
                cache.invalidate(topics: topics.map(\.name))
                if Self.followed.contains(where: topics.contains) { call.yield() }
            case .everything:
                cache.invalidateEverything()
                call.yield()
            }
        }
        // Something may have changed between the first reading and now.
        call.yield()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in calls { await refresh() }
        }
    }

    /// Reads settings again until it succeeds.
    func refresh() async {
        while !Task.isCancelled {
            do {
                try await site.refresh()
                dress()
                try await campaigns.refresh()
                try await blocks.refresh()
                cache.invalidate(topics: ["site"])
                return
            } catch {
                logger.error("settings are waiting for the database", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
