public import Storage
internal import Time

/// Which signatures to take out of the site, and how much of them.
public struct SignatureExport: Sendable {
    /// The campaign's key.
    public let campaign: Int64
    /// Only those that count.
    public let confirmedOnly: Bool
    /// With the mailboxes, which most purposes do not need.
    public let withMailboxes: Bool

    /// An export of a campaign's signatures.
    public init(campaign: Int64, confirmedOnly: Bool, withMailboxes: Bool) {
        self.campaign = campaign
        self.confirmedOnly = confirmedOnly
        self.withMailboxes = withMailboxes
    }

    /// The heads of the columns.
    public var columns: [String] {
        ["name", "country", "town", "organisation", "sentence", "language", "shown", "signed_at", "confirmed_at"]
            + (withMailboxes ? ["mailbox"] : [])
    }

    /// Calls `body` with the cells of each signature, the first signed first, in flat memory. Those taken back, returned or refused are left out.
    public func each(on db: any Reader, _ body: ([String]) throws -> Void) throws {
        let confirmed: SQL = confirmedOnly ? " AND confirmed_at IS NOT NULL" : ""
        try db.each(
            """
            SELECT name, country, town, organisation, sentence, language, shown, created_at, confirmed_at, mailbox FROM signature
            WHERE campaign = \(campaign) AND removed_at IS NULL\(sql: confirmed) ORDER BY id
            """
        ) { row in
            let confirmedAt: Instant? = try row["confirmed_at"]
            let signedAt: Instant = try row["created_at"]
            let isShown: Bool = try row["shown"]
            let cells: [String?] = try [
                row["name"], row["country"], row["town"], row["organisation"], row["sentence"], row["language"], isShown ? "yes" : "no",
                signedAt.iso8601, confirmedAt?.iso8601,
            ]
            try body(cells.map { $0 ?? "" } + (withMailboxes ? [row["mailbox"] as String] : []))
        }
    }
}
