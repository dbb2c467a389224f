internal import Storage

extension SignatureStore {
    /// Flagged signatures that nobody decided on, oldest first.
    func flagged(limit: Int, on db: any Reader) throws -> [Signature] {
        try signatures("flag IS NOT NULL AND removed_at IS NULL ORDER BY id LIMIT \(limit)", on: db)
    }

    /// How many there are.
    func countFlagged(on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM signature WHERE flag IS NOT NULL AND removed_at IS NULL") ?? 0
    }

    /// A moderator found nothing wrong: what it shows is shown from now on.
    func unflag(_ id: Int64, on db: any Writer) throws {
        guard let row = try db.row("UPDATE signature SET flag = NULL WHERE id = \(id) RETURNING campaign") else { return }
        db.touch(Campaign.topic(try row["campaign"]))
    }
}
