public import Storage

extension ConsentStore {
    /// The statement that finds whoever of a kind agrees to a purpose now: rows of `holder` and `given_at`.
    public static func holders(_ kind: String, agreeingTo purpose: Purpose) -> SQL {
        """
        SELECT consent.holder AS holder, consent.given_at AS given_at FROM consent
        WHERE consent.holder_kind = \(kind) AND consent.purpose = \(purpose.rawValue) AND consent.withdrawn_at IS NULL
        """
    }
}
