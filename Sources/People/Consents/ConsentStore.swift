public import Storage
internal import Text
public import Time

/// All SQL of the consent ledger. A consent is a row that is never changed but to say when it was withdrawn.
public enum ConsentStore {
    /// Who gave a consent: a row of some feature, such as a signature.
    public struct Holder: Sendable, Hashable {
        let kind: String
        let id: Int64

        /// The holder of that kind and key.
        public init(_ kind: String, _ id: Int64) {
            self.kind = kind
            self.id = id
        }
    }

    /// Keeps the words of a notice, once, so that every consent can show later what was read.
    public static func keep(_ notice: Notice, at now: Instant, on db: any Writer) throws {
        for (purpose, words) in notice.words {
            try db.run(
                """
                INSERT INTO consent_notice (version, purpose, language, words, first_shown_at)
                VALUES (\(notice.version), \(purpose.rawValue), \(notice.language.code), \(words), \(now))
                ON CONFLICT (version, purpose) DO NOTHING
                """)
        }
    }

    /// Whether a notice of that version was ever shown by this site.
    public static func knows(_ version: String, on db: any Reader) throws -> Bool {
        try db.row("SELECT 1 AS known FROM consent_notice WHERE version = \(version) LIMIT 1") != nil
    }

    /// What a person agreed to, under the notice they saw.
    public struct Given: Sendable {
        let purposes: [Purpose]
        let holder: Holder
        let notice: String

        /// The consent of that holder to these purposes.
        public init(_ purposes: [Purpose], by holder: Holder, notice: String) {
            self.purposes = purposes
            self.holder = holder
            self.notice = notice
        }
    }

    /// Records what a person agreed to, under the notice they saw.
    public static func give(
        _ purposes: [Purpose], by holder: Holder, notice: String, at now: Instant, on db: any Writer
    ) throws {
        try give([Given(purposes, by: holder, notice: notice)], at: now, on: db)
    }

    /// Records what many people agreed to, in one statement.
    public static func give(_ consents: [Given], at now: Instant, on db: any Writer) throws {
        let rows: [[any SQLEncodable]] = consents.flatMap { given in
            given.purposes.map { [given.holder.kind, given.holder.id, $0.rawValue, given.notice, now] }
        }
        guard !rows.isEmpty else { return }
        try db.runLater("INSERT INTO consent (holder_kind, holder, purpose, notice, given_at) \(values: rows)")
    }

    /// Records that a person no longer agrees to these purposes.
    public static func withdraw(_ purposes: [Purpose], by holder: Holder, at now: Instant, on db: any Writer) throws {
        guard !purposes.isEmpty else { return }
        try db.run(
            """
            UPDATE consent SET withdrawn_at = \(now)
            WHERE holder = \(holder.id) AND holder_kind = \(holder.kind) AND withdrawn_at IS NULL
                AND purpose IN \(list: purposes.map(\.rawValue))
            """)
    }

    /// What a person agrees to now.
    public static func current(of holder: Holder, on db: any Reader) throws -> Set<Purpose> {
        let names = try db.rows(
            """
            SELECT DISTINCT purpose FROM consent
            WHERE holder = \(holder.id) AND holder_kind = \(holder.kind) AND withdrawn_at IS NULL
            """
        ).map { row -> String in try row["purpose"] }
        return Set(names.compactMap(Purpose.init(rawValue:)))
    }

    /// Forgets every consent of a holder whose own row is erased.
    public static func erase(of holder: Holder, on db: any Writer) throws {
        try db.run("DELETE FROM consent WHERE holder = \(holder.id) AND holder_kind = \(holder.kind)")
    }
}
