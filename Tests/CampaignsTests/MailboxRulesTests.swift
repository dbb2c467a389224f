import Campaigns
import Harness
import Storage
import Testing

@Suite struct MailboxRulesTests {
    @Test(arguments: TestEngine.allCases) func waysOfWritingOneMailboxShareAKey(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: SigningTable.migrations) { database in
            let rules = try await database.read { try MailboxRules.read(on: $0) }
            let same = [
                ("Ama.Da+news@GoogleMail.com", "amada@gmail.com"),
                ("AMADA@gmail.com", "amada@gmail.com"),
                ("amina+x@union.example", "amina@union.example"),
                ("jonas-petition@yahoo.com", "jonas@yahoo.com"),
                ("rosa@pm.me", "rosa@proton.me"),
            ]
            for (typed, key) in same { #expect(rules.key(for: typed) == key) }
        }
    }

    @Test(arguments: TestEngine.allCases) func differentMailboxesStayDifferent(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: SigningTable.migrations) { database in
            let rules = try await database.read { try MailboxRules.read(on: $0) }
            #expect(rules.key(for: "a.b@union.example") != rules.key(for: "ab@union.example"))
            #expect(rules.key(for: "a-b@union.example") != rules.key(for: "a@union.example"))
            #expect(rules.key(for: "a@outlook.com") != rules.key(for: "a@hotmail.com"))
            // A mark at the beginning is a name, not a tag.
            #expect(rules.key(for: "+221@union.example") == "+221@union.example")
        }
    }
}
