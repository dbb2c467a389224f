internal import HTML
internal import Secrets
public import Site
public import Storage
internal import Text
public import Web

/// Who may enter where a person must be known. Each makes the context that its handlers rely on.
public struct PersonGuards: Sendable {
    private let database: Database
    private let sessions: SessionStore
    private let cookie: SessionCookie
    private let site: Site

    /// Guards over the sessions in this database.
    public init(database: Database, sessions: SessionStore, cookie: SessionCookie, site: Site) {
        self.database = database
        self.sessions = sessions
        self.cookie = cookie
        self.site = site
    }

    /// Whoever comes; the handler learns who, if somebody is signed in.
    public var anyone: Guard<SignedIn?> {
        Guard("anyone") { visit in try await signedIn(visit) }
    }

    /// Whoever is signed in; others are led to sign in, and back.
    public var person: Guard<SignedIn> {
        Guard("person") { visit in try await required(visit) }
    }

    /// Whoever gave the right password and is asked for the second factor.
    public var halfway: Guard<SignedIn> {
        Guard("halfway") { visit in
            guard let found = try await find(visit), !found.session.isProved else { throw Answer.Instead(.redirect(to: signIn(visit))) }
            return found
        }
    }

    /// Who holds a role, or administers the site. For everybody else there is nothing at that address. Where the site asks its staff for a second
    /// factor, whoever has none is led to set it up first.
    public func staff(_ role: Role) -> Guard<SignedIn> {
        Guard(role.rawValue) { visit in try await holder(visit) { $0.may(role) } }
    }

    /// Who holds any role.
    public var staff: Guard<SignedIn> {
        Guard("staff") { visit in try await holder(visit) { !$0.roles.isEmpty } }
    }

    private func holder(_ visit: Visit, _ mayEnter: @Sendable (Person) -> Bool) async throws -> SignedIn {
        let found = try await required(visit)
        guard mayEnter(found.person) else { throw WebFailure.notFound }
        if site.settings.staffNeedsSecondFactor, !found.person.hasSecondFactor {
            throw Answer.Instead(.redirect(to: AccountRoutes.secondFactor.path(visit.language)))
        }
        return found
    }

    private func required(_ visit: Visit) async throws -> SignedIn {
        guard let found = try await signedIn(visit) else { throw Answer.Instead(.redirect(to: signIn(visit))) }
        return found
    }

    private func signedIn(_ visit: Visit) async throws -> SignedIn? {
        guard let found = try await find(visit), found.session.isProved else { return nil }
        if sessions.isStale(found.session) { try await database.write { [sessions] db in try sessions.see(found.session, on: db) } }
        return found
    }

    private func find(_ visit: Visit) async throws -> SignedIn? {
        guard let token = cookie.token(of: visit) else { return nil }
        return try await database.read { [sessions] db in try sessions.find(token, on: db) }
    }

    /// The page to sign in on, which leads back to the page that was asked for. A form that was sent is not sent again.
    private func signIn(_ visit: Visit) -> URLPath {
        let form = AccountRoutes.signIn.path(visit.language)
        return visit.method == .get ? form.adding(query: [("next", visit.path)]) : form
    }
}
