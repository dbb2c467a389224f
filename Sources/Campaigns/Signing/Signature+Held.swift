extension Signature {
    /// Whether nobody can make it count before a moderator has kept it, not even whoever owns its mailbox and has an account.
    var isHeld: Bool { flag?.isSilent == true }
}
