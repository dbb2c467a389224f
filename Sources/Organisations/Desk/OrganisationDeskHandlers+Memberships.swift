internal import Design
internal import Graph
public import People
internal import Storage
public import Text
internal import Time
public import Web

extension OrganisationDeskHandlers {
    /// How many organisations are named where what was typed means several.
    private static let named = 5

    /// That it belongs to a network, or how and until when it does.
    public func addMembership(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let view = try await view(slug, language)
        var check = FormCheck(try await visit.form())
        let role = check.choice("role", required: true, as: Membership.Role.init(rawValue:))
        let typed = check.line("network", required: true, max: 200)
        let since = check.day("since")
        let until = check.day("until")
        if let since, let until, until < since { check.fail("until", "organisations.problem.until") }
        let meant = try await services.database.read { db in try typed.map { try Self.meant($0, for: language, on: db) } ?? [] }
            .filter { $0.slug != view.organisation.slug }
        if typed != nil, meant.isEmpty { check.fail("network", "organisations.problem.network") }
        if meant.count > 1 {
            check.fail(
                "network", "organisations.problem.networks", [.words(meant.map { "\($0.name) (\($0.slug))" }.joined(separator: " · "))])
        }
        guard check.isClean, let role, let network = meant.first else {
            return again(view, .membership(FormState(check, "organisations", visit.translator)), visit, signedIn)
        }
        return try await act(.membershipChanged, view, signedIn, language, note: network.name) { db, now in
            guard let key = try OrganisationStore.key(of: network.slug, on: db) else { throw WebFailure.notFound }
            let membership = Membership(organisation: view.organisation.id, network: key, role: role, since: since, until: until)
            try OrganisationStore.put(membership, at: now, on: db)
        }
    }

    /// Taking a membership away.
    public func removeMembership(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ network: String) async throws
        -> Answer
    {
        let view = try await view(slug, language)
        let name = view.memberships.first { $0.network.slug == network }?.network.name(for: language).name
        return try await act(.membershipChanged, view, signedIn, language, note: name ?? network) { db, now in
            guard let key = try OrganisationStore.key(of: network, on: db) else { throw WebFailure.notFound }
            try OrganisationStore.removeMembership(of: view.organisation.id, in: key, at: now, on: db)
        }
    }

    /// Whom somebody means who typed a name, its letters, an address of the directory or its end; else whose names hold these words.
    private static func meant(_ typed: String, for language: Language, on db: any Reader) throws -> [KeptOrganisation] {
        let index = try OrganisationStore.index(on: db)
        let end = typed.lowercased().split(separator: "/").last.map(String.init) ?? ""
        if let place = index.find(end) ?? index.find(typed), let key = index.entries[place].key,
            let one = try OrganisationStore.find(key, on: db)
        {
            return [KeptOrganisation(one, for: language)]
        }
        return try OrganisationStore.kept(typed, for: language, limit: named, on: db)
    }
}
