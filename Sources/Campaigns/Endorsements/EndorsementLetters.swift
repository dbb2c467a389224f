internal import HTML
internal import Mail
internal import Moderation
internal import Organisations
internal import People
internal import Secrets
internal import Storage
internal import Text
internal import Time
internal import Web

/// The messages about endorsements.
struct EndorsementLetters {
    /// What such messages are posted for, and what their links are about.
    static let kind = "endorsement"

    let services: CampaignServices

    /// Asks every official contact of the organisation who may decide on what that person sent whether it endorses, with a link each.
    func askContacts(
        about endorsement: Endorsement, by person: Person, _ campaign: Campaign, _ organisation: Organisation, on db: any Writer
    ) throws {
        for contact in try OrganisationStore.deciders(of: organisation.id, on: person, on: db) {
            let t = services.catalogue.translator(for: contact.details.language)
            let token = try ContactKeyStore.make(
                Self.kind, endorsement.id, for: contact.id, until: services.clock.now() + Endorsement.linkHolds, on: db)
            let name = organisation.name(for: t.language).name
            let address = services.base.appending(EndorsementRoutes.show.path(t.language, token.text))
            try services.outbox.post(
                Message(
                    to: contact.details.mailbox, language: t.language, subject: t("campaigns.mail.endorse.subject", name),
                    blocks: [
                        .paragraph(
                            t(
                                "campaigns.mail.endorse.words", endorsement.details.signatory, endorsement.details.function, name,
                                campaign.words(for: t.language).title)),
                        .paragraph(organisation.account(of: person, t)),
                        .button(label: t("campaigns.mail.endorse.button"), url: "\(address)"),
                        .note(t("campaigns.mail.endorse.why")),
                    ], origin: MailOrigin(kind: Self.kind, id: endorsement.id)), on: db)
        }
    }

    /// Tells whoever sent an endorsement what became of it.
    func tell(_ word: Word, about endorsement: Endorsement, because decision: Decision? = nil, on db: any Writer) throws {
        guard let id = endorsement.person, let person = try PersonStore.find(id, on: db), let mailbox = Mailbox(person.mailbox),
            let campaign = try CampaignStore.find(endorsement.campaign, on: db),
            let organisation = try OrganisationStore.find(endorsement.organisation, on: db)
        else { return }
        let t = services.catalogue.translator(for: person.language)
        let name = organisation.name(for: t.language).name
        let outcome = t("campaigns.mail.endorse.\(word.rawValue)", name, campaign.words(for: t.language).title)
        let answer: [Message.Block] = word == .asked ? [.note(t("campaigns.mail.endorse.answer"))] : []
        try services.outbox.post(
            Message(
                to: mailbox, language: t.language, subject: t("campaigns.mail.endorse.subject", name),
                blocks: Decision.letter(to: person.name, outcome, because: decision, t) + answer,
                origin: MailOrigin(kind: Self.kind, id: endorsement.id)), on: db)
    }

    /// What became of an endorsement.
    enum Word: String {
        case confirmed, refused, asked
    }
}
