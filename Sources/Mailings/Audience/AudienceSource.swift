public import Storage
public import Time

/// A kind of people who may be written to, told by the feature that knows them, and on what ground: contacts of organisations for the work they share,
/// signers only as far as they agreed.
public protocol AudienceSource: Sendable {
    /// Its name in the database: never changed.
    var name: String { get }
    /// What the desk calls these people: a key of the catalogue.
    var title: String { get }
    /// Why one of them gets a mail, told in it: a key of the catalogue, with the site's name as argument.
    var reason: String { get }
    /// What they can be narrowed by. Language is always among it.
    var facets: Set<Audience.Facet> { get }
    /// What must be said, since these people cannot be written to without it.
    var needs: Set<Audience.Facet> { get }

    /// The statement that finds them: rows of `mailbox`, `name` (or NULL), `language` and `agreed_at` (when they last agreed to be written to, or 0 where
    /// that is not asked). A mailbox may come more than once. Language is seen to by whoever asks.
    func readers(_ audience: Audience, at now: Instant) -> SQL

    /// Somebody asked by link for no more of this: a consent that the feature keeps is withdrawn in the same write.
    func stop(_ mailbox: String, at now: Instant, on db: any Writer) throws
}

extension AudienceSource {
    /// Nothing, unless a source says otherwise.
    public var needs: Set<Audience.Facet> { [] }

    /// Nothing is kept beside the wish itself.
    public func stop(_ mailbox: String, at now: Instant, on db: any Writer) throws {}
}
