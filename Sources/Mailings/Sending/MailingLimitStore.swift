internal import Storage

/// All SQL about the limits of mailings.
enum MailingLimitStore {
    /// The limits in force.
    static func limits(on db: any Reader) throws -> MailingLimits {
        var limits = MailingLimits()
        for row in try db.rows("SELECT name, number FROM mailing_limit") {
            switch try row["name"] as String {
            case "perMinute": limits.perMinute = try row["number"]
            case "perWeek": limits.perWeek = try row["number"]
            default: continue
            }
        }
        return limits
    }

    /// Sets the limits.
    static func put(_ limits: MailingLimits, on db: any Writer) throws {
        let rows: [[any SQLEncodable]] = [["perMinute", limits.perMinute], ["perWeek", limits.perWeek]]
        try db.run("DELETE FROM mailing_limit")
        try db.run("INSERT INTO mailing_limit (name, number) \(values: rows)")
    }
}
