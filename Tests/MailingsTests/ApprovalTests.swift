import Harness
import Storage
import Testing
import Text
import Time

@testable import Mailings

/// What goes out is what was seen, and to nobody whom the program cannot name.
@Suite struct ApprovalTests {
    @Test(arguments: TestEngine.allCases) func whatChangedSinceItWasSeenDoesNotGoOut(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.people(2)
            let id = try await desk.draft()
            let now = desk.time.now
            let seen = try #require(try await desk.mailing(id)).digest
            let words = MailingWords(language: .english, subject: "News", body: "Other")
            try await desk.database.write { try MailingStore.set(words, of: id, at: now, on: $0) }
            let reworded = try #require(try await desk.mailing(id)).digest
            try await desk.database.write { try MailingStore.set(Audience(sources: ["members"]), isPublic: true, of: id, on: $0) }
            let published = try #require(try await desk.mailing(id)).digest
            try await desk.database.write { try MailingStore.set(Audience(sources: ["friends"]), isPublic: true, of: id, on: $0) }
            for digest in [seen, reworded, published, ""] {
                let approval = try await desk.database.write { try MailingStore.approve(id, seen: digest, by: nil, at: now, on: $0) }
                #expect(approval == .changed)
            }
            #expect(Set([seen, reworded, published]).count == 3)
            #expect(try await desk.mailing(id)?.state == .draft)
            #expect(try await desk.approve(id))
        }
    }

    @Test(arguments: TestEngine.allCases) func whatTheProgramKnowsNoMoreReachesNobody(engine: TestEngine) async throws {
        try await WritingDesk.with(engine) { desk in
            try await desk.database.write { db in
                try db.run(
                    """
                    INSERT INTO person (id, name, mailbox, mailbox_key, password, language, zone, created_at)
                    VALUES (1, 'Els', 'els@example.org', 'els@example.org', '', 'nl', 'UTC', 0)
                    """)
                try db.run("INSERT INTO person_role (person, role, given_at) VALUES (1, 'gardener', 0)")
            }
            let id = try await desk.draft(["staff"])
            #expect(try await desk.count(id)?.people == 1)
            try await desk.database.write { try $0.run("UPDATE mailing SET role = 'gardener', country = 'QQ' WHERE id = \(id)") }
            #expect(try await desk.count(id)?.people == 0)
            let audience = try #require(try await desk.mailing(id)).audience
            #expect(audience.role == "gardener" && audience.country == "QQ", "it is kept as it stands")
            #expect(audience.countries == [], "no country is none, and not all")
        }
    }
}
