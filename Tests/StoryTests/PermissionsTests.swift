import App
import Testing
import Web

/// Who may do what: every route of the site stands here, or a test fails.
@Suite struct Permissions {
    /// Method, pattern, who may enter.
    static let table: Set<String> = [
        "GET / everyone",
        "GET /{language} everyone",
        "GET /{language}/{page} everyone",
        "GET /logo/{digest} everyone",
        "POST /{language}/desk/settings/logo administrator",
        "POST /{language}/desk/settings/logo/removal administrator",
        "GET /{language}/campaigns everyone",
        "GET /{language}/campaigns/{slug} everyone",
        "GET /campaigns/{slug}/count.json everyone",
        "GET /campaigns/{slug}/countries.json everyone",
        "GET /{language}/campaigns/{slug}/signatures everyone",
        "POST /{language}/campaigns/{slug}/signatures everyone",
        "GET /{language}/campaigns/{slug}/signatures/{handle} everyone",
        "POST /{language}/campaigns/{slug}/signatures/{handle}/confirmation everyone",
        "GET /{language}/campaigns/{slug}/thanks everyone",
        "GET /{language}/campaigns/{slug}/kit everyone",
        "GET /campaigns/{slug}/kit/{id} everyone",
        "GET /{language}/signatures/{token} everyone",
        "POST /{language}/signatures/{token} everyone",
        "POST /{language}/signatures/{token}/confirmation everyone",
        "POST /{language}/signatures/{token}/withdrawal everyone",
        "GET /{language}/account anyone",
        "GET /{language}/account/new everyone",
        "POST /{language}/account/new everyone",
        "GET /{language}/account/new/sent everyone",
        "GET /{language}/account/confirmations/{token} everyone",
        "POST /{language}/account/confirmations/{token} everyone",
        "GET /{language}/account/session everyone",
        "POST /{language}/account/session everyone",
        "GET /{language}/account/session/code halfway",
        "POST /{language}/account/session/code halfway",
        "POST /{language}/account/session/closure anyone",
        "GET /{language}/account/recovery everyone",
        "POST /{language}/account/recovery everyone",
        "GET /{language}/account/recovery/sent everyone",
        "GET /{language}/account/recoveries/{token} everyone",
        "POST /{language}/account/recoveries/{token} everyone",
        "GET /{language}/account/profile person",
        "POST /{language}/account/profile person",
        "GET /{language}/account/security person",
        "POST /{language}/account/password person",
        "POST /{language}/account/mailbox person",
        "GET /{language}/account/mailboxes/{token} everyone",
        "POST /{language}/account/mailboxes/{token} everyone",
        "POST /{language}/account/sessions/{id}/closure person",
        "POST /{language}/account/sessions/closure person",
        "GET /{language}/account/second-factor person",
        "POST /{language}/account/second-factor person",
        "POST /{language}/account/second-factor/codes person",
        "POST /{language}/account/second-factor/removal person",
        "GET /{language}/account/signatures person",
        "GET /{language}/account/signatures/{id} person",
        "POST /{language}/account/signatures/{id} person",
        "POST /{language}/account/signatures/{id}/confirmation person",
        "POST /{language}/account/signatures/{id}/withdrawal person",
        "GET /{language}/account/data person",
        "GET /{language}/account/data.json person",
        "POST /{language}/account/closure person",
        "GET /{language}/account/closed everyone",
        "GET /{language}/desk staff",
        "POST /{language}/desk/queue/{kind}/{id}/decision moderator",
        "POST /{language}/desk/queue/{kind}/decisions moderator",
        "GET /{language}/desk/blocks moderator",
        "POST /{language}/desk/blocks moderator",
        "POST /{language}/desk/blocks/{id}/removal moderator",
        "GET /{language}/desk/mailbox-rules moderator",
        "POST /{language}/desk/mailbox-rules moderator",
        "POST /{language}/desk/mailbox-rules/{domain}/removal moderator",
        "GET /{language}/desk/campaigns editor",
        "POST /{language}/desk/campaigns editor",
        "GET /{language}/desk/campaigns/{slug} editor",
        "POST /{language}/desk/campaigns/{slug}/goals editor",
        "GET /{language}/desk/campaigns/{slug}/words/{in} editor",
        "POST /{language}/desk/campaigns/{slug}/words/{in} editor",
        "POST /{language}/desk/campaigns/{slug}/closure editor",
        "POST /{language}/desk/campaigns/{slug}/opening editor",
        "POST /{language}/desk/campaigns/{slug}/removal editor",
        "GET /{language}/desk/campaigns/{slug}/kit editor",
        "POST /{language}/desk/campaigns/{slug}/kit editor",
        "POST /{language}/desk/campaigns/{slug}/kit/{id}/removal editor",
        "POST /{language}/desk/organisations/{slug}/mandates/{id}/renewal moderator",
        "POST /{language}/desk/organisations/{slug}/mandates/{id}/closure moderator",
        "GET /{language}/desk/endorsements/{id}/letter moderator",
        "GET /{language}/desk/mailings editor",
        "POST /{language}/desk/mailings editor",
        "GET /{language}/desk/mailings/{id} editor",
        "POST /{language}/desk/mailings/{id} editor",
        "POST /{language}/desk/mailings/{id}/removal editor",
        "GET /{language}/desk/mailings/{id}/words/{in} editor",
        "POST /{language}/desk/mailings/{id}/words/{in} editor",
        "POST /{language}/desk/mailings/{id}/words/{in}/removal editor",
        "GET /{language}/desk/mailings/{id}/preview/{in} editor",
        "GET /{language}/desk/mailings/{id}/preview/{in}/letter editor",
        "POST /{language}/desk/mailings/{id}/preview/{in}/trial editor",
        "GET /{language}/desk/mailings/{id}/sending administrator",
        "POST /{language}/desk/mailings/{id}/sending administrator",
        "POST /{language}/desk/mailings/{id}/pause administrator",
        "POST /{language}/desk/mailings/{id}/resumption administrator",
        "POST /{language}/desk/mailings/{id}/cancellation administrator",
        "POST /{language}/desk/mailings/{id}/archive administrator",
        "GET /{language}/desk/mailings/limits administrator",
        "POST /{language}/desk/mailings/limits administrator",
        "GET /{language}/mailings everyone",
        "GET /{language}/mailings/{id} everyone",
        "GET /{language}/mailings/unsubscriptions/{token} everyone",
        "POST /{language}/mailings/unsubscriptions/{token} everyone",
        "GET /{language}/desk/pages editor",
        "GET /{language}/desk/pages/{page}/{in} editor",
        "POST /{language}/desk/pages/{page}/{in} editor",
        "POST /{language}/desk/pages/{page}/{in}/removal editor",
        "GET /{language}/desk/translations editor",
        "GET /{language}/desk/translations/{kind}/{slug}/{in} editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/draft editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/draft/removal editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/publication editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/confirmation editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/original editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/name/removal editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/links editor",
        "POST /{language}/desk/translations/{kind}/{slug}/{in}/links/{id}/removal editor",
        "GET /{language}/translations/{token} everyone",
        "POST /{language}/translations/{token} everyone",
        "GET /{language}/desk/people administrator",
        "GET /{language}/desk/people/{id} administrator",
        "POST /{language}/desk/people/{id}/roles administrator",
        "POST /{language}/desk/people/{id}/second-factor/removal administrator",
        "GET /{language}/desk/settings administrator",
        "POST /{language}/desk/settings administrator",
        "GET /{language}/desk/outbox administrator",
        "GET /{language}/desk/outbox/{id} administrator",
        "GET /{language}/desk/jobs administrator",
        "POST /{language}/desk/jobs/{id}/revival administrator",
        "POST /{language}/desk/jobs/{id}/removal administrator",
        "GET /{language}/desk/log administrator",
        "GET /{language}/organisations everyone",
        "GET /{language}/organisations/{slug} everyone",
        "GET /organisations.csv everyone",
        "GET /organisations.json everyone",
        "GET /{language}/campaigns/{slug}/organisations everyone",
        "GET /{language}/account/organisations person",
        "GET /{language}/account/organisations/{slug}/mandate person",
        "POST /{language}/account/organisations/{slug}/mandate person",
        "POST /{language}/account/organisations/{slug}/mandate/closure person",
        "GET /{language}/account/organisations/{slug} person",
        "POST /{language}/account/organisations/{slug} person",
        "GET /{language}/account/organisations/{slug}/endorsements/{campaign} person",
        "POST /{language}/account/organisations/{slug}/endorsements/{campaign} person",
        "POST /{language}/account/organisations/{slug}/endorsements/{campaign}/withdrawal person",
        "GET /{language}/account/organisations/{slug}/endorsements/{campaign}/letter person",
        "GET /{language}/account/organisations/{slug}/campaigns/{campaign} person",
        "POST /{language}/account/organisations/{slug}/campaigns/{campaign} person",
        "GET /{language}/account/organisations/{slug}/proposals/{campaign} person",
        "POST /{language}/account/organisations/{slug}/proposals/{campaign} person",
        "POST /{language}/account/organisations/{slug}/proposals/{campaign}/removal person",
        "GET /{language}/endorsements/{token}/letter everyone",
        "GET /{language}/endorsements/{token} everyone",
        "POST /{language}/endorsements/{token}/confirmation everyone",
        "POST /{language}/endorsements/{token}/refusal everyone",
        "GET /{language}/mandates/{token} everyone",
        "POST /{language}/mandates/{token}/confirmation everyone",
        "POST /{language}/mandates/{token}/refusal everyone",
        "GET /{language}/desk/organisations moderator",
        "GET /{language}/desk/organisations/new moderator",
        "POST /{language}/desk/organisations moderator",
        "GET /{language}/desk/organisations/{slug} moderator",
        "POST /{language}/desk/organisations/{slug} moderator",
        "POST /{language}/desk/organisations/{slug}/removal moderator",
        "POST /{language}/desk/organisations/{slug}/contacts moderator",
        "POST /{language}/desk/organisations/{slug}/contacts/{id}/removal moderator",
        "POST /{language}/desk/organisations/{slug}/memberships moderator",
        "POST /{language}/desk/organisations/{slug}/memberships/{network}/removal moderator",
        "POST /{language}/desk/organisations/{slug}/contest moderator",
        "GET /{language}/desk/imports moderator",
        "GET /{language}/desk/imports/new moderator",
        "POST /{language}/desk/imports moderator",
        "GET /{language}/desk/imports/{id} moderator",
        "POST /{language}/desk/imports/{id}/columns moderator",
        "POST /{language}/desk/imports/{id}/choices moderator",
        "POST /{language}/desk/imports/{id}/execution moderator",
        "POST /{language}/desk/imports/{id}/reversal moderator",
        "POST /{language}/desk/imports/{id}/removal moderator",
        "GET /health/live everyone",
        "GET /health/ready everyone",
        "GET /metrics everyone",
        "GET /robots.txt everyone",
        "GET /sitemap.xml everyone",
    ]

