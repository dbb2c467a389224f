public import Storage
internal import Time

/// Which signatures to take out of the site, and how much of them.
public struct SignatureExport: Sendable {
    /// The campaign's key.
    public let campaign: Int64
    /// Also those that were never confirmed, with what a moderator should look at; without, those that count.
    public let all: Bool
    /// With the mailboxes, which most purposes do not need.
    public let withMailboxes: Bool

    /// An export of a campaign's signatures.
    public init(campaign: Int64, all: Bool, withMailboxes: Bool) {
        self.campaign = campaign
        self.all = all
        self.withMailboxes = withMailboxes
    }

    /// The heads of the columns.
    public var columns: [String] {
        ["name", "country", "town", "organisation", "sentence", "language", "shown", "signed_at", "confirmed_at"]
            + (all ? ["flag"] : []) + (withMailboxes ? ["mailbox"] : [])
    }

    /// Calls `body` with the cells of each signature, the first signed first, in flat memory. Those taken back, returned or refused are left out.
    public func each(on db: any Reader, _ body: ([String]) throws -> Void) throws {
        let chosen: SQL = all ? "" : " AND confirmed_at IS NOT NULL"
        try db.each(
            """
            SELECT name, country, town, organisation, sentence, language, shown, created_at, confirmed_at, flag, mailbox FROM signature
            WHERE campaign = \(campaign) AND removed_at IS NULL\(sql: chosen) ORDER BY id
            """
        ) { row in
            let confirmedAt: Instant? = try row["confirmed_at"]
            let signedAt: Instant = try row["created_at"]
            let isShown: Bool = try row["shown"]
            let cells: [String?] = try [
                row["name"], row["country"], row["town"], row["organisation"], row["sentence"], row["language"], isShown ? "yes" : "no",
                signedAt.iso8601, confirmedAt?.iso8601,
            ]
            let flag: [String] = all ? [try row["flag"] as String? ?? ""] : []
            try body(cells.map { $0 ?? "" } + flag + (withMailboxes ? [row["mailbox"] as String] : []))
        }
    }

    /// How many signatures this export leaves out because nobody confirmed them.
    public func countUnconfirmed(on db: any Reader) throws -> Int {
        guard !all else { return 0 }
        return try db.value(
            "SELECT count(*) FROM signature WHERE campaign = \(campaign) AND removed_at IS NULL AND confirmed_at IS NULL") ?? 0
    }

    /// How many of those that count wait for a moderator, who may yet refuse them.
    public func countWaiting(on db: any Reader) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM signature
            WHERE campaign = \(campaign) AND removed_at IS NULL AND confirmed_at IS NOT NULL AND flag IS NOT NULL
            """) ?? 0
    }
}
