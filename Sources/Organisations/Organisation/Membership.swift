public import Storage
public import Text
public import Time

/// That an organisation belongs to a network. Any organisation can be a network: it is one as soon as it has members.
public struct Membership: Sendable, Hashable {
    /// Who belongs.
    public let organisation: Int64
    /// To what.
    public let network: Int64
    /// As what.
    public let role: Role
    /// Since when, if that is known.
    public let since: CivilDay?
    /// The last day, once it ended or will.
    public let until: CivilDay?

    /// What an organisation is in a network. The raw value is stored.
    public enum Role: String, CaseIterable, Sendable, SQLEncodable, SQLDecodable {
        /// One among the others.
        case member
        /// Was there from the beginning.
        case founder
        /// Sits on its board.
        case board
        /// Keeps its secretariat.
        case secretariat
        /// Takes part without a vote.
        case observer
    }

    /// A membership.
    public init(organisation: Int64, network: Int64, role: Role = .member, since: CivilDay? = nil, until: CivilDay? = nil) {
        self.organisation = organisation
        self.network = network
        self.role = role
        self.since = since
        self.until = until
    }
}

extension Membership.Role {
    /// What it is called.
    public func name(_ t: Translator) -> String {
        switch self {
        case .member: t("organisations.role.member")
        case .founder: t("organisations.role.founder")
        case .board: t("organisations.role.board")
        case .secretariat: t("organisations.role.secretariat")
        case .observer: t("organisations.role.observer")
        }
    }
}
