public import Storage

extension AccountServices {
    /// Takes the second factor off the account of somebody who lost telephone and codes. Whoever is signed in there no longer is, and the
    /// mailbox of the account learns of it.
    /// False if there is none any more.
    public func takeSecondFactor(off id: Int64, on db: any Writer) throws -> Bool {
        guard let person = try PersonStore.hold(id, on: db), person.hasSecondFactor else { return false }
        try secondFactors.remove(person.id, on: db)
        try sessions.endAll(of: person.id, on: db)
        try tell(.factor, person, on: db)
        return true
    }
}
