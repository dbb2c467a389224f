public import Storage

/// What the directory learnt after its first tables.
public enum DirectorySchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "organisations-005", "The directory is counted by category where it is searched, and searched by one letter as by a word",
            [
                """
                CREATE TABLE directory_facet_anew (
                    facet \(type: .text) NOT NULL,
                    value \(type: .text) NOT NULL,
                    category \(type: .text) NOT NULL,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    PRIMARY KEY (facet, value, category, organisation)
                )\(sql: OrganisationSchema.clustered)
                """,
                """
                INSERT INTO directory_facet_anew (facet, value, category, organisation)
                SELECT f.facet, f.value, o.category, o.id FROM directory_facet AS f JOIN organisation AS o ON o.id = f.organisation
                """,
                "DROP TABLE directory_facet",
                "ALTER TABLE directory_facet_anew RENAME TO directory_facet",
                "CREATE INDEX directory_facet_of ON directory_facet (organisation, facet)",
                """
                CREATE TABLE directory_word_anew (
                    word \(type: .text) NOT NULL,
                    category \(type: .text) NOT NULL,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    PRIMARY KEY (word, category, organisation)
                )\(sql: OrganisationSchema.clustered)
                """,
                """
                INSERT INTO directory_word_anew (word, category, organisation)
                SELECT w.word, o.category, o.id
                FROM (SELECT word, organisation FROM directory_word UNION SELECT substr(word, 1, 1), organisation FROM directory_word) AS w
                JOIN organisation AS o ON o.id = w.organisation
                """,
                "DROP TABLE directory_word",
                "ALTER TABLE directory_word_anew RENAME TO directory_word",
                "CREATE UNIQUE INDEX directory_word_of ON directory_word (organisation, word)",
            ])
    ]
}
