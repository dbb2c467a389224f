import Backup
import Foundation
import Harness
import Storage
import Testing
import Time

/// Where a backup may be written, and what it may replace.
@Suite struct TargetTests {
    @Test func aFileIsNotWrittenOverUnlessItIsSaid() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "site.backup").path
            try "precious".write(toFile: path, atomically: true, encoding: .utf8)
            try await withDatabase(.sqlite, migrations: Hall.migrations) { database in
                let backup = Backup(of: database, clock: .system)
                await #expect(throws: FileFailure.exists(path)) { _ = try await backup.write(to: Destination(path), secret: nil) }
                #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
                _ = try await backup.write(to: Destination(path, isReplacing: true), secret: nil)
                _ = try BackupFile(checking: InputFile(path))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site.backup"])
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func aBackupThatFailsLeavesNothing() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "site.backup").path
            try await withDatabase(.sqlite) { database in
                await #expect(throws: BackupError.nothingThere) {
                    _ = try await Backup(of: database, clock: .system).write(to: Destination(path), secret: nil)
                }
            }
            let file = try OutputFile(Destination(path))
            try file.write("half")
            #expect(throws: FileFailure.busy(path)) { _ = try OutputFile(Destination(path)) }
            #expect(!FileManager.default.fileExists(atPath: path))
            _ = consume file
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    @Test(arguments: TestEngine.allCases) func aDatabaseWithASiteIsOnlyReplacedIfItIsSaid(engine: TestEngine) async throws {
        let bytes = try await backupOfHall()
        try await withDatabase(engine, migrations: Hall.migrations) { target in
            try await target.write { try $0.run("INSERT INTO hall (name) VALUES ('of another site')") }
            let before = try await Hall.content(of: target)
            let error = await #expect(throws: BackupError.notEmpty(tables: 5)) { try await restore(bytes, into: target) }
            let words = "\(try #require(error))"
            #expect(words.contains("--replace"))
            #expect(try await Hall.content(of: target) == before)
            try await restore(bytes, into: target, isReplacing: true)
            #expect(try await Hall.content(of: target)["hall"]?.count == 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatSocleDidNotMakeIsNeverRemoved(engine: TestEngine) async throws {
        let bytes = try await backupOfHall()
        try await withDatabase(engine) { target in
            try await target.write { try $0.run("CREATE TABLE somebody_elses (word \(type: .text))") }
            await #expect(throws: BackupError.notOurs) { try await restore(bytes, into: target, isReplacing: true) }
            #expect(try await target.read { try $0.tables().map(\.name) } == ["migration", "somebody_elses"])
        }
    }

    @Test func aServingSiteOnPostgresIsInTheWay() async throws {
        let bytes = try await backupOfHall()
        try await withPlace(.postgres) { place in
            let serving = try await place.open()
            serving.onCommit { _ in }
            let target = try await place.open()
            var refusal: StorageError?
            for _ in 0..<100 where refusal == nil {
                do {
                    try await target.write { try $0.requireSolitude() }
                    try await Task.sleep(for: .milliseconds(20))
                } catch {
                    refusal = error as? StorageError
                }
            }
            #expect(refusal == .inUse)
            await #expect(throws: StorageError.inUse) { try await restore(bytes, into: target) }
            #expect(try await target.read { try $0.migrationsSeen() } == [])
            await serving.close()
            await target.close()
        }
    }

    @Test func anOpenFileOnSQLiteIsInTheWay() async throws {
        try await withPlace(.sqlite) { place in
            try place.location.requireSolitude()
            let serving = try await place.open()
            try await serving.migrate(Hall.migrations)
            #expect(throws: StorageError.inUse) { try place.location.requireSolitude() }
            try await serving.ping()
            await serving.close()
            try place.location.requireSolitude()
        }
    }

    @Test(arguments: TestEngine.allCases) func theLastBackupIsRemembered(engine: TestEngine) async throws {
        let time = TestClock()
        try await withFolder { folder in
            try await withDatabase(engine, migrations: BackupSchema.migrations) { database in
                #expect(try await database.read { try BackupStore.last(on: $0) } == nil)
                for number in 0..<3 {
                    time.advance(by: .hours(1))
                    let path = folder.appending(path: "\(number).backup").path
                    let summary = try await Backup(of: database, clock: time.clock).write(to: Destination(path), secret: nil)
                    try await database.write { try BackupStore.record(summary, on: $0) }
                }
                #expect(try await database.read { try BackupStore.last(on: $0) } == time.now)
            }
        }
    }

    @Test func noTimeoutOfTheServerEndsABackup() async throws {
        try await withPlace(.postgres) { place in
            guard case .postgres(let address) = place.location else { return }
            let impatient = try await Database.open(.postgres(address: "\(address)%20-cstatement_timeout%3D200"))
            await #expect(throws: StorageError.self) {
                try await impatient.read { db in _ = try db.rows("SELECT 1 AS n FROM pg_sleep(0.5)") }
            }
            try await impatient.read { db in
                try db.takeAsLongAsNeeded()
                _ = try db.rows("SELECT 1 AS n FROM pg_sleep(0.5)")
            }
            await impatient.close()
        }
    }
}
