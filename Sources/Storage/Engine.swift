/// The two databases that Socle speaks to.
public enum Engine: String, Sendable, Hashable, CaseIterable {
    /// Embedded, one file: the default.
    case sqlite
    /// A server, for more than one machine.
    case postgres
}