    @Test func everyRouteIsInTheTableAndNoOther() async throws {
        try await TestSite.with { site in
            let bound = Set(site.live.routes.map { "\($0.method.rawValue) \($0.pattern) \($0.access)" })
            #expect(bound.subtracting(Self.table).isEmpty, "routes that the table does not name")
            #expect(Self.table.subtracting(bound).isEmpty, "rows of the table without a route")
        }
    }

    /// Who passes a guard of that name; everybody else who is signed in finds nothing there, and visitors are led to sign in.
    private static let admitted: [String: Set<Caller>] = [
        "everyone": Set(Caller.allCases), "anyone": Set(Caller.allCases),
        "person": Set(Caller.allCases).subtracting([.visitor, .translator]),
        "halfway": [], "staff": [.moderator, .editor, .administrator], "moderator": [.moderator, .administrator],
        "editor": [.editor, .administrator], "administrator": [.administrator],
    ]

    enum Caller: String, CaseIterable, Sendable {
        case visitor
        /// Whoever holds a link to translate one text, and has no account.
        case translator
        case person
        /// Somebody who may act for the organisation that the addresses name, and somebody who may act for another one.
        case representative, representativeOfAnother
        case moderator, editor, administrator
    }

    @Test(arguments: Caller.allCases) func everyGuardHoldsOnEveryRoute(caller: Caller) async throws {
        try await TestSite.with { site in
            let browser = try await site.browser(for: caller)
            for route in site.live.routes where !["everyone", "anyone"].contains(route.access) {
                let admitted = try #require(Self.admitted[route.access])
                let isAdmitted = admitted.contains(caller)
                // What changes something is only tried by those who may not.
                guard route.method == .get || !isAdmitted else { continue }
                guard !isAdmitted || !Self.isForOwners(route.pattern) else { continue }
                guard caller == .visitor || caller == .translator || !Self.isForRepresentatives(route.pattern) else { continue }
                let reply = await browser.answer(route.method.rawValue, try await site.sample(route.pattern))
                let isLedToSignIn = reply.header("Location")?.contains("/account/session") == true
                if isAdmitted {
                    #expect(reply.status == .ok, "\(caller) on \(route.method.rawValue) \(route.pattern)")
                } else if caller == .visitor || caller == .translator || route.access == "halfway" {
                    #expect(reply.status == .seeOther && isLedToSignIn, "\(caller) on \(route.method.rawValue) \(route.pattern)")
                } else {
                    #expect(reply.status == .notFound, "\(caller) on \(route.method.rawValue) \(route.pattern)")
                }
            }
        }
    }

