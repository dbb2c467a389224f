import HTML
import Harness
import People
import Secrets
import Storage
import Testing
import Text
import Time

@testable import Translations

@Suite struct TranslationStoreTests {
    private static let key = TextKey(kind: "page", slug: "why")
    private static let now = TestClock().now
    private static let migrations = ConsentSchema.migrations + PersonSchema.migrations + TranslationSchema.migrations

    private static func text(_ words: [Language: String]) -> PublishedText {
        PublishedText(key: key, versions: words.mapValues { .init(words: TextWords(["title": $0]), isMachine: false) })
    }

    private static func saved(_ title: String, over: Instant? = nil) -> SavedTranslation {
        SavedTranslation(words: TextWords(["title": title]), translator: "L", isMachine: false, isHandedIn: false, over: over)
    }

    @Test(arguments: TestEngine.allCases) func aTranslationIsOutdatedOnceItsOriginalChanged(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Self.migrations) { database in
            try await database.write { db in
                let old = Self.text([.english: "Why", .french: "Pourquoi"])
                let read = try TranslationStore.read(old, main: .english, on: db)
                #expect(read.original == .english)
                #expect(read.states(.english) == [.original])
                #expect(read.states(.french) == [.translation])
                #expect(read.states(.dutch) == [.missing])
                try TranslationStore.follow(read, in: .french, translator: "L", by: nil, at: Self.now, on: db)
                #expect(try TranslationStore.read(old, main: .english, on: db).states(.french) == [.translation])
                let new = Self.text([.english: "Why not", .french: "Pourquoi"])
                #expect(try TranslationStore.read(new, main: .english, on: db).states(.french) == [.translation, .outdated])
                #expect(try TranslationStore.words(.source, of: Self.key, in: .french, on: db)["title"] == "Why")
                try TranslationStore.setOriginal(.french, of: Self.key, on: db)
                #expect(try TranslationStore.read(new, main: .english, on: db).states(.french) == [.original])
                #expect(try TranslationStore.read(Self.text([.dutch: "Waarom"]), main: .english, on: db).original == .dutch)
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func aTranslationOfATranslationFollowsTheOriginal(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Self.migrations) { database in
            try await database.write { db in
                func states(_ words: [Language: String], _ language: Language) throws -> [TranslationState] {
                    try TranslationStore.read(Self.text(words), main: .english, on: db).states(language)
                }
                func follow(_ words: [Language: String], in language: Language, from source: Language) throws {
                    let basis = TextWords(["title": words[source] ?? ""])
                    let record = TranslationRecord(source: source, sourceDigest: basis.digest, translator: "L", madeAt: Self.now)
                    try TranslationStore.put(record, of: Self.key, in: language, from: basis, by: nil, on: db)
                }
                var words: [Language: String] = [.english: "Why", .french: "Pourquoi", .dutch: "Waarom"]
                try follow(words, in: .french, from: .english)
                try follow(words, in: .dutch, from: .french)
                #expect(try states(words, .dutch) == [.translation])

                words[.english] = "Why not"
                #expect(try states(words, .french) == [.translation, .outdated])
                #expect(try states(words, .dutch) == [.translation, .outdated], "with the French that it was made from")
                words[.french] = "Pourquoi pas"
                try follow(words, in: .french, from: .english)
                #expect(try states(words, .french) == [.translation])
                #expect(try states(words, .dutch) == [.translation, .outdated], "the French says something else now")
                try follow(words, in: .dutch, from: .french)
                #expect(try states(words, .dutch) == [.translation])

                try follow(words, in: .french, from: .dutch)
                #expect(try states(words, .dutch) == [.translation], "two that were made from each other end somewhere")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func onlyTheDraftThatWasSeenIsReplaced(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Self.migrations) { database in
            try await database.write { db in
                func save(_ saved: SavedTranslation) throws -> Bool {
                    try TranslationStore.save(
                        saved, of: Self.key, in: .spanish, from: (.english, TextWords(["title": "Why"])), by: nil, at: Self.now, on: db)
                }
                #expect(try save(Self.saved("Uno")))
                #expect(try !save(Self.saved("Dos")), "whoever saw none replaces none")
                let first = try #require(try TranslationStore.draft(of: Self.key, in: .spanish, on: db))
                #expect(try save(Self.saved("Tres", over: first.savedAt)))
                #expect(try !save(Self.saved("Cuatro", over: first.savedAt)), "even within the same millisecond")
                #expect(try TranslationStore.words(.draft, of: Self.key, in: .spanish, on: db)["title"] == "Tres")
                #expect(try !TranslationStore.drop(of: Self.key, in: .spanish, seen: first.savedAt, on: db))
                let second = try #require(try TranslationStore.draft(of: Self.key, in: .spanish, on: db))
                #expect(try TranslationStore.drop(of: Self.key, in: .spanish, seen: second.savedAt, on: db))
                #expect(try TranslationStore.words(.draft, of: Self.key, in: .spanish, on: db) == TextWords())
                #expect(try TranslationStore.drafts(on: db).isEmpty)
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func aLinkWorksForItsTimeAndUntilItIsEnded(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: Self.migrations) { database in
            let clock = TestClock()
            try await AccountMaker(database: database, clock: clock.clock, passwords: PasswordKeeper(cost: .least)).make(
                .init(mailbox: "e@example.org", name: "E", role: .editor, password: "drei Wörter und ein Fluss"))
            try await database.write { db in
                let editor = try #require(try PersonStore.find(mailbox: "e@example.org", on: db))
                let token = try TranslationStore.makeLink(
                    for: Self.key, in: .spanish, from: .english, purpose: "Lucía", by: editor, at: Self.now, on: db)
                let link = try #require(try TranslationStore.link(token, on: db))
                #expect(!link.isOver(at: Self.now))
                #expect(link.isOver(at: Self.now + TranslationLink.holds))
                #expect(try TranslationStore.links(of: Self.key, in: .spanish, at: Self.now, on: db).map(\.id) == [link.id])
                #expect(try TranslationStore.links(of: Self.key, in: .dutch, at: Self.now, on: db).isEmpty)
                #expect(try !TranslationStore.endLink(link.id, of: Self.key, in: .dutch, at: Self.now, on: db))
                #expect(try TranslationStore.endLink(link.id, of: Self.key, in: .spanish, at: Self.now, on: db))
                #expect(try !TranslationStore.endLink(link.id, of: Self.key, in: .spanish, at: Self.now, on: db))
                #expect(try TranslationStore.link(token, on: db)?.isOver(at: Self.now) == true)
                #expect(try TranslationStore.links(at: Self.now, on: db).isEmpty)
                try TranslationStore.forget(editor.id, on: db)
            }
        }
    }
}
