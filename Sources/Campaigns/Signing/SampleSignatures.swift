public import Storage
internal import Text
public import Time

/// A made-up signer for demonstrations, marked as a sample in its own name.
public struct SampleSigner: Codable, Sendable {
    let name: String
    let country: String
    let town: String?
    let organisation: String?
    let language: String
    let sentence: String?
}

/// Confirmed signatures that no person made: for demonstrations and for load work.
public enum SampleSignatures {
    /// How many are added in one write.
    public static let piece = 20_000
    /// Countries of samples; the first ones have the most.
    private static let countries = [
        "BE", "SN", "AR", "KH", "KE", "FR", "NL", "ES", "IN", "BD", "PE", "GT", "BI", "RW", "CD", "PH", "NP", "BO",
    ]

    /// Puts named samples under a campaign, each once.
    public static func put(_ samples: [SampleSigner], under campaign: Int64, at now: Instant, on db: any Writer) throws {
        for (index, sample) in samples.enumerated() {
            let confirmedAt = now - .hours(index)
            let added = try db.run(
                """
                INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, town, organisation, sentence, language,
                    shown, created_at, confirmed_at, mails, mailed_at, code_tries)
                VALUES (\(campaign), \(sample.name), \(Folding.key(sample.name)), '', \("sample:\(index)"), \(sample.country),
                    \(sample.town), \(sample.organisation), \(sample.sentence), \(sample.language), \(true), \(confirmedAt), \(confirmedAt),
                    0, \(confirmedAt), 0)
                ON CONFLICT (campaign, mailbox_key, name_key) DO NOTHING
                """)
            if added > 0 { try TallyStore.change(campaign, country: sample.country, by: 1, on: db) }
        }
        db.touch(Campaign.topic(campaign))
    }

    /// Adds nameless samples until a campaign has that many signatures, older than the named ones.
    public static func fill(upTo count: Int, under campaign: Int64, at now: Instant, on db: any Writer) throws {
        let present: Int = try db.value("SELECT count(*) FROM signature WHERE campaign = \(campaign)") ?? 0
        guard present < count else { return }
        try add(count - present, under: campaign, at: now - .days(30), on: db)
    }

    /// Adds that many nameless samples, confirmed one millisecond after the other until `now`.
    public static func add(_ count: Int, under campaign: Int64, at now: Instant, on db: any Writer) throws {
        let next: Int64 = try db.value("SELECT max(id) FROM signature") ?? 0
        var byCountry: [String: Int] = [:]
        let rows = (0..<count).map { offset -> [any SQLEncodable] in
            let number = next + 1 + Int64(offset)
            // A square of the share falls off quickly: a few countries with many people, many with few.
            let share = Double(number * 7919 % 997) / 997
            let country = countries[Int(share * share * Double(countries.count))]
            byCountry[country, default: 0] += 1
            let name = "Sample \(number)"
            let moment = now - .milliseconds(count - offset)
            return [
                campaign, name, "sample \(number)", "", "sample:\(number)", country, "en", number % 3 == 0, moment, moment, 0, moment, 0,
            ]
        }
        try db.run(chunks: rows) { rows in
            """
            INSERT INTO signature (campaign, name, name_key, mailbox, mailbox_key, country, language, shown, created_at, confirmed_at,
                mails, mailed_at, code_tries) \(values: rows)
            """
        }
        for (country, people) in byCountry { try TallyStore.change(campaign, country: country, by: people, on: db) }
    }
}
