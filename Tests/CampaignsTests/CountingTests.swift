import Harness
import Logging
import Storage
import Testing
import Time

@testable import Campaigns

@Suite struct CountingTests {
    private func keeper(_ table: SigningTable) -> TallyKeeper {
        TallyKeeper(database: table.database, logger: .silent)
    }

    private func people(_ table: SigningTable) async throws -> Int {
        try await keeper(table).foldAll()
        let campaign = table.campaign
        return try await table.database.read { try TallyStore.tally(of: campaign, on: $0).people }
    }

    private func recount(_ table: SigningTable) async throws -> Int {
        try await Recount(database: table.database, clock: table.time.clock, logger: .silent).run()
    }

    @Test(arguments: TestEngine.allCases) func onlyConfirmedSignaturesCountAndOnlyOnce(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let id = try await table.sign("Amina", "amina@union.example").signature
            #expect(try await people(table) == 0)
            try await table.confirm(id)
            try await table.confirm(id)
            #expect(try await people(table) == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func withdrawnAndReturnedSignaturesLeaveTheCount(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let amina = try await table.join("Amina", "amina@union.example")
            let moussa = try await table.join("Moussa", "moussa@union.example")
            let rosa = try await table.join("Rosa", "rosa@union.example", country: "AR")
            #expect(try await people(table) == 3)
            try await table.database.write { db in
                try table.store.withdraw(amina, on: db)
                try table.store.remove(moussa, why: .returned, on: db)
                try table.store.remove(moussa, why: .returned, on: db)
            }
            #expect(try await people(table) == 1)
            #expect(try await table.signature(rosa)?.stands == true)
            #expect(try await recount(table) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func aReturnedMailboxThatConfirmsLaterCountsAgain(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let id = try await table.join("Amina", "amina@union.example")
            try await table.database.write { try table.store.remove(id, why: .returned, on: $0) }
            #expect(try await people(table) == 0)
            try await table.confirm(id)
            #expect(try await people(table) == 1)
            #expect(try await recount(table) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func withdrawingErasesThePersonAtOnce(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            let id = try await table.join("Amina", "amina@union.example")
            try await table.database.write { try table.store.withdraw(id, on: $0) }
            let withdrawn = try #require(try await table.signature(id))
            #expect(withdrawn.name.isEmpty && withdrawn.mailbox.isEmpty)
            #expect(withdrawn.appearance == .init(town: nil, organisation: nil, sentence: nil, shown: false))
            #expect(withdrawn.removedWhy == .withdrawn)
            // The same person may sign anew.
            #expect(try await table.join("Amina", "amina@union.example") != id)
            #expect(try await people(table) == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func massRemovalMovesTheCountByOneChangePerCountry(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            for index in 0..<30 {
                try await table.join("Bot \(index)", "bot\(index)@spam.example", country: index % 2 == 0 ? "SN" : "BE", flag: .source)
            }
            try await table.join("Amina", "amina@union.example")
            #expect(try await people(table) == 31)
            let campaign = table.campaign
            let refused = try await table.database.write { try table.store.refuseAll(campaign: campaign, flag: .source, on: $0) }
            #expect(refused == 30)
            let changes: Int? = try await table.database.read { try $0.value("SELECT count(*) FROM tally_change") }
            #expect(changes == 2)
            #expect(try await people(table) == 1)
            #expect(try await recount(table) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func manyKeepersAtOnceLoseNothing(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<40 { group.addTask { try await table.join("Name \(index)", "m\(index)@union.example") } }
                for _ in 0..<8 { group.addTask { try await keeper(table).foldAll() } }
                try await group.waitForAll()
            }
            #expect(try await people(table) == 40)
            #expect(try await recount(table) == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func theRecountFindsReportsAndMendsADifference(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            try await table.join("Amina", "amina@union.example")
            #expect(try await people(table) == 1)
            let campaign = table.campaign
            try await table.database.write { db in
                try db.run("UPDATE tally SET people = 41 WHERE campaign = \(campaign)")
                try db.run("INSERT INTO tally (campaign, country, people) VALUES (\(campaign), 'XX', 3)")
            }
            // A change that waits is no difference.
            try await table.join("Rosa", "rosa@union.example", country: "AR")
            #expect(try await recount(table) == 2)
            #expect(try await people(table) == 2)
            #expect(try await recount(table) == 0)
            let found: Int? = try await table.database.read { try $0.value("SELECT max(differences) FROM recount") }
            #expect(found == 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func foldingAnnouncesTheCampaignThatMoved(engine: TestEngine) async throws {
        try await SigningTable.with(engine) { table in
            try await table.join("Amina", "amina@union.example")
            let announced = Announced()
            table.database.onCommit { announced.add($0) }
            try await keeper(table).foldAll()
            #expect(announced.topics.contains(Topic("campaign/\(table.campaign)")))
        }
    }
}
