internal import HTML
public import People
internal import Storage
public import Text
internal import Time
public import Web

extension OrganisationDeskHandlers {
    /// Another year for somebody who acts for an organisation, or the first for one who waits.
    public func renewMandate(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ id: Int64) async throws -> Answer
    {
        try await decide(.mandateConfirmed, .confirmed, id, slug, signedIn, language) { id, now, db in
            try RepresentativeStore.confirm(id, at: now, on: db)
        }
    }

    /// That somebody no longer acts for it, or never shall.
    public func endMandate(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ id: Int64) async throws -> Answer {
        try await decide(.mandateRefused, .refused, id, slug, signedIn, language) { id, now, db in
            try RepresentativeStore.end(id, why: .refused, at: now, on: db)
        }
    }

    /// Decides, ends the links that official contacts have, and tells the person. Nobody decides on their own mandate.
    private func decide(
        _ verb: OrganisationVerb, _ word: RepresentativeLetters.Word, _ id: Int64, _ slug: String, _ signedIn: SignedIn,
        _ language: Language,
        _ work: @escaping @Sendable (Int64, Instant, any Writer) throws -> Bool
    ) async throws -> Answer {
        let view = try await view(slug, language)
        guard let found = view.mandates.first(where: { $0.mandate.id == id }) else { throw WebFailure.notFound }
        guard found.person.id != signedIn.person.id else { throw WebFailure.forbidden("a decision on one's own mandate") }
        let now = services.clock.now()
        try await services.database.write { [services] db in
            guard try work(id, now, db) else { return }
            try ContactKeyStore.end(RepresentativeLetters.kind, id, on: db)
            try services.tell(word, about: found.mandate, on: db)
            try AuditStore.add(
                verb, .init("representative", id, name: found.person.name), by: signedIn.person,
                note: view.organisation.name(for: language).name, at: now, on: db)
        }
        return .redirect(to: OrganisationDeskRoutes.organisation.path(language, slug).adding(query: [("done", "1")]))
    }
}
