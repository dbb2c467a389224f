public import People
public import Text

/// What the domain of a mailbox says about whoever has it. It makes a decision quick, and is no mandate by itself.
enum MailboxHint {
    /// Anybody gets one there.
    case free
    /// The organisation's own.
    case same
    /// Another than the organisation's.
    case other
    /// The organisation's own is not known.
    case unknown

    init(_ mailbox: String, of organisation: Organisation) {
        let own = mailbox.utf8.split(separator: UInt8(ascii: "@")).last.flatMap { String($0)?.lowercased() } ?? ""
        if FreeMail.holds(own) {
            self = .free
        } else if let domain = organisation.facts.domain?.lowercased() {
            self = ".\(own)".utf8.reversed().starts(with: ".\(domain)".utf8.reversed()) ? .same : .other
        } else {
            self = .unknown
        }
    }

    /// In the queue, beside the words that it is about the domain.
    func words(_ t: Translator) -> String {
        switch self {
        case .free: t("organisations.queue.domain.free")
        case .same: t("organisations.queue.domain.same")
        case .other: t("organisations.queue.domain.other")
        case .unknown: t("organisations.queue.domain.unknown")
        }
    }

    /// As a sentence after the mailbox; nil where there is nothing to say.
    func sentence(_ t: Translator) -> String? {
        switch self {
        case .free: t("organisations.asked.free")
        case .same: t("organisations.asked.same")
        case .other: t("organisations.asked.other")
        case .unknown: nil
        }
    }
}

extension Organisation {
    /// Whose account stands behind a question to an official contact, and what its mailbox says: a name and a function, which anybody can type,
    /// tell nobody who it is.
    public func account(of person: Person, _ t: Translator) -> String {
        let account = t("organisations.asked.account", person.name, person.mailbox)
        return [account, MailboxHint(person.mailbox, of: self).sentence(t)].compactMap { $0 }.joined(separator: " ")
    }
}
