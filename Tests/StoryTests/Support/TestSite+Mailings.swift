import App
import Campaigns
import Harness
import Mail
import Organisations
import Storage
import Testing
import Text
import Time

@testable import Mailings

extension TestSite {
    /// A mailing that is being written, with words in French.
    func draft() async throws -> Int64 {
        let now = time.now
        return try await program.database.write { db in
            let id = try MailingStore.begin(copying: nil, by: nil, at: now, on: db)
            try MailingStore.set(MailingWords(language: .french, subject: "Bonjour", body: "Bonjour {name},"), of: id, at: now, on: db)
            return id
        }
    }

    /// Gives an organisation an official contact, and has it endorse the demo campaign.
    func contact(_ mailbox: String, of slug: String, language: Language = .french, name: String? = nil, endorses: Bool = true) async throws
    {
        let now = time.now
        let details = Contact.Details(
            name: name, function: "Office", mailbox: try #require(Mailbox(mailbox)), language: language, isOfficial: true)
        try await program.database.write { db in
            let organisation = try #require(try OrganisationStore.find(slug, on: db)).id
            try OrganisationStore.put(details, of: organisation, on: db)
            guard endorses, let campaign = try CampaignStore.featured(on: db) else { return }
            let day = try #require(CivilDay("2025-11-30"))
            let id = try EndorsementStore.ask(
                campaign.id, by: organisation, .init(signatory: "The board", function: "President", decidedOn: day), person: nil, at: now,
                on: db)
            if let id { try EndorsementStore.confirm(id, at: now, on: db) }
        }
    }

    /// Hands over what mailings have to give.
    func feed() async throws {
        for _ in 0..<3 { try await live.feeder.feedOnce() }
    }
}
