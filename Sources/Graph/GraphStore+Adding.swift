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

    /// Whether other things are linked with this one in another way than that.
    public static func isLinked(_ key: Thing.Key, besides relation: Thing.Relation, on db: any Reader) throws -> Bool {
        try db.row(
            """
            SELECT 1 AS linked FROM link JOIN thing ON thing.id = link.from_thing OR thing.id = link.to_thing
            WHERE thing.kind = \(key.kind.name) AND thing.item = \(key.id) AND link.relation <> \(relation.name) LIMIT 1
            """) != nil
    }
}
