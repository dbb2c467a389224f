internal import Storage
public import Text
public import Web

/// Answers for the archive of mailings that everybody may read.
public struct ArchiveHandlers: Sendable {
    /// A list with more would be longer than anybody reads.
    private static let shown = 100

    private let services: MailingServices

    /// Handlers with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// The newest, newest first.
    public func index(_ visit: Visit, _ language: Language) async throws -> Answer {
        let mailings = try await services.database.read { try MailingStore.archived(limit: Self.shown, on: $0) }
        return .page(ArchivePages.index(mailings, visit.translator)).cached(CachePolicy(topics: ["site", MailingStore.topic.name]))
    }

    /// One of them, as somebody without a name would have got it.
    public func mailing(_ visit: Visit, _ language: Language, _ id: Int64) async throws -> Answer {
        let found = try await services.database.read { try MailingStore.archived(id, on: $0) }
        guard let found, let words = found.words(for: language) else { throw WebFailure.notFound }
        return .page(ArchivePages.mailing(found, words, visit.translator)).cached(CachePolicy(topics: ["site", MailingStore.topic.name]))
    }
}
