internal import Design
internal import Foundation
public import HTML
internal import Mail
internal import Secrets
internal import Storage
public import Text
public import Web

/// Answers for what a person sees and sets about their own account.
public struct AccountHandlers: Sendable {
    private let services: AccountServices
    private let rooms: [AccountRoom]

    /// Handlers with these services. `rooms` are the pages that features add to an account.
    public init(_ services: AccountServices, rooms: [AccountRoom] = []) {
        self.services = services
        self.rooms = rooms
    }

    /// The account; for whoever is not signed in, the ways in.
    public func home(_ visit: Visit, _ signedIn: SignedIn?, _ language: Language) async throws -> Answer {
        guard let signedIn else { return .page(AccountPages.entrance(visit.translator)).withoutIndexing() }
        return .page(AccountPages.home(signedIn.person, rooms: rooms.filter { $0.isFor(signedIn.person) }, visit.translator))
            .withoutIndexing()
    }

    /// Name, language and time zone.
    public func profile(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let person = signedIn.person
        let state = FormState(values: ["name": person.name, "language": person.language.code, "zone": person.zone])
        return .page(AccountPages.profile(state, saved: visit.query("saved") == "1", visit.translator)).withoutIndexing()
    }

    /// Name, language and time zone, sent.
    public func saveProfile(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let name = SignUpForm.personName(&check)
        let wished = check.choice("language", required: true, as: { code in Language.interface.first { $0.code == code } })
        let zone = check.choice("zone", required: true, as: { name in TimeZones.names.contains(name) ? name : nil })
        guard check.isClean, let name, let wished, let zone else {
            let state = FormState(check, "people", visit.translator)
            return .page(AccountPages.profile(state, saved: false, visit.translator), status: .unprocessable).withoutIndexing()
        }
        try await services.database.write { db in
            try PersonStore.setProfile(signedIn.person.id, name: name, language: wished, zone: zone, on: db)
        }
        return .redirect(to: AccountRoutes.profile.path(wished).adding(query: [("saved", "1")]))
    }

    /// What is stored, and leaving.
    public func data(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        .page(AccountPages.data(FormState(), visit.translator)).withoutIndexing()
    }

    /// Everything stored about the person, from every feature, read in one snapshot.
    public func export(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let everything = try await services.database.read { [services] db in
            try services.keepers.reduce(into: [:]) { all, keeper in
                all.merge(try keeper.export(signedIn.person, on: db)) { first, _ in first }
            }
        }
        return try .json(DataValue.record(everything)).download(as: "socle-\(signedIn.person.id).json").withoutIndexing()
    }

    /// Leaving: with the password, everything is erased in one write.
    public func close(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        let person = signedIn.person
        let choice = ErasureChoice(withdrawsSignatures: check.flag("signatures"))
        try await services.confirmPassword(&check, "password", of: person)
        if check.isClean {
            let isGone = try await services.database.write { [services] db -> Bool in
                guard try !PersonStore.isLastAdministrator(person.id, on: db) else { return false }
                for keeper in services.keepers { try keeper.erase(person, choosing: choice, on: db) }
                try services.outbox.forget(kind: AccountLetters.mailKind, to: person.mailbox, on: db)
                // Also what went to a mailbox that the account had before.
                try services.outbox.forget(MailOrigin(kind: AccountLetters.mailKind, id: person.id), on: db)
                return true
            }
            guard !isGone else {
                return .redirect(to: AccountRoutes.closed.path(language)).header("Set-Cookie", services.cookie.clearing)
            }
            check.fail("password", "people.problem.lastAdministrator")
        }
        return .page(AccountPages.data(FormState(check, "people", visit.translator), visit.translator), status: .unprocessable)
            .withoutIndexing()
    }

    /// After leaving.
    public func closed(_ visit: Visit, _ language: Language) async throws -> Answer {
        .page(AccountPages.closed(visit.translator)).withoutIndexing()
    }
}

/// A page that a feature adds to an account, such as "my signatures".
public struct AccountRoom: Sendable {
    let title: String
    let words: String
    let path: @Sendable (Language) -> URLPath
    let isFor: @Sendable (Person) -> Bool

    /// A room with keys of the catalogue for its name and one sentence, for everybody or for some.
    public init(
        title: String, words: String, isFor: @escaping @Sendable (Person) -> Bool = { _ in true },
        path: @escaping @Sendable (Language) -> URLPath
    ) {
        self.title = title
        self.words = words
        self.isFor = isFor
        self.path = path
    }
}

/// The zones that a person may choose from.
enum TimeZones {
    /// Names of the IANA time zone database that stand for a place, and UTC, sorted.
    static let names: [String] =
        ["UTC"]
        + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") && !$0.hasPrefix("Etc/") && !$0.hasPrefix("SystemV/") }.sorted()
}
