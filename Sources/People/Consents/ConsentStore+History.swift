public import Storage
internal import Time

extension ConsentStore {
    /// Everything that a holder ever agreed to and took back, with the words that were shown: for the person, who may see all that is kept.
    public static func history(of holder: Holder, on db: any Reader) throws -> [DataValue] {
        try db.rows(
            """
            SELECT c.purpose, c.notice, c.given_at, c.withdrawn_at, n.language, n.words FROM consent AS c
            LEFT JOIN consent_notice AS n ON n.version = c.notice AND n.purpose = c.purpose
            WHERE c.holder = \(holder.id) AND c.holder_kind = \(holder.kind) ORDER BY c.id
            """
        ).map { row in
            let withdrawn: Instant? = try row["withdrawn_at"]
            let language: String? = try row["language"]
            let words: String? = try row["words"]
            return .record([
                "purpose": .text(try row["purpose"] as String), "given": .moment(try row["given_at"] as Instant),
                "withdrawn": .moment(withdrawn), "version": .text(try row["notice"] as String), "language": .text(language),
                "words": .text(words),
            ])
        }
    }
}
