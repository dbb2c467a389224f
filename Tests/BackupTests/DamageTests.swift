import Foundation
import Harness
import Storage
import Testing
import Time

@testable import Backup

/// Whatever is wrong with a file is found before anything is written.
@Suite struct DamageTests {
    private func check(_ bytes: Data) async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "some.backup")
            try bytes.write(to: file)
            _ = try BackupFile(checking: InputFile(file.path))
        }
    }

    @Test func everyChangedByteIsFound() async throws {
        let bytes = try await backupOfHall()
        try await check(bytes)
        for position in stride(from: 0, to: bytes.count, by: bytes.count < 3_000 ? 1 : 97) {
            var damaged = bytes
            damaged[position] ^= 0x04
            await #expect(throws: BackupError.self, "byte \(position)") { try await check(damaged) }
        }
    }

    @Test func aMissingEndIsFoundAtEveryLength() async throws {
        let bytes = try await backupOfHall()
        let lengths = Array(0..<200) + stride(from: 200, to: bytes.count, by: 101) + Array((bytes.count - 100)..<bytes.count)
        for length in lengths {
            await #expect(throws: BackupError.self, "\(length) bytes") { try await check(bytes.prefix(length)) }
        }
        await #expect(throws: BackupError.damaged) { try await check(bytes + Data([0])) }
    }

    @Test func anotherFileIsNoBackup() async throws {
        for other in [
            "", "\n", "socle backup \n", "socle backup x\n", "PK\u{3}\u{4}", "socle backup -1\n", String(repeating: "x", count: 5_000),
        ] {
            let error = await #expect(throws: BackupError.self) { try await check(Data(other.utf8)) }
            let words = "\(try #require(error))"
            #expect(words.contains("is no backup of Socle"), "\(other.prefix(20))")
        }
    }

    @Test func aNewerFormIsRefusedInClearWords() async throws {
        let error = await #expect(throws: BackupError.newerFormat(2)) { try await check(Data("socle backup 2\nwhatever".utf8)) }
        let words = "\(try #require(error))"
        #expect(words.contains("a later one"))
    }

    @Test func aMissingFileIsNamed() throws {
        let error = #expect(throws: FileFailure.self) { _ = try InputFile("/nowhere/at/all") }
        let words = "\(try #require(error))"
        #expect(words.contains("/nowhere/at/all"))
    }

    @Test func aBackupOfANewerProgramIsRefusedBeforeTheDatabaseIsTouched() async throws {
        let bytes = try await backupOfHall(migrations: Hall.migrations + [Hall.second])
        try await withDatabase(.sqlite) { target in
            let error = await #expect(throws: StorageError.newerDatabase(["hall-002"])) { try await restore(bytes, into: target) }
            let words = "\(try #require(error))"
            #expect(words.contains("newer than this program"))
            #expect(try await target.read { try $0.migrationsSeen() } == [])
        }
    }

    /// The checksum is right, and what is in it is not: nothing stays.
    @Test(arguments: TestEngine.allCases, Forgery.allCases)
    func aForgedBackupLeavesAnEmptyDatabase(engine: TestEngine, forgery: Forgery) async throws {
        let bytes = try await forgery.bytes()
        try await withDatabase(engine) { target in
            await #expect(throws: (any Error).self) { try await restore(bytes, into: target) }
            #expect(try await target.read { try $0.migrationsSeen() } == [])
            // The place can still be used.
            try await restore(try await backupOfHall(), into: target)
        }
    }

    enum Forgery: String, CaseIterable {
        case wrongType, nul, danglingReference, missingColumn, missingTable

        func bytes() async throws -> Data {
            try await withFolder { folder in
                let path = folder.appending(path: "forged").path
                let file = try OutputFile(Destination(path))
                let records = try RecordWriter(file)
                try records.write(Manifest(at: .init(milliseconds: 0), engine: .sqlite, migrations: ["hall-001"]))
                let tables = try await withDatabase(.sqlite, migrations: Hall.migrations) { try await $0.read { try $0.tables() } }
                for table in tables where self != .missingTable || table.name != "rule" {
                    let isForged = table.name == "a_seat"
                    let left = isForged && self == .missingColumn ? table.with(Array(table.columns.dropLast())) : table
                    records.begin(left ?? table, lastKey: nil)
                    if isForged, let row { try records.write(row) }
                    try records.endTable(rows: 0)
                }
                try records.finish()
                try file.finish()
                return try Data(contentsOf: URL(filePath: path))
            }
        }

        private var row: [SQLValue]? {
            switch self {
            case .wrongType: [.integer(1), .text("eight888"), .null, .null, .null, .null]
            case .nul: [.integer(1), .integer(1), .text("a\0b"), .null, .null, .null]
            case .danglingReference: [.integer(1), .integer(99), .null, .null, .null, .null]
            case .missingColumn, .missingTable: nil
            }
        }
    }
}
