import Harness
import Storage
import Testing
import Text
import Time

@testable import Campaigns

@Suite struct ListTests {
    @Test(arguments: TestEngine.allCases) func onlyThoseWhoChoseToBeShownAreListedNewestFirst(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            for (name, shown) in [("Amina", true), ("Hidden", false), ("Rosa", true)] {
                try await table.join(name, "\(name.lowercased())@union.example", shown: shown)
                table.time.advance(by: .minutes(1))
            }
            _ = try await table.sign("Unconfirmed", "u@union.example")
            let campaign = table.campaign
            let names = try await table.database.read { try table.store.recentlyShown(of: campaign, limit: 8, on: $0).map(\.name) }
            #expect(names == ["Rosa", "Amina"])
        }
    }

    @Test(arguments: TestEngine.allCases) func theReminderIsForThoseWhoWaitTwoDaysAndOnlyOnce(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let waiting = try await table.sign("Amina", "amina@union.example").signature
            try await table.join("Rosa", "rosa@union.example")
            func due() async throws -> [Int64] {
                let before = table.time.now - Signature.reminderAfter
                return try await table.database.read { try table.store.unreminded(before: before, limit: 10, on: $0).map(\.id) }
            }
            #expect(try await due().isEmpty)
            table.time.advance(by: Signature.reminderAfter + .minutes(1))
            #expect(try await due() == [waiting])
            #expect(try await table.database.write { try table.store.markReminded(waiting, on: $0) })
            #expect(try await table.database.write { try !table.store.markReminded(waiting, on: $0) })
            #expect(try await due().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func unconfirmedSignaturesAreErasedWithEverythingAboutThem(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let waiting = try await table.sign("Amina", "amina@union.example").signature
            try await table.join("Rosa", "rosa@union.example")
            table.time.advance(by: Signature.erasedAfter + .minutes(1))
            #expect(try await table.database.write { try table.store.markReminded(waiting, on: $0) })
            let before = table.time.now - Signature.erasedAfter
            #expect(try await table.database.write { try table.store.eraseUnconfirmed(before: before, limit: 10, on: $0).count } == 1)
            for table_ in ["signature", "signature_key", "consent"] {
                let left: Int? = try await table.database.read { try $0.value("SELECT count(*) FROM \(name: table_)") }
                #expect(left == 1, "\(table_) holds Rosa's row alone")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func tracesOfAddressesAreForgotten(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            try await table.join("Rosa", "rosa@union.example")
            table.time.advance(by: Signature.sourceKeptFor + .minutes(1))
            let before = table.time.now - Signature.sourceKeptFor
            #expect(try await table.database.write { try table.store.forgetSources(before: before, limit: 10, on: $0) } == 1)
            let left: Int? = try await table.database.read { try $0.value("SELECT count(*) FROM signature WHERE source IS NOT NULL") }
            #expect(left == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func samplesAreConfirmedCountedAndSafeToRepeat(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let campaign = table.campaign
            let now = table.time.now
            try await table.database.write { try SampleSignatures.add(3000, under: campaign, at: now, on: $0) }
            try await table.database.write { try SampleSignatures.add(2000, under: campaign, at: now, on: $0) }
            try await TallyKeeper(database: table.database, logger: .silent).foldAll()
            let tally = try await table.database.read { try TallyStore.tally(of: campaign, on: $0) }
            #expect(tally.people == 5000)
            #expect(try await Recount(database: table.database, clock: table.time.clock, logger: .silent).run() == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func aCampaignSpeaksTheReadersLanguageOrEnglish(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let campaign = try #require(try await table.database.read { try CampaignStore.find("floors", on: $0) })
            #expect(campaign.words(for: .french).language == .english)
            #expect(campaign.goals == [10, 100])
            #expect(try await table.database.read { try CampaignStore.find("nothing", on: $0) } == nil)
        }
    }

    @Test func theListOfRecentSignersReadsAnIndexInItsOrder() async throws {
        try await SigningTable.with(.sqlite) { table in
            let plan = try await table.database.read { db in
                try db.rows("EXPLAIN QUERY PLAN \(sql: SignatureStore.recentlyShown(of: 1, limit: 8))").map { row in
                    try row["detail"] as String
                }
            }
            #expect(plan.contains { $0.contains("signature_shown") })
            #expect(!plan.contains { $0.contains("TEMP B-TREE") })
        }
    }

    @Test func theSignaturesOfAMailboxAreFoundByAnIndex() async throws {
        try await SigningTable.with(.sqlite) { table in
            let plan = try await table.database.read { db in
                try db.rows("EXPLAIN QUERY PLAN SELECT id FROM signature WHERE \(sql: SignatureStore.made(with: "a@example.org"))").map {
                    row in
                    try row["detail"] as String
                }
            }
            #expect(plan.contains { $0.contains("signature_once (campaign=? AND mailbox_key=?)") }, "\(plan)")
        }
    }

    @Test(arguments: TestEngine.allCases) func whatWasReturnedOrRefusedUnconfirmedIsErasedToo(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let returned = try await table.sign("Amina", "amina@union.example").signature
            let refused = try await table.sign("Bot", "bot@spam.example").signature
            try await table.database.write { db in
                try table.store.remove(returned, why: .returned, on: db)
                try table.store.remove(refused, why: .refused, on: db)
            }
            table.time.advance(by: Signature.erasedAfter + .minutes(1))
            let before = table.time.now - Signature.erasedAfter
            #expect(try await table.database.write { try table.store.eraseUnconfirmed(before: before, limit: 10, on: $0).count } == 2)
        }
    }
}
