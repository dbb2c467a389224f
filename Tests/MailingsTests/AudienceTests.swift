import Harness
import Storage
import Testing
import Text
import Time

@testable import Mailings

/// Who is reached: each mailbox once, nobody who does not want it, nobody who has had enough.
@Suite struct AudienceTests {
    @Test(arguments: TestEngine.allCases) func whatIsCountedIsWhatIsPutDown(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.add(["Amina@example.org", "amina@example.org", "b@example.org"], language: "fr")
            try await desk.add(["amina@example.org", "c@example.org"], to: "friends", language: "fr-BE")
            try await desk.add(["d@example.org"], to: "friends", language: "nl")
            let id = try await desk.draft(["friends", "members"], language: "fr")
            let count = try #require(try await desk.count(id))
            #expect(count.people == 3)
            #expect(count.languages == [.french: 1, try #require(Language("fr-BE")): 2])
            try await desk.approve(id)
            try await desk.feeder.feedOnce()
            #expect(try await desk.counts(id) == [.waiting: 3])
            let sources = try await desk.database.read { try $0.rows("SELECT source FROM mailing_recipient ORDER BY mailbox_key") }
            #expect(try sources.map { try $0["source"] as String } == ["friends", "members", "friends"], "the first source says why")
        }
    }

    @Test(arguments: TestEngine.allCases) func whoWantsNoMoreIsLeftOutUntilTheyAgreeAnew(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.add(["a@example.org", "b@example.org", "c@example.org"], agreedAt: desk.time.now)
            try await desk.add(["a@example.org"], to: "friends")
            desk.time.advance(by: .days(1))
            let now = desk.time.now
            try await desk.database.write { db in
                try SuppressionStore.add("A@example.org", source: "members", why: .asked, mailing: 1, at: now, on: db)
                try SuppressionStore.add("b@example.org", source: "", why: .asked, mailing: 1, at: now, on: db)
                try SuppressionStore.add("c@example.org", source: "", why: .returned, mailing: nil, at: now, on: db)
            }
            let members = try await desk.draft(["members"])
            #expect(try await desk.count(members) == AudienceCount(languages: [:], suppressed: 3, capped: 0))
            let both = try await desk.draft(["members", "friends"])
            #expect(try await desk.count(both) == AudienceCount(languages: [.english: 1], suppressed: 2, capped: 0), "as a friend, yes")
            desk.time.advance(by: .days(1))
            try await desk.add(["b@example.org"], agreedAt: desk.time.now)
            #expect(try await desk.count(members)?.people == 1, "b agreed anew")
            desk.time.advance(by: Mailing.returnedHoldsFor)
            #expect(try await desk.count(members)?.people == 2, "the mailbox of c may be repaired by now")
        }
    }

    @Test(arguments: TestEngine.allCases) func nobodyGetsMoreThanSoManyAWeek(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.people(3)
            try await desk.limit(perWeek: 2)
            _ = try await desk.sending()
            _ = try await desk.sending()
            try await desk.add(["late@example.org"])
            let third = try await desk.draft()
            #expect(try await desk.count(third) == AudienceCount(languages: [.english: 1], suppressed: 0, capped: 3))
            try await desk.approve(third)
            try await desk.feeder.feedOnce()
            #expect(try await desk.counts(third) == [.waiting: 1])
            desk.time.advance(by: .days(8))
            #expect(try await desk.count(try await desk.draft())?.people == 4)
        }
    }

    @Test(arguments: TestEngine.allCases) func anAudienceOfNobodyReachesNobody(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.people(1)
            for sources in [[], ["gone"]] as [Set<String>] {
                let id = try await desk.draft(sources)
                #expect(try await desk.count(id) == AudienceCount(languages: [:], suppressed: 0, capped: 0))
                try await desk.approve(id)
                try await desk.feeder.feedOnce()
                try await desk.feeder.feedOnce()
                #expect(try await desk.mailing(id)?.state == .sent)
            }
            #expect(try await desk.posted().isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func thoseWithARoleAreReachedByIt(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.database.write { db in
                try db.run(
                    """
                    INSERT INTO person (id, name, mailbox, mailbox_key, password, language, zone, created_at) VALUES
                        (1, 'Els', 'els@example.org', 'els@example.org', '', 'nl', 'UTC', 0), (2, 'Mia', 'mia@example.org', 'mia@example.org', '', 'nl', 'UTC', 0)
                    """)
                try db.run("INSERT INTO person_role (person, role, given_at) VALUES (1, 'administrator', 0), (1, 'editor', 0)")
            }
            let id = try await desk.draft(["staff"])
            #expect(try await desk.count(id)?.languages == [.dutch: 1])
        }
    }
}
