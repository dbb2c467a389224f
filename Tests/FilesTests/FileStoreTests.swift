import Files
import Harness
import Storage
import Testing
import Time
import Web

@Suite struct FileStoreTests {
    private static let png = Upload(name: "C:\\pictures\\logo.exe", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF])

    @Test(arguments: TestEngine.allCases)
    func `A file comes back as it was sent, under a name that fits`(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: FileSchema.migrations) { database in
            let id = try #require(try await database.write { try FileStore.add(Self.png, at: Instant(milliseconds: 5), on: $0) })
            let file = try await database.read { try FileStore.find(id, on: $0) }
            let content = try await database.read { try FileStore.content(of: id, on: $0) }
            #expect(file?.name == "logo.png")
            #expect(file?.kind == .png)
            #expect(file?.size == 10)
            #expect(file?.digest.count == 16)
            #expect(content == Self.png.bytes)
            try await database.write { try FileStore.remove(id, on: $0) }
            let gone = try await database.read { try FileStore.find(id, on: $0) }
            #expect(gone == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `What is of no known kind is not kept`(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: FileSchema.migrations) { database in
            let svg = Upload(name: "a.png", bytes: Array("<svg/>".utf8))
            let id = try await database.write { try FileStore.add(svg, at: Instant(milliseconds: 5), on: $0) }
            #expect(id == nil)
        }
    }
}
