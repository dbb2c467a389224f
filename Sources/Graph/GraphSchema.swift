public import Storage

/// The tables of the graph.
public enum GraphSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "graph-001", "Things, what they are called, and how they are linked",
            [
                """
                CREATE TABLE thing (
                    id \(type: .key),
                    kind \(type: .text) NOT NULL,
                    item \(type: .integer) NOT NULL,
                    slug \(type: .text) NOT NULL,
                    visibility \(type: .text) NOT NULL,
                    country \(type: .text),
                    starts_at \(type: .integer),
                    ends_at \(type: .integer),
                    UNIQUE (kind, item),
                    UNIQUE (kind, slug)
                )
                """,
                """
                CREATE TABLE thing_text (
                    thing \(type: .integer) NOT NULL REFERENCES thing (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    title \(type: .text) NOT NULL,
                    summary \(type: .text) NOT NULL,
                    PRIMARY KEY (thing, language)
                )
                """,
                """
                CREATE TABLE link (
                    from_thing \(type: .integer) NOT NULL REFERENCES thing (id) ON DELETE CASCADE,
                    relation \(type: .text) NOT NULL,
                    to_thing \(type: .integer) NOT NULL REFERENCES thing (id) ON DELETE CASCADE,
                    PRIMARY KEY (from_thing, relation, to_thing)
                )
                """,
                "CREATE INDEX link_back ON link (to_thing, relation)",
            ])
    ]
}
