public import Mailings
public import Storage
public import Time

extension OrganisationStore {
    /// The statement that finds the official contacts of organisations, as readers of a mailing: of all that the audience leaves, or of those
    /// among them whose key is in `keys`, a statement itself.
    public static func contacts(_ audience: Audience, among keys: SQL? = nil, at now: Instant) -> SQL {
        """
        SELECT contact.mailbox AS mailbox, contact.name AS name, contact.language AS language, 0 AS agreed_at
        FROM contact JOIN organisation AS o ON o.id = contact.organisation
        WHERE contact.official = \(true) AND \(sql: condition(audience, among: keys, at: now))
        """
    }

    /// The statement that finds those who may act for organisations now, as readers of a mailing.
    static func representatives(_ audience: Audience, at now: Instant) -> SQL {
        """
        SELECT person.mailbox AS mailbox, person.name AS name, person.language AS language, 0 AS agreed_at
        FROM representative AS r JOIN person ON person.id = r.person JOIN organisation AS o ON o.id = r.organisation
        WHERE r.confirmed_at IS NOT NULL AND r.ended_at IS NULL AND r.expires_at > \(now)
            AND NOT EXISTS (SELECT 1 FROM contest WHERE contest.organisation = o.id) AND \(sql: condition(audience, among: nil, at: now))
        """
    }

    /// What an audience asks of an organisation. Its seat says where it is; where it has none, the parts of the world that it works in do.
    private static func condition(_ audience: Audience, among keys: SQL?, at now: Instant) -> SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let keys { conditions.append("o.id IN (\(sql: keys))") }
        if let category = audience.category {
            conditions.append("o.category IN \(list: Category(rawValue: category)?.family.map(\.rawValue) ?? [])")
        }
        if let countries = audience.countries {
            let areas = audience.country == nil ? audience.region.flatMap(Area.init(code:))?.overlaps ?? [] : []
            conditions.append(
                """
                (o.country IN \(list: countries) OR o.country IS NULL AND EXISTS (
                    SELECT 1 FROM organisation_area AS a WHERE a.organisation = o.id AND a.area IN \(list: areas.map(\.code))))
                """)
        }
        if let network = audience.network {
            let today = CivilDay(now)
            conditions.append(
                """
                o.id IN (SELECT m.organisation FROM membership AS m JOIN organisation AS n ON n.id = m.network
                    WHERE n.slug = \(network) AND (m.until IS NULL OR m.until >= \(today)))
                """)
        }
        return .joined(conditions, separator: " AND ")
    }
}
