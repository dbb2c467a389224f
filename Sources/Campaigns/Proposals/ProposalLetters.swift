internal import HTML
internal import Mail
internal import Moderation
internal import Organisations
internal import People
internal import Storage
internal import Text
internal import Web

/// The message about what became of a proposal.
struct ProposalLetters {
    /// What became of it.
    enum Word: String {
        case accepted, refused, asked
    }

    /// What such messages are posted for, and what the log calls proposals.
    static let kind = "proposal"

    let services: CampaignServices

    /// Tells whoever proposed a campaign. A refusal gives their words back, since the draft goes.
    func tell(_ word: Word, about proposal: Proposal, _ campaign: Campaign, because decision: Decision? = nil, on db: any Writer) throws {
        guard let id = proposal.person, let person = try PersonStore.find(id, on: db), let mailbox = Mailbox(person.mailbox) else { return }
        let t = services.catalogue.translator(for: person.language)
        let words = campaign.words(for: t.language)
        var blocks = Decision.letter(
            to: person.name, t("campaigns.mail.proposal.\(word.rawValue)", words.title), because: decision, t)
        switch word {
        case .accepted:
            let address = services.base.appending(CampaignRoutes.campaign.path(t.language, campaign.slug))
            blocks.append(.button(label: t("campaigns.mail.proposal.button"), url: "\(address)"))
        case .refused:
            blocks.append(.note(t("campaigns.mail.proposal.words")))
            blocks += [words.title, words.summary, words.demand, words.body].map { .paragraph($0) }
        case .asked:
            blocks.append(.note(t("campaigns.mail.proposal.answer")))
            if let organisation = try campaign.national?.organisation.flatMap({ try OrganisationStore.find($0, on: db) }) {
                let address = services.base.appending(ProposalRoutes.waiting.path(t.language, organisation.slug, campaign.slug))
                blocks.append(.button(label: t("campaigns.mail.proposal.rewrite"), url: "\(address)"))
            }
        }
        try services.outbox.post(
            Message(
                to: mailbox, language: t.language, subject: t("campaigns.mail.proposal.subject", words.title), blocks: blocks,
                origin: MailOrigin(kind: Self.kind, id: campaign.id)), on: db)
    }
}
