import Harness
import People
import Storage
import Testing
import Text
import Time

@Suite struct ConsentTests {
    private let time = TestClock()
    private let holder = ConsentStore.Holder("signature", 7)

    @Test func theVersionFollowsFromTheWordsAndTheLanguage() {
        let notice = Notice(language: .french, words: [.support: "Oui", .campaignNews: "Nouvelles"])
        #expect(notice.version.utf8.count == 16)
        #expect(notice.version == Notice(language: .french, words: [.campaignNews: "Nouvelles", .support: "Oui"]).version)
        #expect(notice.version != Notice(language: .french, words: [.support: "Oui !", .campaignNews: "Nouvelles"]).version)
        #expect(notice.version != Notice(language: .dutch, words: [.support: "Oui", .campaignNews: "Nouvelles"]).version)
    }

    @Test(arguments: TestEngine.allCases) func aNoticeIsKeptOnceAndKnownAfterwards(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: ConsentSchema.migrations) { database in
            let notice = Notice(language: .english, words: [.support: "Yes", .coalitionNews: "News"])
            let now = time.now
            try await database.write { db in
                try ConsentStore.keep(notice, at: now, on: db)
                try ConsentStore.keep(notice, at: now + .days(1), on: db)
            }
            let kept: Int? = try await database.read { try $0.value("SELECT count(*) FROM consent_notice WHERE first_shown_at = \(now)") }
            #expect(kept == 2)
            #expect(try await database.read { try ConsentStore.knows(notice.version, on: $0) })
            #expect(try await database.read { try !ConsentStore.knows("0000000000000000", on: $0) })
        }
    }

    @Test(arguments: TestEngine.allCases) func whatIsWithdrawnStaysInTheLedgerWithItsDate(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: ConsentSchema.migrations) { database in
            let now = time.now
            let holder = holder
            try await database.write { db in
                try ConsentStore.give([.support, .campaignNews], by: holder, notice: "v", at: now, on: db)
                try ConsentStore.give([.support], by: .init("signature", 8), notice: "v", at: now, on: db)
                try ConsentStore.withdraw([.campaignNews], by: holder, at: now + .days(1), on: db)
            }
            #expect(try await database.read { try ConsentStore.current(of: holder, on: $0) } == [.support])
            let withdrawn: Instant? = try await database.read {
                try $0.value("SELECT withdrawn_at FROM consent WHERE purpose = 'campaignNews'")
            }
            #expect(withdrawn == now + .days(1))
            try await database.write { try ConsentStore.erase(of: holder, on: $0) }
            #expect(try await database.read { try ConsentStore.current(of: holder, on: $0) }.isEmpty)
            #expect(try await database.read { try ConsentStore.current(of: .init("signature", 8), on: $0) } == [.support])
        }
    }
}
