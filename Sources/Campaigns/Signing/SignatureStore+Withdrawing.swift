internal import People
internal import Secrets
public import Storage
internal import Time

extension SignatureStore {
    /// Takes a signature back: it leaves the count, and everything about the person is erased at once. What remains is a mark by which an
    /// older list that names the person is recognised. Doing so twice changes nothing.
    public func withdraw(_ id: Int64, on db: any Writer) throws {
        let person = try db.row(
            """
            SELECT campaign, mailbox, name_key FROM signature
            WHERE id = \(id) AND (removed_why IS NULL OR removed_why <> \(Signature.Removal.withdrawn))
            """)
        guard let person else { return }
        let campaign: Int64 = try person["campaign"]
        let mark = withdrawalMark(under: campaign, mailbox: try person["mailbox"], nameKey: try person["name_key"])
        try remove(id, why: .withdrawn, on: db)
        try db.run(
            """
            UPDATE signature SET name = '', name_key = \(String(id)), mailbox = '', mailbox_key = \(mark), town = NULL,
                organisation = NULL, sentence = NULL, shown = 0, source = NULL
            WHERE id = \(id) AND removed_why = \(Signature.Removal.withdrawn)
            """)
        try ConsentStore.withdraw(Purpose.allCases, by: Self.holder(id), at: clock.now(), on: db)
        db.touch(Campaign.topic(campaign))
    }

    /// What is left of somebody who took their signature back: nobody can tell from it who it was, nor that two under different campaigns were
    /// the same person, and this site recognises them by it. It is made from the mailbox itself, since rules about mailboxes change: a list
    /// that writes the mailbox with another tag is not recognised.
    func withdrawalMark(under campaign: Int64, mailbox: String, nameKey: String) -> String {
        "withdrawn:" + Digest.hex(withdrawals.code(for: Array("\(campaign)\n\(mailbox.lowercased())\n\(nameKey)".utf8)))
    }
}
