import Harness
import Jobs
import Logging
import Storage
import Synchronization
import Testing
import Time

@Suite struct JobWorkerTests {
    private let time = TestClock()

    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])
        func write(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private struct Trouble: Error {}

    private func worker(_ database: Database, _ handlers: [JobHandler]) -> JobWorker {
        JobWorker(
            database: database, clock: time.clock, handlers: handlers,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    private func workAll(_ worker: JobWorker) async throws {
        while try await worker.workOnce() {}
    }

    @Test(arguments: TestEngine.allCases) func aJobIsDoneOnceWithItsPayload(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { try store.add("greet", "amina", on: $0) }
            let diary = Diary()
            let worker = worker(database, [JobHandler("greet") { diary.write($0) }])
            try await workAll(worker)
            try await workAll(worker)
            #expect(diary.all == ["amina"])
        }
    }

    @Test(arguments: TestEngine.allCases) func aJobWaitsForItsTime(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            let later = time.now + .hours(1)
            try await database.write { try store.add("greet", "later", at: later, on: $0) }
            let diary = Diary()
            let worker = worker(database, [JobHandler("greet") { diary.write($0) }])
            try await workAll(worker)
            #expect(diary.all.isEmpty)
            time.advance(by: .hours(1))
            try await workAll(worker)
            #expect(diary.all == ["later"])
        }
    }

    @Test(arguments: TestEngine.allCases) func aSecondJobWithTheSameKeyIsDropped(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { db in
                try store.add("greet", "first", uniqueKey: "k", on: db)
                try store.add("greet", "second", uniqueKey: "k", on: db)
            }
            let diary = Diary()
            try await workAll(worker(database, [JobHandler("greet") { diary.write($0) }]))
            #expect(diary.all == ["first"])
        }
    }

    @Test(arguments: TestEngine.allCases) func aFailedJobComesBackAndInTheEndIsADeadLetter(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { try store.add("fail", on: $0) }
            let diary = Diary()
            let worker = worker(
                database,
                [
                    JobHandler("fail") { _ in
                        diary.write("tried")
                        throw Trouble()
                    }
                ])
            try await workAll(worker)
            #expect(diary.all.count == 1)
            for _ in 0..<20 {
                time.advance(by: .days(7))
                try await workAll(worker)
            }
            #expect(diary.all.count == 12)
            let dead: Int? = try await database.read { try $0.value("SELECT count(*) FROM job WHERE dead_at IS NOT NULL") }
            #expect(dead == 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func aScheduleRunsOncePerPeriodHoweverManyNodes(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let diary = Diary()
            let nodes = (0..<3).map { _ in worker(database, [JobHandler("count", .every(.hours(24))) { diary.write("counted") }]) }
            for node in nodes { try await node.addSchedules() }
            for day in 1...3 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for node in nodes { group.addTask { try await workAll(node) } }
                    try await group.waitForAll()
                }
                #expect(diary.all.count == day)
                time.advance(by: .hours(24))
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func workThatRepeatsNeverEndsHoweverOftenItFails(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let diary = Diary()
            let worker = worker(
                database,
                [
                    JobHandler("remind", .every(.hours(1))) {
                        diary.write("tried")
                        if diary.all.count <= 20 { throw Trouble() }
                    }
                ])
            try await worker.addSchedules()
            for _ in 0..<30 {
                try await workAll(worker)
                time.advance(by: .hours(1))
            }
            #expect(diary.all.count == 30)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoLostTheLeaseHasNoSayAnyMore(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { try store.add("slow", on: $0) }
            let diary = Diary()
            let second = worker(database, [JobHandler("slow") { _ in diary.write("second") }])
            let first = worker(
                database,
                [
                    JobHandler("slow") { _ in
                        // So slow that another node takes over, and then it fails.
                        time.advance(by: .minutes(6))
                        try await second.workOnce()
                        throw Trouble()
                    }
                ])
            try await first.workOnce()
            #expect(diary.all == ["second"])
            let left: Int? = try await database.read { try $0.value("SELECT count(*) FROM job") }
            #expect(left == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func nightlyWorkWaitsForItsHourAndComesBackEachNight(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let diary = Diary()
            let worker = worker(database, [JobHandler("night", .daily(hour: 2)) { diary.write(time.now.iso8601) }])
            try await worker.addSchedules()
            for _ in 0..<(3 * 24) {
                try await workAll(worker)
                time.advance(by: .hours(1))
            }
            #expect(diary.all == ["2026-01-16T02:00:00Z", "2026-01-17T02:00:00Z", "2026-01-18T02:00:00Z"])
        }
    }

    @Test(arguments: TestEngine.allCases) func aJobOfADeadNodeIsTakenOver(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { try store.add("greet", "twice", on: $0) }
            // A node claims the job and is never heard of again.
            let soon = time.now + .minutes(5)
            try await database.write { db in _ = try db.run("UPDATE job SET leased_until = \(soon), attempts = 1") }
            let diary = Diary()
            let worker = worker(database, [JobHandler("greet") { diary.write($0) }])
            try await worker.workOnce()
            #expect(diary.all.isEmpty)
            time.advance(by: .minutes(5))
            try await workAll(worker)
            #expect(diary.all == ["twice"])
        }
    }

    @Test(arguments: TestEngine.allCases) func anInterruptedJobIsGivenBack(engine: TestEngine) async throws {
        try await withDatabase(engine, migrations: JobSchema.migrations) { database in
            let store = JobStore(clock: time.clock)
            try await database.write { try store.add("sleep", on: $0) }
            try await worker(database, [JobHandler("sleep") { _ in throw CancellationError() }]).workOnce()
            let diary = Diary()
            try await workAll(worker(database, [JobHandler("sleep") { _ in diary.write("done") }]))
            #expect(diary.all == ["done"])
        }
    }
}
