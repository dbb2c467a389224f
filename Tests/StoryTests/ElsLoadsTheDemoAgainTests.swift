import App
import Graph
import Harness
import Organisations
import People
import Site
import Storage
import Testing
import Text
import Time

/// Els tries Socle with the demo content, changes much of it, and loads the demo again.
@Suite struct ElsLoadsTheDemoAgain {
    private static let campaign = "social-protection-for-all"

    private static func demo(_ site: TestSite) -> Demo {
        Demo(database: site.program.database, resources: site.program.resources, clock: site.time.clock)
    }

    private static func organisation(_ slug: String, _ site: TestSite) async throws -> Organisation {
        try await site.program.database.read { db in
            try #require(try OrganisationStore.key(of: slug, on: db).flatMap { try OrganisationStore.find($0, on: db) })
        }
    }

    private static func memberships(of organisation: Int64, _ site: TestSite) async throws -> [Membership] {
        try await site.program.database.read { try OrganisationStore.memberships(of: organisation, on: $0) }
    }

    @Test(arguments: TestEngine.allCases) func whatPeopleMadeOfItStays(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let words = try await els.get("/en/desk/campaigns/\(Self.campaign)/words/en").form("/words/en")
            _ = await els.submit(words, ["summary": "A summary of our own."])
            let hidden = try await els.get("/en/desk/organisations/ituc").form("/desk/organisations/ituc")
            _ = await els.submit(hidden, ["hidden": "yes"])
            let profile = try await els.get("/en/desk/organisations/wsm").form("/desk/organisations/wsm")
            _ = await els.submit(profile, ["profile": "We say it ourselves."])
            let wsm = try await Self.organisation("wsm", site)
            let now = site.time.now
            let left = try #require(try await Self.memberships(of: wsm.id, site).first)
            try await site.program.database.write { db in
                try OrganisationStore.removeMembership(of: wsm.id, in: left.network, at: now, on: db)
                var settings = try SiteStore.settings(on: db)
                settings.names[.english] = "Our own name"
                settings.contactMailbox = nil
                try SiteStore.put(settings, on: db)
                try db.run("UPDATE signature SET mailbox_key = 'gone', name_key = 'gone', name = '' WHERE mailbox_key = 'sample:1'")
            }
            let count = try await site.count()

            site.time.advance(by: .days(1))
            try await Self.demo(site).load()

            let visitor = site.browser()
            #expect((await visitor.get("/en/campaigns/\(Self.campaign)")).words.contains("A summary of our own."))
            #expect((await visitor.get("/en/organisations/ituc")).status == 404, "hidden, it stays hidden")
            #expect((await visitor.get("/en/organisations/wsm")).words.contains("We say it ourselves."))
            #expect(try await !Self.memberships(of: wsm.id, site).contains { $0.network == left.network })
            let settings = try await site.program.database.read { try SiteStore.settings(on: $0) }
            #expect(settings.names[.english] == "Our own name" && settings.contactMailbox == nil && settings.isDemo)
            #expect(try await site.count() == count, "nobody who left signs again")
        }
    }

    @Test(arguments: TestEngine.allCases) func whatIsMissingIsAdded(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let wsm = try await Self.organisation("wsm", site)
            let before = try await Self.memberships(of: wsm.id, site)
            #expect(!before.isEmpty)
            try await site.program.database.write { db in
                // As in a demo of an earlier version, which did not have it yet.
                try db.run("DELETE FROM membership WHERE organisation = \(wsm.id) OR network = \(wsm.id)")
                try GraphStore.remove(wsm.key, on: db)
                try db.run("DELETE FROM organisation WHERE id = \(wsm.id)")
            }
            try await Self.demo(site).load()
            let again = try await Self.organisation("wsm", site)
            #expect(again.facts == wsm.facts)
            #expect(try await Self.memberships(of: again.id, site).map(\.network) == before.map(\.network))
        }
    }

    @Test(arguments: TestEngine.allCases) func whatASiteSaidBeforeStays(engine: TestEngine) async throws {
        try await TestSite.with(engine, demo: false) { site in
            try await site.program.database.write { db in
                try SiteStore.put(SiteSettings(names: [.french: "Notre nom"], mainLanguage: .french), on: db)
            }
            try await Self.demo(site).load()
            let settings = try await site.program.database.read { try SiteStore.settings(on: $0) }
            #expect(settings.names == [.french: "Notre nom"] && settings.mainLanguage == .french)
            #expect(settings.contactMailbox == "contact@example.org" && settings.isDemo, "what was unsaid is filled")
        }
    }

    @Test(arguments: TestEngine.allCases) func samplesForLoadWorkAreAddedEachTime(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let people = try await site.count()
            let organisations = try await site.program.database.read { try OrganisationStore.count(on: $0) }
            for time in 1...2 {
                let demo = Self.demo(site)
                try await demo.load()
                try await demo.addSignatures(7) { _ in }
                try await demo.addOrganisations(5) { _ in }
                #expect(try await site.count() == people + 7 * time)
                #expect(try await site.program.database.read { try OrganisationStore.count(on: $0) } == organisations + 5 * time)
            }
        }
    }
}
