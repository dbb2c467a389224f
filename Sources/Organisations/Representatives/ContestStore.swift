public import Storage
internal import Time

/// All SQL about organisations whose leadership is contested: a state with a note, in which nobody acts for them here until it ends.
public enum ContestStore {
    /// The note while two leaderships contest each other; nil otherwise.
    public static func note(of organisation: Int64, on db: any Reader) throws -> String? {
        try db.value("SELECT note FROM contest WHERE organisation = \(organisation)")
    }

    /// Says that the leadership is contested, or with nil that it no longer is.
    static func set(_ note: String?, of organisation: Int64, at now: Instant, on db: any Writer) throws {
        if let note {
            try db.run(
                """
                INSERT INTO contest (organisation, note, since) VALUES (\(organisation), \(note), \(now))
                ON CONFLICT (organisation) DO UPDATE SET note = excluded.note
                """)
        } else {
            try db.run("DELETE FROM contest WHERE organisation = \(organisation)")
        }
        db.touch("organisations", Organisation.topic(organisation))
    }
}
