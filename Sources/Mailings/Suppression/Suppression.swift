internal import Storage

/// That a mailbox gets no more mailings: of one kind, or none at all. It holds until its person agrees anew.
enum Suppression {
    /// Why. The raw value is stored.
    enum Why: String, Sendable, SQLEncodable, SQLDecodable {
        /// Its person asked for it.
        case asked
        /// Mail to it came back: there is nobody.
        case returned
    }

    /// What somebody wants no more of.
    enum Scope: String, Sendable {
        /// Mails of the kind that the link came with.
        case kind
        /// All mailings.
        case all
    }

    /// What stands for the kind of a mailbox that is gone: beside a wish and not in its place, so that neither renews nor hides the other.
    static let gone = "*"

    /// The form under which mailboxes are one: letters of ASCII in lower case. SQL makes the same.
    static func key(of mailbox: String) -> String {
        String(decoding: mailbox.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
