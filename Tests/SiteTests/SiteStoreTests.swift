import Design
import Harness
import Site
import Storage
import Testing
import Text

@Suite struct SiteStoreTests {
    @Test(arguments: TestEngine.allCases) func settingsComeBackAsWritten(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: SiteSchema.migrations) { database in
            let settings = SiteSettings(
                names: [.french: "Coalition", .english: "The coalition"], responsible: [.english: "A and B, jointly"],
                contactMailbox: "info@site.example", postalAddress: "Street 1", isDemo: true, formsPerSourceAndHour: 12,
                languages: [.french, .dutch], mainLanguage: .dutch, palette: Palette([.accent: try #require(Colour("#123456"))]),
                senders: [.french: "La coalition"], replyTo: "answers@site.example")
            try await database.write { try SiteStore.put(settings, on: $0) }
            try await database.write { try SiteStore.put(settings, on: $0) }
            #expect(try await database.read { try SiteStore.settings(on: $0) } == settings)
        }
    }

    @Test func wordsFallBackToEnglishThenToWhatThereIs() {
        let settings = SiteSettings(names: [.english: "The coalition"], responsible: [.dutch: "Wij"])
        #expect(settings.name(in: .french) == "The coalition")
        #expect(settings.responsible(in: .french) == "Wij")
        #expect(SiteSettings().name(in: .french) == "Socle")
        #expect(SiteSettings(names: [.english: "The coalition"]).responsible(in: .spanish) == "The coalition")
    }

    @Test(arguments: TestEngine.allCases) func theSettingsAtHandFollowTheDatabase(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: SiteSchema.migrations) { database in
            let site = try await Site(database: database)
            #expect(site.settings.names.isEmpty)
            try await database.write { try SiteStore.put(SiteSettings(names: [.english: "New"]), on: $0) }
            try await site.refresh()
            #expect(site.settings.name(in: .english) == "New")
        }
    }
}
