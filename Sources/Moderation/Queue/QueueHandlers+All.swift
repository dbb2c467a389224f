internal import Design
internal import HTML
public import People
internal import Storage
public import Text
public import Web

extension QueueHandlers {
    /// One decision on all things of a kind that somebody was shown, in one write. What they sent themselves and what somebody else decided
    /// meanwhile is left out.
    public func decideAll(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ kind: String) async throws -> Answer {
        guard let source = sources.first(where: { $0.kind == kind }) else { throw WebFailure.notFound }
        var check = FormCheck(try await visit.form())
        let ids = try Self.ids(&check)
        guard let decision = Self.decode(&check, for: source, among: [.keep, .refuse]) else {
            return try await again(visit, signedIn, .init(kind: kind, id: nil, state: FormState(check, "moderation", visit.translator)))
        }
        let record = record(decision, of: source, by: signedIn, visit.translator)
        let decided = try await database.write { db -> Int in
            var decided = 0
            for id in ids {
                guard let found = try source.find(id, visit.translator, on: db), !found.authors.contains(signedIn.person.id) else {
                    continue
                }
                try record(found, db)
                decided += 1
            }
            return decided
        }
        let outcome = decided > 0 ? QueueOutcome(decision.verdict, source.keeping) : .late
        return .redirect(
            to: DeskRoutes.home.path(language).adding(query: [("done", outcome.rawValue), ("decided", String(decided))]))
    }

    /// Those that were shown, each once: the page wrote them, nobody types them.
    private static func ids(_ check: inout FormCheck) throws -> [Int64] {
        let sent = (check.line("shown", max: 500) ?? "").split(separator: " ").map { Int64($0) }
        let ids = sent.compactMap { $0 }
        guard !ids.isEmpty, ids.count == sent.count, ids.count <= shown, Set(ids).count == ids.count else {
            throw WebFailure.badRequest("no list of cases that were shown")
        }
        return ids
    }
}
