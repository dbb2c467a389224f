public import People
public import Storage
internal import Time

extension SignatureStore {
    /// Changes what is shown of a signature that stands, and what the person agrees to: the news they want, and that the signature is kept where
    /// nobody had asked them. Without consent to keeping it none to news is recorded. False if it no longer stands. `flag` is why a moderator
    /// should look at it now; one that waits for another reason keeps that one.
    public func change(
        _ id: Int64, to appearance: Signature.Appearance, agreeingTo purposes: Set<Purpose>, notice: String,
        flag: Signature.Flag? = nil, on db: any Writer
    ) throws -> Bool {
        let row = try db.row(
            """
            UPDATE signature SET town = \(appearance.town), organisation = \(appearance.organisation),
                sentence = \(appearance.sentence), shown = \(appearance.shown), flag = COALESCE(flag, \(flag))
            WHERE id = \(id) AND confirmed_at IS NOT NULL AND removed_at IS NULL RETURNING campaign
            """)
        guard let row else { return false }
        let holder = Self.holder(id)
        let current = try ConsentStore.current(of: holder, on: db)
        try ConsentStore.withdraw(Array(Signature.news.intersection(current).subtracting(purposes)), by: holder, at: clock.now(), on: db)
        if current.union(purposes).contains(.support) {
            try ConsentStore.give(Array(purposes.subtracting(current)), by: holder, notice: notice, at: clock.now(), on: db)
        }
        db.touch(Campaign.topic(try row["campaign"]))
        return true
    }

    /// Takes a signature out of the count, keeping its row. One that is out already may still be withdrawn by its person; it counts no
    /// less for that.
    public func remove(_ id: Int64, why: Signature.Removal, on db: any Writer) throws {
        let standing = try db.row(
            """
            UPDATE signature SET removed_at = \(clock.now()), removed_why = \(why)
            WHERE id = \(id) AND confirmed_at IS NOT NULL AND removed_at IS NULL RETURNING campaign, country
            """)
        if let standing {
            try TallyStore.change(try standing["campaign"], country: try standing["country"], by: -1, on: db)
            return
        }
        let isWithdrawal = why == .withdrawn
        try db.run(
            """
            UPDATE signature SET removed_at = \(clock.now()), removed_why = \(why)
            WHERE id = \(id) AND (removed_at IS NULL OR removed_why = \(Signature.Removal.returned) OR \(isWithdrawal) = 1)
                AND (removed_why IS NULL OR removed_why <> \(Signature.Removal.withdrawn))
            """)
    }

    /// Refuses every signature of a campaign that carries a flag, and returns how many. They leave the count country by country.
    public func refuseAll(campaign: Int64, flag: Signature.Flag, on db: any Writer) throws -> Int {
        let refused = try db.rows(
            """
            UPDATE signature SET removed_at = \(clock.now()), removed_why = \(Signature.Removal.refused)
            WHERE campaign = \(campaign) AND flag = \(flag) AND removed_at IS NULL RETURNING country, confirmed_at
            """)
        var left: [String: Int] = [:]
        for row in refused {
            let confirmedAt: Instant? = try row["confirmed_at"]
            if confirmedAt != nil { left[try row["country"], default: 0] += 1 }
        }
        for (country, people) in left.sorted(by: { $0.key < $1.key }) {
            try TallyStore.change(campaign, country: country, by: -people, on: db)
        }
        return refused.count
    }
}
