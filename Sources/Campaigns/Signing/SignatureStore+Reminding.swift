internal import Storage
internal import Time

extension SignatureStore {
    /// Signatures that were last written to (or held back) before `instant`, wait for their confirmation and were not reminded; oldest first.
    func unreminded(before instant: Instant, limit: Int, on db: any Reader) throws -> [Signature] {
        try signatures(
            """
            confirmed_at IS NULL AND removed_at IS NULL AND reminded_at IS NULL AND mailed_at <= \(instant)
            ORDER BY mailed_at LIMIT \(limit)
            """, on: db)
    }

    /// Marks that the one reminder of a signature is written; false if another node was quicker or it was confirmed meanwhile.
    func markReminded(_ id: Int64, on db: any Writer) throws -> Bool {
        try db.run(
            """
            UPDATE signature SET reminded_at = \(clock.now())
            WHERE id = \(id) AND reminded_at IS NULL AND confirmed_at IS NULL AND removed_at IS NULL
            """) == 1
    }
}
