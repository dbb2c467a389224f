internal import Mail
internal import Text
internal import Web

/// What a person sends to have an account.
struct SignUpForm: Sendable {
    let name: String
    let mailbox: Mailbox
    let password: String

    /// Reads a form. Problems are collected in `check`; with any there is no form.
    static func decode(_ check: inout FormCheck, language: Language) -> SignUpForm? {
        let name = personName(&check)
        let mailbox = check.writableMailbox("email", required: true)
        let password = PasswordRule.decode(&check, about: [name ?? "", mailbox?.address ?? ""])
        guard check.isClean, let name, let mailbox, let password else { return nil }
        return SignUpForm(name: name, mailbox: mailbox, password: password)
    }

    /// A name: part of signing up and of the profile.
    static func personName(_ check: inout FormCheck) -> String? {
        check.line("name", required: true, max: Person.longestName, rules: [.someLetter, .noAddress, .noFormula])
    }
}
