import App
import Campaigns
import Foundation
import Harness
import Mail
import People
import Secrets
import Storage
import Testing
import Text

extension TestSite {
    static let password = "drei Wörter und ein Fluss"

    /// A browser in which somebody with that role is signed in; without a role, a person who has none.
    func signedIn(_ role: Role? = nil, mailbox: String? = nil, language: String = "en") async throws -> Browser {
        let address = mailbox ?? "\(role?.rawValue ?? "person")@example.org"
        try await AccountMaker(database: program.database, clock: time.clock, passwords: program.passwords).make(
            .init(
                mailbox: address, name: "Test \(role?.rawValue ?? "person")", role: role, password: Self.password,
                language: Language(language) ?? .english))
        let browser = browser(language: language)
        let form = try await browser.get("/\(language)/account/session").form("/account/session")
        let home = await browser.submit(form, ["email": address, "password": Self.password])
        #expect(home.path == "/\(language)/account")
        return browser
    }

    /// The same person again, after their session has run out.
    func signInAgain(_ browser: Browser, _ mailbox: String) async throws -> Browser {
        let form = try await browser.get("/en/account/session").form("/account/session")
        _ = await browser.submit(form, ["email": mailbox, "password": Self.password])
        return browser
    }

    /// A browser as one of the columns of the table of permissions.
    func browser(for caller: Permissions.Caller) async throws -> Browser {
        switch caller {
        case .visitor: browser()
        case .translator: try await translator()
        case .person: try await signedIn()
        case .representative: try await representative(of: "wsm")
        case .representativeOfAnother: try await representative(of: "ituc")
        case .moderator: try await signedIn(.moderator)
        case .editor: try await signedIn(.editor)
        case .administrator: try await signedIn(.administrator)
        }
    }

    /// Somebody whose mandate for an organisation a moderator confirmed.
    func representative(of slug: String) async throws -> Browser {
        let browser = try await signedIn(mailbox: "representative@\(slug).example")
        _ = await browser.submit(
            try await browser.get("/en/account/organisations/\(slug)/mandate").form("/mandate"), ["function": "Secretary"])
        let moderator = try await signedIn(.moderator, mailbox: "moderator@\(slug).example")
        _ = await moderator.submit(try await moderator.get("/en/desk").form("/decision"), ["verdict": "keep"])
        return browser
    }

    /// An address of a route that leads to something which is there: the demo campaign, a message, a person.
    func sample(_ pattern: String) async throws -> String {
        let maker = AccountMaker(database: program.database, clock: time.clock, passwords: program.passwords)
        try await maker.make(.init(mailbox: "sample@example.org", name: "Sample", role: nil, password: Self.password))
        let person = try #require(try await program.database.read { try PersonStore.find(mailbox: "sample@example.org", on: $0) })
        let message = try await program.database.write { [outbox = program.outbox] db in
            try outbox.post(
                Message(
                    to: try #require(Mailbox("sample@example.org")), language: .english, subject: "Sample", blocks: [.paragraph("Sample")],
                    origin: MailOrigin(kind: "sample", id: 1)), on: db)
        }
        var id = "\(pattern.contains("/desk/people/") ? person.id : message)"
        if pattern.contains("/desk/mailings/") { id = "\(try await draft())" }
        if pattern.contains("/desk/imports/{id}") { id = try await list(as: signedIn(.moderator, mailbox: "lists@example.org")) }
        return pattern.replacing("{language}", with: "en").replacing("{in}", with: "fr").replacing("{page}", with: "why")
            .replacing("{slug}", with: pattern.contains("/organisations/") ? "wsm" : "social-protection-for-all")
            .replacing("{campaign}", with: "social-protection-for-all").replacing("{domain}", with: "gmail.com").replacing(
                "{network}", with: "ituc"
            ).replacing(
                "{id}", with: id
            ).replacing("{kind}", with: pattern.contains("/translations/") ? "campaign" : "signature")
    }
}
