public import Mail
public import Web

extension FormCheck {
    /// A mailbox that mail can be sent to: syntax alone is not enough, since our mails go through servers that know ASCII only.
    public mutating func writableMailbox(_ name: String, required: Bool = false) -> Mailbox? {
        guard let typed = mailbox(name, required: required) else { return nil }
        let mailbox = Mailbox(typed)
        if mailbox == nil { fail(name, "form.problem.mailbox") }
        return mailbox
    }
}
