internal import Files
internal import Storage
internal import Text
internal import Time
internal import Web

/// All SQL of kits.
enum MaterialStore {
    /// A campaign's kit, in the order in which it was made.
    static func all(of campaign: Int64, on db: any Reader) throws -> [Material] {
        try materials("campaign = \(campaign) ORDER BY id", on: db)
    }

    /// One piece of a campaign's kit.
    static func find(_ id: Int64, of campaign: Int64, on db: any Reader) throws -> Material? {
        try materials("id = \(id) AND campaign = \(campaign)", on: db).first
    }

    private static func materials(_ condition: SQL, on db: any Reader) throws -> [Material] {
        let rows = try db.rows(
            "SELECT id, title, language, file FROM campaign_material WHERE \(sql: condition)")
        return try rows.compactMap { row in
            guard let language = Language(try row["language"]), let file = try FileStore.find(try row["file"], on: db) else { return nil }
            return try Material(id: row["id"], title: row["title"], language: language, file: file)
        }
    }

    /// How many pieces a kit has.
    static func count(of campaign: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM campaign_material WHERE campaign = \(campaign)") ?? 0
    }

    /// Adds a piece. False if the kit is full, or the file is of no kind that is known.
    static func add(_ title: String, in language: Language, _ upload: Upload, to campaign: Int64, at now: Instant, on db: any Writer) throws
        -> Bool
    {
        // Two who add at the same moment wait for each other.
        _ = try db.row("SELECT id FROM campaign WHERE id = \(campaign)\(sql: .engine(sqlite: "", postgres: " FOR UPDATE"))")
        guard try count(of: campaign, on: db) < Material.most, let file = try FileStore.add(upload, at: now, on: db) else { return false }
        try db.run(
            "INSERT INTO campaign_material (campaign, title, language, file) VALUES (\(campaign), \(title), \(language.code), \(file))")
        db.touch(Campaign.topic(campaign))
        return true
    }

    /// Takes a whole kit away, with its files.
    static func removeAll(from campaign: Int64, on db: any Writer) throws {
        for row in try db.rows("DELETE FROM campaign_material WHERE campaign = \(campaign) RETURNING file") {
            try FileStore.remove(try row["file"], on: db)
        }
    }

    /// Takes a piece away, with its file; gives its title, or nil if there is none.
    static func remove(_ id: Int64, from campaign: Int64, on db: any Writer) throws -> String? {
        let row = try db.row("DELETE FROM campaign_material WHERE id = \(id) AND campaign = \(campaign) RETURNING title, file")
        guard let row else { return nil }
        try FileStore.remove(try row["file"], on: db)
        db.touch(Campaign.topic(campaign))
        return try row["title"]
    }
}
