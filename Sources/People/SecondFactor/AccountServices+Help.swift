public import Storage
public import Web

extension AccountServices {
    /// Reads the password of somebody who is about to do something to another's account; what is wrong with it is said in `check`.
    public func confirmHelper(_ check: inout FormCheck, _ field: String, _ helper: Person) async throws {
        try await confirmPassword(&check, field, of: helper)
    }

    /// Takes the second factor off the account of somebody who lost telephone and codes. Whoever is signed in there no longer is, and the
    /// mailbox of the account learns of it.
    public func takeSecondFactor(off person: Person, on db: any Writer) throws {
        try secondFactors.remove(person.id, on: db)
        try sessions.endAll(of: person.id, on: db)
        try tell(.factor, person, on: db)
    }
}