    /// Roles open nothing here: only a mandate of the organisation does, and for everybody else there is nothing at these addresses.
    @Test(arguments: Caller.allCases.filter { $0 != .visitor && $0 != .translator }) func onlyAMandateOpensWhatIsAnOrganisations(
        caller: Caller
    ) async throws {
        try await TestSite.with { site in
            let browser = try await site.browser(for: caller)
            let isTheirs = caller == .representative
            var tried = 0
            for route in site.live.routes where Self.isForRepresentatives(route.pattern) {
                // What changes something is only tried by those who may not; no letter came with anything, and nothing was proposed.
                guard !isTheirs || (route.method == .get && !route.pattern.hasSuffix("/letter") && !route.pattern.contains("/proposals/"))
                else { continue }
                let reply = await browser.answer(route.method.rawValue, try await site.sample(route.pattern))
                #expect(reply.status == (isTheirs ? .ok : .notFound), "\(caller) on \(route.method.rawValue) \(route.pattern)")
                tried += 1
            }
            #expect(tried >= (isTheirs ? 3 : 9))
        }
    }

    private static func isForRepresentatives(_ pattern: String) -> Bool {
        pattern.contains("/account/organisations/{slug}") && !pattern.hasSuffix("/{slug}/mandate")
    }

    /// Where only what is one's own, or what is there, is found: `AminaHasAnAccount` and `DaraSpeaksForHerOrganisation` try these with and without it.
    private static func isForOwners(_ pattern: String) -> Bool {
        pattern.hasSuffix("/account/signatures/{id}") || pattern.hasSuffix("/endorsements/{id}/letter")
    }

    @Test func everyRouteWithASecretKeepsItOutOfTheLog() async throws {
        try await TestSite.with { site in
            for route in site.live.routes {
                let named = ["token", "handle"].filter { route.pattern.contains("{\($0)}") }
                #expect(route.secret == Set(named), "\(route.pattern)")
            }
        }
    }
}
