internal import Storage
internal import Text
internal import Time

/// The SQL that finds whom a mailing reaches, once for counting and once for writing down, so that the number on the page is the number that is sent.
enum AudienceStore {
    /// What decides who is left out.
    struct Terms: Sendable {
        /// The most mails that a mailbox gets from mailings within a week.
        let perWeek: Int
        /// The moment for which this holds.
        let now: Instant
    }

    /// How many an audience reaches.
    static func count(_ audience: Audience, _ audiences: Audiences, _ terms: Terms, on db: any Reader) throws -> AudienceCount {
        var languages: [Language: Int] = [:]
        var (suppressed, capped) = (0, 0)
        if let people = people(audience, audiences, terms) {
            let rows = try db.rows(
                """
                SELECT language, stopped, capped, count(*) AS people
                FROM (SELECT language, stopped, \(sql: cap(terms)) AS capped FROM (\(sql: people)) AS reader) AS judged
                GROUP BY language, stopped, capped
                """)
            for row in rows {
                let people: Int = try row["people"]
                if try row["stopped"] == 1 {
                    suppressed += people
                } else if try row["capped"] == 1 {
                    capped += people
                } else {
                    languages[Language(try row["language"]) ?? .english, default: 0] += people
                }
            }
        }
        return AudienceCount(languages: languages, suppressed: suppressed, capped: capped)
    }

    /// Writes down everybody whom an audience reaches as a recipient of a mailing, in one statement: all of them, or, if it fails, nobody. Who is
    /// there already stays there once. Answers how many were added.
    static func gather(_ mailing: Mailing, _ audiences: Audiences, _ terms: Terms, on db: any Writer) throws -> Int {
        guard let people = people(mailing.audience, audiences, terms) else { return 0 }
        return try db.run(
            """
            INSERT INTO mailing_recipient (mailing, source, mailbox, mailbox_key, name, language, state, queued_at)
            SELECT \(mailing.id), source, mailbox, mailbox_key, name, language, 'waiting', \(terms.now)
            FROM (\(sql: people)) AS reader WHERE stopped = 0 AND \(sql: cap(terms)) = 0
            ON CONFLICT (mailbox_key, mailing) DO NOTHING
            """)
    }

    // `lower` knows only ASCII on both engines, since columns of text are compared by their bytes: the same as `Suppression.key`.

    /// Each mailbox once, under the first source that may write to it; `stopped` is 1 where none may.
    private static func people(_ audience: Audience, _ audiences: Audiences, _ terms: Terms) -> SQL? {
        let sources = audiences.sources(of: audience)
        guard !sources.isEmpty else { return nil }
        let readers = sources.enumerated().map { rank, source -> SQL in
            """
            SELECT \(source.name) AS source, \(rank) AS place, mailbox, lower(mailbox) AS mailbox_key, name, language, agreed_at
            FROM (\(sql: source.readers(audience, at: terms.now))) AS found
            """
        }
        let language: SQL =
            audience.language.map { " WHERE reader.language = \($0) OR reader.language LIKE \("\($0)-%") ESCAPE '!'" } ?? ""
        return """
            SELECT source, mailbox, mailbox_key, name, language, stopped FROM (
                SELECT each_one.*, row_number() OVER (PARTITION BY mailbox_key ORDER BY stopped, place, name NULLS LAST, language) AS turn FROM (
                    SELECT reader.*, CASE WHEN EXISTS (
                        SELECT 1 FROM mailing_suppression AS s
                        WHERE s.mailbox_key = reader.mailbox_key AND s.source IN ('', \(Suppression.gone), reader.source) AND s.suppressed_at >= reader.agreed_at
                            AND (s.why <> \(Suppression.Why.returned) OR s.suppressed_at > \(terms.now - Mailing.returnedHoldsFor))
                    ) THEN 1 ELSE 0 END AS stopped
                    FROM (\(sql: .joined(readers, separator: " UNION ALL "))) AS reader\(sql: language)
                ) AS each_one
            ) AS ordered WHERE turn = 1
            """
    }

    /// 1 if a mailbox has had its mails of the week, 0 if not.
    private static func cap(_ terms: Terms) -> SQL {
        """
        CASE WHEN (SELECT count(*) FROM mailing_recipient AS had
            WHERE had.mailbox_key = reader.mailbox_key AND had.queued_at > \(terms.now - Mailing.week) AND had.state <> 'stopped') >= \(terms.perWeek)
        THEN 1 ELSE 0 END
        """
    }
}
