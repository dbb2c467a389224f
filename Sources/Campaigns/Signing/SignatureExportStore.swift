public import Storage
internal import Time

/// Which signatures to take out of the site, and how much of them.
public struct SignatureExport: Sendable {
    /// The campaign's key.
    public let campaign: Int64
    /// Also those that were never confirmed and those that a moderator should look at; without, only those that may be handed over.
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
        let chosen: SQL = all ? "" : " AND \(sql: Self.isReady)"
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

    /// How many signatures that were not taken out this export leaves out.
    public func countLeftOut(on db: any Reader) throws -> Int {
        guard !all else { return 0 }
        return try db.value(
            "SELECT count(*) FROM signature WHERE campaign = \(campaign) AND removed_at IS NULL AND NOT (\(sql: Self.isReady))") ?? 0
    }

    /// Confirmed, and nothing made it look odd.
    private static var isReady: SQL { "confirmed_at IS NOT NULL AND flag IS NULL" }
}
