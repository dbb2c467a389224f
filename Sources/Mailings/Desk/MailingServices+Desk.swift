internal import Mail
internal import Moderation
internal import People
internal import Storage
internal import Text
internal import Web

extension AuditEntry.Subject {
    /// A mailing, by the name that the person sees.
    static func mailing(_ mailing: Mailing, _ person: Person) -> Self {
        Self("mailing", mailing.id, name: mailing.title(for: person.language) ?? "\(mailing.id)")
    }
}

extension MailingServices {
    /// The desk as one person sees it.
    func desk(_ signedIn: SignedIn, _ t: Translator) -> DeskPage {
        DeskPage(menu, for: signedIn, t)
    }

    /// A mailing with everything that its page shows; a miss is 404.
    func view(_ id: Int64, _ t: Translator) async throws -> MailingView {
        let view = try await database.read { try MailingView.read(id, self, t, on: $0) }
        guard let view else { throw WebFailure.notFound }
        return view
    }

    /// A mailing; a miss is 404.
    func mailing(_ id: Int64) async throws -> Mailing {
        guard let mailing = try await database.read({ try MailingStore.find(id, on: $0) }) else { throw WebFailure.notFound }
        return mailing
    }

    /// A mailing that may still be changed; what went out is 404 here.
    func draft(_ id: Int64) async throws -> Mailing {
        let mailing = try await mailing(id)
        guard mailing.state == .draft else { throw WebFailure.notFound }
        return mailing
    }

    /// What can be chosen for an audience now.
    func choices(_ t: Translator) async throws -> AudienceView {
        try await database.read { try AudienceView.read(audiences, t, on: $0) }
    }

    /// Where somebody is sent a mail to look at.
    func mailbox(of person: Person) throws -> Mailbox {
        guard let mailbox = Mailbox(person.mailbox) else { throw WebFailure.badRequest("a mailbox that cannot be written to") }
        return mailbox
    }
}
