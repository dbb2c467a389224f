/// One step in the life of the schema. Once published it never changes; what must change is another migration.
public struct Migration: Sendable {
    /// Names the step for ever, for instance `campaigns-003`.
    public let id: String
    /// Why the step is made, in one sentence.
    public let purpose: String
    let apply: @Sendable (any Writer) throws -> Void

    /// A step made of statements that both engines understand.
    public init(_ id: String, _ purpose: String, _ statements: [SQL]) {
        self.init(id, purpose) { db in
            for statement in statements { try db.run(statement) }
        }
    }

    /// A step that needs Swift. It runs in one transaction, again from its start if a server collides with another node.
    public init(_ id: String, _ purpose: String, apply: @escaping @Sendable (any Writer) throws -> Void) {
        self.id = id
        self.purpose = purpose
        self.apply = apply
    }
}
