public import Storage
internal import Text

extension GraphStore {
    /// Writes things of one kind that are new, in a few statements for all; otherwise as `put`.
    public static func add(_ things: [Thing], on db: any Writer) throws {
        guard let kind = things.first?.kind else { return }
        let rows = things.map { thing -> [any SQLEncodable] in
            [kind.name, thing.id, thing.slug, thing.visibility.rawValue, thing.country, thing.startsAt, thing.endsAt]
        }
        var keys: [Int64: Int64] = [:]
        let added = try db.rows(
            "INSERT INTO thing (kind, item, slug, visibility, country, starts_at, ends_at) \(values: rows) RETURNING id, item")
        for row in added { keys[try row["item"]] = try row["id"] }
        let texts = things.flatMap { thing in
            thing.words.map { language, words -> [any SQLEncodable] in [keys[thing.id], language.code, words.title, words.summary] }
        }
        try db.run(chunks: texts) { "INSERT INTO thing_text (thing, language, title, summary) \(values: $0)" }
        db.touch("things")
    }

    /// Those of these things with which others are linked in another way than that.
    public static func linked(_ items: [Int64], of kind: Thing.Kind, besides relation: Thing.Relation, on db: any Reader) throws -> Set<
        Int64
    > {
        let rows = try db.rows(
            """
            SELECT thing.item FROM thing JOIN link ON link.from_thing = thing.id
            WHERE thing.kind = \(kind.name) AND thing.item IN \(list: items) AND link.relation <> \(relation.name)
            UNION SELECT thing.item FROM thing JOIN link ON link.to_thing = thing.id
            WHERE thing.kind = \(kind.name) AND thing.item IN \(list: items) AND link.relation <> \(relation.name)
            """)
        return Set(try rows.map { try $0["item"] })
    }
}
