public import Foundation
public import Text
public import Time

/// Somebody with an account: a name, one confirmed mailbox, and what this site lets them do.
public struct Person: Sendable, Hashable, Identifiable {
    /// The row's key.
    public let id: Int64
    /// The name, as the person writes it.
    public let name: String
    /// The mailbox that was confirmed, as it was typed.
    public let mailbox: String
    /// The language in which the person is written to.
    public let language: Language
    /// The zone in which the person reads times: a name of the IANA time zone database.
    public let zone: String
    /// What the person may do beyond their own things.
    public let roles: Set<Role>
    /// Whether signing in asks for a code of an app as well.
    public let hasSecondFactor: Bool
    /// Since when there is an account.
    public let createdAt: Instant

    /// The zone for formatting; UTC if the system does not know its name.
    public var timeZone: TimeZone { TimeZone(identifier: zone) ?? .gmt }

    /// The longest name, in characters.
    public static let longestName = 100

    /// Whether the person may do what that role may.
    public func may(_ role: Role) -> Bool {
        roles.contains(role) || roles.contains(.administrator)
    }

    /// The one form of a mailbox under which an account is found: case does not matter, everything else does, since whoever owns a
    /// mailbox written exactly so has proven it.
    public static func key(of mailbox: String) -> String {
        mailbox.utf8.allSatisfy { $0 < 0x80 } ? mailbox.lowercased() : mailbox.precomposedStringWithCanonicalMapping.lowercased()
    }
}

/// What somebody of the secretariat may do.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Everything: people and their roles, settings, whatever the others may.
    case administrator
    /// The queue, organisations, flags.
    case moderator
    /// Texts: campaigns, pages, translations.
    case editor
}
