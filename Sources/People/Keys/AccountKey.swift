internal import Secrets
internal import Text
internal import Time

/// What the link of a mail may do for an account, once.
struct AccountKey: Sendable {
    enum Purpose: String, Sendable {
        /// Make the account that was asked for.
        case signUp
        /// Set a new password.
        case recovery
        /// Give an account this mailbox.
        case mailbox

        /// How long the link works.
        var holds: Duration {
            switch self {
            case .signUp: .days(3)
            case .recovery: .hours(2)
            case .mailbox: .days(1)
            }
        }
    }

    let purpose: Purpose
    /// Whose account it is about; nil for one that is to be made.
    let person: Int64?
    /// The mailbox that the link was sent to.
    let mailbox: String
    /// The name of the account to be made.
    let name: String?
    /// The password of the account to be made.
    let password: PasswordHash?
    let language: Language

    init(
        _ purpose: Purpose, person: Int64? = nil, mailbox: String, name: String? = nil, password: PasswordHash? = nil, language: Language
    ) {
        self.purpose = purpose
        self.person = person
        self.mailbox = mailbox
        self.name = name
        self.password = password
        self.language = language
    }
}
