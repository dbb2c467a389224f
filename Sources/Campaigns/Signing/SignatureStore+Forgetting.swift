internal import People
internal import Storage
internal import Time

extension SignatureStore {
    /// Erases up to `limit` signatures that were never confirmed and last written to before `instant`, with their keys and consents.
    /// Returns them, so that what was mailed about them is forgotten too.
    func eraseUnconfirmed(before instant: Instant, limit: Int, on db: any Writer) throws -> [Signature] {
        let erased = try signatures(
            """
            confirmed_at IS NULL AND (reminded_at IS NOT NULL OR removed_at IS NOT NULL) AND mailed_at < \(instant) AND (removed_why IS NULL OR removed_why <> \(Signature.Removal.withdrawn))
            ORDER BY mailed_at LIMIT \(limit)
            """, on: db)
        for signature in erased {
            try ConsentStore.erase(of: Self.holder(signature.id), on: db)
            try db.run("DELETE FROM signature_key WHERE signature = \(signature.id)")
            try db.run("DELETE FROM signature WHERE id = \(signature.id)")
        }
        return erased
    }

    /// Forgets up to `limit` hashed addresses of forms that came before `instant`. Returns how many.
    func forgetSources(before instant: Instant, limit: Int, on db: any Writer) throws -> Int {
        try db.run(
            """
            UPDATE signature SET source = NULL WHERE id IN (
                SELECT id FROM signature WHERE source IS NOT NULL AND created_at < \(instant) ORDER BY created_at LIMIT \(limit))
            """)
    }
}
