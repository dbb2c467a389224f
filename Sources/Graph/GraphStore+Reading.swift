public import Storage
public import Text

extension GraphStore {
    /// What a thing belongs to by a relation, as far as everybody may see both; by title, at most `limit`.
    public static func related(
        from key: Thing.Key, _ relation: Thing.Relation, for reader: Language, limit: Int, on db: any Reader
    ) throws -> [RelatedThing] {
        try related(start: "from_thing", end: "to_thing", key, relation, reader, limit, on: db)
    }

    /// What belongs to a thing by a relation, as far as everybody may see both; by title, at most `limit`.
    public static func related(
        to key: Thing.Key, _ relation: Thing.Relation, for reader: Language, limit: Int, on db: any Reader
    ) throws -> [RelatedThing] {
        try related(start: "to_thing", end: "from_thing", key, relation, reader, limit, on: db)
    }

    private static func related(
        start: SQL, end: SQL, _ key: Thing.Key, _ relation: Thing.Relation, _ reader: Language, _ limit: Int, on db: any Reader
    ) throws -> [RelatedThing] {
        try db.rows(
            """
            SELECT other.kind, other.item, other.slug, other.country, words.language, words.title
            FROM thing AS one
            JOIN link ON link.\(sql: start) = one.id AND link.relation = \(relation.name)
            JOIN thing AS other ON other.id = link.\(sql: end) AND other.visibility = 'everyone'
            JOIN thing_text AS words ON words.thing = other.id AND words.language = (
                SELECT language FROM thing_text AS o WHERE o.thing = other.id
                ORDER BY CASE language WHEN \(reader.code) THEN 0 WHEN 'en' THEN 1 ELSE 2 END, language LIMIT 1)
            WHERE one.kind = \(key.kind.name) AND one.item = \(key.id) AND one.visibility = 'everyone'
            ORDER BY words.title, other.id LIMIT \(limit)
            """
        ).map { row in
            try RelatedThing(
                key: Thing.Key(Thing.Kind(row["kind"]), row["item"]), slug: row["slug"], title: row["title"],
                language: Language(row["language"]) ?? .english, country: row["country"])
        }
    }
}
