internal import Mailings
internal import People
internal import Storage

extension SignatureStore {
    /// The statement that finds those whose signature stands and who agree to news of that kind now, as readers of a mailing.
    static func readers(_ audience: Audience, agreeingTo purpose: Purpose) -> SQL {
        var conditions: [SQL] = ["signature.confirmed_at IS NOT NULL AND signature.removed_at IS NULL AND signature.mailbox <> ''"]
        if let slug = audience.campaign {
            conditions.append("signature.campaign IN (SELECT campaign.id FROM campaign WHERE campaign.slug = \(slug))")
        }
        if let countries = audience.countries { conditions.append("signature.country IN \(list: countries)") }
        return """
            SELECT signature.mailbox AS mailbox, signature.name AS name, signature.language AS language, agreed.given_at AS agreed_at
            FROM signature JOIN (\(sql: ConsentStore.holders("signature", agreeingTo: purpose))) AS agreed ON agreed.holder = signature.id
            WHERE \(sql: .joined(conditions, separator: " AND "))
            """
    }
}
