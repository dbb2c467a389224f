import Campaigns
import Foundation
import Graph
import Harness
import Mail
import Organisations
import People
import Secrets
import Storage
import Testing
import Text
import Time

/// A campaign in a database of its own, and everything needed to sign it without a web server.
struct SigningTable: Sendable {
    let database: Database
    let campaign: Int64
    let time: TestClock
    let store: SignatureStore
    let rules: MailboxRules

    static let migrations =
        GraphSchema.migrations + ConsentSchema.migrations + OrganisationSchema.migrations + DirectorySchema.migrations
        + CampaignSchema.migrations
        + CampaignWordsSchema.migrations
    static let notice = Notice(language: .english, words: [.support: "Yes", .campaignNews: "News"])

    /// Lends a test an open campaign.
    static func with(_ engine: TestEngine, _ body: (SigningTable) async throws -> Void) async throws {
        let time = TestClock()
        try await withDatabase(engine, migrations: migrations) { database in
            let now = time.now
            let campaign = try await database.write { db in
                try ConsentStore.keep(notice, at: now, on: db)
                let added = try CampaignStore.add(
                    "floors", openedAt: now, goals: [10, 100],
                    words: [.init(language: .english, title: "Floors", summary: "s", demand: "d", body: "b")], milestones: [:], on: db)
                return try #require(added)
            }
            let store = SignatureStore(clock: time.clock, secrets: Secrets(master: Array(repeating: 7, count: 32)))
            let rules = try await database.read { try MailboxRules.read(on: $0) }
            try await body(SigningTable(database: database, campaign: campaign, time: time, store: store, rules: rules))
        }
    }

    func form(_ name: String, _ mailbox: String, country: String = "SN", shown: Bool = true, purposes: [Purpose] = [.support]) throws
        -> SignatureForm
    {
        guard let address = Mailbox(mailbox) else { throw CocoaError(.coderInvalidValue) }
        return SignatureForm(
            campaign: campaign, language: .english, name: name, mailbox: address, country: country,
            appearance: .init(town: "Dakar", organisation: nil, sentence: "Because", shown: shown), purposes: purposes,
            notice: Self.notice.version)
    }

    func sign(_ name: String, _ mailbox: String, country: String = "SN", shown: Bool = true, flag: Signature.Flag? = nil) async throws
        -> SignatureStore.Outcome
    {
        let form = SentForm(
            try form(name, mailbox, country: country, shown: shown), mailboxKey: rules.key(for: mailbox), source: [1, 2], flag: flag)
        return try await database.write { [store] db in try store.sign(form, on: db) }
    }

    /// Signs with many forms in one write.
    func signTogether(_ people: [(name: String, mailbox: String)]) async throws -> [SignatureStore.Outcome] {
        let forms = try people.map { name, mailbox in
            SentForm(try form(name, mailbox), mailboxKey: rules.key(for: mailbox), source: [1, 2], flag: nil)
        }
        return try await database.write { [store] db in try store.sign(forms, on: db) }
    }

    /// Signs and confirms.
    @discardableResult
    func join(_ name: String, _ mailbox: String, country: String = "SN", shown: Bool = true, flag: Signature.Flag? = nil) async throws
        -> Int64
    {
        let id = try await sign(name, mailbox, country: country, shown: shown, flag: flag).signature
        try await confirm(id)
        return id
    }

    func confirm(_ id: Int64) async throws {
        try await database.write { [store] db in _ = try store.confirm(id, on: db) }
    }

    func signature(_ id: Int64) async throws -> Signature? {
        try await database.read { [store] db in try store.find(id, on: db) }
    }
}

extension SignatureStore.Outcome {
    /// The key of the mail, whichever mail it is.
    var key: SignatureKey? {
        switch mail {
        case .confirmation(let key, _), .alreadySigned(let key, _): key
        case nil: nil
        }
    }

    /// Where it goes.
    var mailbox: String? {
        switch mail {
        case .confirmation(_, let to), .alreadySigned(_, let to): to
        case nil: nil
        }
    }

    var isConfirmation: Bool {
        if case .confirmation = mail { true } else { false }
    }
}
