public import Storage

extension GraphStore {
    /// Says that `from` belongs to `to`. Both must have been put; a link that is there stays.
    public static func link(_ from: Thing.Key, _ relation: Thing.Relation, _ to: Thing.Key, on db: any Writer) throws {
        try db.run(
            """
            INSERT INTO link (from_thing, relation, to_thing)
            SELECT a.id, \(relation.name), b.id FROM thing AS a, thing AS b
            WHERE a.kind = \(from.kind.name) AND a.item = \(from.id) AND b.kind = \(to.kind.name) AND b.item = \(to.id)
            ON CONFLICT (from_thing, relation, to_thing) DO NOTHING
            """)
        db.touch("things")
    }

    /// Says that it no longer does.
    public static func unlink(_ from: Thing.Key, _ relation: Thing.Relation, _ to: Thing.Key, on db: any Writer) throws {
        try db.run(
            """
            DELETE FROM link WHERE relation = \(relation.name)
                AND from_thing = (SELECT id FROM thing WHERE kind = \(from.kind.name) AND item = \(from.id))
                AND to_thing = (SELECT id FROM thing WHERE kind = \(to.kind.name) AND item = \(to.id))
            """)
        db.touch("things")
    }

    /// Takes a thing out of the graph, with its words and links.
    public static func remove(_ key: Thing.Key, on db: any Writer) throws {
        try remove([key.id], of: key.kind, on: db)
    }

    /// As `remove`, for many things of one kind.
    public static func remove(_ items: [Int64], of kind: Thing.Kind, on db: any Writer) throws {
        try db.run("DELETE FROM thing WHERE kind = \(kind.name) AND item IN \(list: items)")
        db.touch("things")
    }
}
