import App
import Harness
import Storage
import Testing

/// Whoever stores something about people says how it is told and erased.
@Suite struct PersonalDataRules {
    /// Columns whose values point to a person or are one's mailbox.
    private static let telling: Set<String> = ["person", "mailbox", "recipient", "holder"]
    /// Tables that have such a column and tell nothing about a person: rules for domains.
    private static let others: Set<String> = ["mailbox_rule"]

    @Test func everyTableThatTellsAboutPeopleIsAnsweredFor() async throws {
        let answered = LiveSite.personalTables
        try await withDatabase(.sqlite, migrations: Program.migrations) { database in
            let columns = try await database.read { db in
                try db.rows(
                    """
                    SELECT m.name AS tbl, p.name AS col FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p
                    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ESCAPE '\\'
                    """
                ).map { row -> (String, String) in (try row["tbl"], try row["col"]) }
            }
            let telling = Set(columns.filter { Self.telling.contains($0.1) }.map(\.0)).subtracting(Self.others)
            #expect(telling.count > 5)
            #expect(telling.subtracting(answered).isEmpty, "tables about people that no PersonalDataKeeper names")
        }
    }
}
