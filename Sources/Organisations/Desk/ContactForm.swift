internal import Mail
internal import People
internal import Text
internal import Web

/// What a moderator sends about a contact.
enum ContactForm {
    static func decode(_ check: inout FormCheck) -> Contact.Details? {
        let name = check.line("contactName", max: 100, rules: [.noAddress, .noFormula])
        let function = check.line("contactFunction", required: true, max: 100, rules: [.noAddress, .noFormula])
        let mailbox = check.writableMailbox("contactMailbox", required: true)
        let language = check.choice("contactLanguage", required: true, as: { Language($0) })
        let isOfficial = check.flag("contactOfficial")
        guard check.isClean, let function, let mailbox, let language else { return nil }
        return Contact.Details(name: name, function: function, mailbox: mailbox, language: language, isOfficial: isOfficial)
    }
}
