import Geography
import Graph
import HTML
import Harness
import Mail
import Storage
import Testing
import Text
import Time

@testable import Organisations

@Suite struct OrganisationStoreTests {
    private let facts = Organisation.Facts(
        category: .mutuals, country: Country(code: "BJ"),
        names: [
            .init(language: .english, name: "Health mutual", acronym: "HM"),
            .init(language: .french, name: "Mutuelle de santé", acronym: "MS"),
        ],
        profiles: [.french: "Nous **soignons**."], website: WebURL("https://mutual.example"), domain: "mutual.example",
        languages: [.english, .french], themes: ["health-care"], areas: [.subregion(.westernAfrica)],
        represented: .init(people: 1200, year: 2024, source: "annual report"))

    @Test(arguments: TestEngine.allCases) func whatIsKnownIsKept(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let now = directory.time.now
            let id = try await directory.database.write { try OrganisationStore.add(facts, at: now, on: $0) }
            let found = try #require(try await directory.database.read { try OrganisationStore.find("health-mutual", on: $0) })
            #expect(found.id == id)
            #expect(found.facts == facts)
            #expect(found.name(for: .dutch).name == "Health mutual")
            #expect(found.profile(for: .dutch)?.text == "Nous **soignons**.")
        }
    }

    @Test(arguments: TestEngine.allCases) func whatOthersEnterWhileAListIsCarriedOutIsKnownToItsNextLines(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            try await directory.add("First")
            var index = try await directory.database.read { try OrganisationStore.index(on: $0) }
            let own = try await directory.add("Made by a line")
            let place = index.add(key: nil, line: 2, slug: nil, country: nil, website: nil)
            index.set(key: own, of: place)
            try await directory.add("Entered by others")
            let refreshed = try await directory.database.read { [index] db in
                var index = index
                try OrganisationStore.refresh(&index, on: db)
                return index
            }
            #expect(refreshed.find("Entered by others") != nil)
            #expect(refreshed.entries.filter { $0.key == own }.count == 1, "what the list made itself is there once")
        }
    }

    @Test(arguments: TestEngine.allCases) func aSecondOneOfThatNameGetsAnAddressOfItsOwn(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            for _ in 0..<3 { try await directory.add("Union") }
            let slugs = try await directory.view().entries.map(\.slug)
            #expect(slugs == ["union", "union-2", "union-3"])
        }
    }

    @Test(arguments: TestEngine.allCases) func anOldAddressLeadsToTheNewOne(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let id = try await directory.add("Union")
            let other = try await directory.add("Other")
            let now = directory.time.now
            func rename(_ id: Int64, _ slug: String) async throws {
                try await directory.database.write { try OrganisationStore.rename(id, to: slug, at: now, on: $0) }
            }
            func current(_ old: String) async throws -> String? {
                try await directory.database.read { try OrganisationStore.currentSlug(of: old, on: $0) }
            }
            try await rename(id, "federation")
            #expect(try await current("union") == "federation")
            #expect(try await directory.database.read { try OrganisationStore.find("union", on: $0) } == nil)
            await #expect(throws: (any Error).self) { try await rename(other, "union") }
            try await rename(id, "union")
            #expect(try await current("federation") == "union")
            #expect(try await directory.database.read { try OrganisationStore.find("union", on: $0) }?.id == id)
            try await directory.change(id) { $0.visibility = .hidden }
            #expect(try await current("federation") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func aHiddenOneIsNowhere(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let network = try await directory.add("Network", .networks)
            let id = try await directory.add("Secret union", country: "MM") { facts in
                facts.themes = ["maternity"]
                facts.languages = [.spanish]
            }
            try await directory.join(id, network)
            #expect(try await directory.view().total == 2)
            for table in ["directory_entry", "directory_facet", "directory_word"] {
                let rows: Int? = try await directory.database.read {
                    try $0.value("SELECT count(*) FROM \(name: table) WHERE organisation = \(id)")
                }
                #expect(try #require(rows) > 0)
            }
            try await directory.change(id) { $0.visibility = .hidden }
            let view = try await directory.view()
            #expect(view.entries.map(\.name.name) == ["Network"])
            #expect(view.counts[.unions] == nil)
            #expect(
                view.choices.countries.isEmpty && view.choices.themes.isEmpty && view.choices.languages.isEmpty
                    && view.choices.networks.isEmpty)
            #expect(view.members.isEmpty)
            let slug = "secret-union"
            try await directory.database.read { db throws in
                #expect(try OrganisationStore.find(slug, on: db) == nil)
                #expect(try OrganisationStore.find(id, on: db)?.facts.visibility == .hidden)
                #expect(try GraphStore.addresses(limit: 10, on: db).map(\.slug) == ["network"])
                let key = Thing.Key(Organisation.kind, network)
                #expect(try GraphStore.related(to: key, Organisation.membership, for: .english, limit: 9, on: db).isEmpty)
                for table in ["directory_entry", "directory_facet", "directory_word"] {
                    #expect(try db.value("SELECT count(*) FROM \(name: table) WHERE organisation = \(id)") == 0)
                }
            }
            try await directory.change(id) { $0.visibility = .everyone }
            #expect(try await directory.names { $0.network = "network" } == ["Secret union"])
        }
    }

    @Test(arguments: TestEngine.allCases) func contactsAreKeptForThoseWhoMayWrite(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let id = try await directory.add("Union")
            let mailbox = try #require(Mailbox("office@union.example"))
            func put(_ function: String, _ isOfficial: Bool) async throws -> Int64? {
                let details = Contact.Details(function: function, mailbox: mailbox, language: .french, isOfficial: isOfficial)
                return try await directory.database.write { try OrganisationStore.put(details, of: id, on: $0) }
            }
            let first = try await put("office", false)
            let second = try await put("general secretary", true)
            #expect(first != nil && first == second, "a mailbox stands once")
            let contacts = try await directory.database.read { try OrganisationStore.contacts(of: id, on: $0) }
            #expect(contacts.map(\.details.function) == ["general secretary"])
            #expect(contacts.map(\.details.isOfficial) == [true])
            #expect(try await directory.database.read { try OrganisationStore.contacts(at: mailbox, on: $0) } == contacts)
            try await directory.database.write { try OrganisationStore.removeContact(contacts[0].id, on: $0) }
            #expect(try await directory.database.read { try OrganisationStore.contacts(of: id, on: $0) }.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases) func themesSpeakTheReadersLanguage(engine: TestEngine) async throws {
        try await TestDirectory.with(engine) { directory in
            let wolof = try #require(Language("wo"))
            try await directory.database.write { try OrganisationStore.putTheme("water", position: 99, titles: [wolof: "Ndox"], on: $0) }
            let themes = try await directory.database.read { try OrganisationStore.themes(for: .spanish, on: $0) }
            #expect(themes.first?.title == "Atención de salud")
            #expect(themes.last?.title == "Ndox")
            #expect(themes.last?.language == wolof)
        }
    }
}
