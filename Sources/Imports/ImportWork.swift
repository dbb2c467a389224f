internal import People
internal import Storage
internal import Time
internal import Web

/// The work on one list, in batches that are transactions: whatever stops it, it goes on where it was. By a job, or at once where the list is
/// short.
struct ImportWork: Sendable {
    /// The most lines of a batch.
    static let batch = 500
    /// Lists no longer than this are done while their person waits.
    static let short = 300

    let services: ImportServices

    /// Does what the state of a list asks for, until it is done. A list that is gone or waits for a person needs nothing.
    func run(_ id: Int64) async throws {
        guard let found = try await services.database.read({ try ImportStore.find(id, on: $0) }), found.isAtWork else { return }
        do {
            guard let kind = services.kind(found.kind) else { throw ImportError.unknownKind(found.kind) }
            switch found.state {
            case .reading: try await judge(found, kind)
            case .running: try await carryOut(found, kind)
            case .undoing: try await undo(found, kind)
            default: return
            }
        } catch let error as CancellationError {
            throw error
        } catch let error as StorageError where error.mayPass {
            throw error
        } catch {
            // Trying the same again would fail again: a person is told, and decides. What was done stands, and can be taken back.
            let now = services.clock.now()
            _ = try await services.database.write { db in
                try ImportStore.move(id, from: [.reading, .running, .undoing], to: .failed, at: now, on: db)
            }
            throw error
        }
    }

    private func judge(_ one: Import, _ kind: any ImportKind) async throws {
        var judge = try await services.database.read { db in try kind.judge(one, on: db) }
        var last = 0
        var done = 0
        while true {
            try Task.checkCancellation()
            let (lines, verdicts, next) = try await services.database.read { [judge, last] db in
                var judge = judge
                let lines = try ImportStore.lines(of: one.id, after: last, limit: Self.batch, on: db)
                let records = lines.map { $0.record(of: one) }
                let readable = records.filter { $0.problem == nil }
                let judged = try judge.judge(readable, on: db)
                let byLine = Dictionary(zip(readable.map(\.number), judged), uniquingKeysWith: { first, _ in first })
                let verdicts = records.map { record in
                    (
                        number: record.number, mailbox: kind.mailbox(of: record),
                        verdict: byLine[record.number] ?? ImportVerdict.refused(record.problem.map { [$0] } ?? [])
                    )
                }
                return (lines, verdicts, judge)
            }
            guard let number = lines.last?.number else { break }
            judge = next
            last = number
            done += lines.count
            let isOn = try await services.database.write { [done] db in
                guard try ImportStore.hold(one.id, in: .reading, on: db) else { return false }
                try ImportStore.note(verdicts, of: one.id, on: db)
                try ImportStore.advance(one.id, to: done, on: db)
                return true
            }
            guard isOn else { return }
        }
        let now = services.clock.now()
        _ = try await services.database.write { db in
            try ImportStore.move(one.id, from: [.reading], to: .previewed, at: now, on: db)
        }
    }

    private func carryOut(_ one: Import, _ kind: any ImportKind) async throws {
        var judge = try await services.database.read { db in try kind.judge(one, on: db) }
        let now = services.clock.now()
        while true {
            try Task.checkCancellation()
            let next = try await services.database.write { [judge] db -> (any ImportJudge)? in
                guard try ImportStore.hold(one.id, in: .running, on: db) else { return nil }
                let lines = try ImportStore.planned(of: one.id, limit: Self.batch, on: db)
                guard !lines.isEmpty else {
                    _ = try ImportStore.move(one.id, from: [.running], to: .done, at: now, on: db)
                    return nil
                }
                var judge = judge
                let deeds = try judge.carryOut(lines.map { $0.plan(of: one) }, at: now, on: db)
                try ImportStore.note(deeds, of: one.id, at: now, on: db)
                try ImportStore.advance(one.id, by: lines.count, on: db)
                return judge
            }
            guard let next else { return }
            judge = next
        }
    }

    private func undo(_ one: Import, _ kind: any ImportKind) async throws {
        let now = services.clock.now()
        while true {
            try Task.checkCancellation()
            let isOn = try await services.database.write { db in
                guard try ImportStore.hold(one.id, in: .undoing, on: db) else { return false }
                let lines = try ImportStore.reversible(of: one.id, limit: Self.batch, on: db)
                guard !lines.isEmpty else {
                    _ = try ImportStore.move(one.id, from: [.undoing], to: .undone, at: now, on: db)
                    return false
                }
                try ImportStore.note(kind.undo(lines, of: one, at: now, on: db), of: one.id, on: db)
                try ImportStore.advance(one.id, by: lines.count, on: db)
                return true
            }
            guard isOn else { return }
        }
    }
}

extension ImportLine {
    /// The line by column.
    func record(of one: Import) -> ImportRecord {
        ImportRecord(number: number, cells: cells ?? [], columns: one.columns)
    }

    /// What is to be done with it.
    func plan(of one: Import) -> ImportPlan {
        let isChosen = outcome == .likely
        let planned: Outcome = isChosen ? (choice == .merge ? .merged : .created) : (outcome ?? .refused)
        return ImportPlan(record(of: one), planned, matched: matched, isChosen: isChosen)
    }
}

extension ImportKind {
    /// The mailbox by which a person finds the line.
    func mailbox(of record: ImportRecord) -> String? {
        columns.first(where: \.isMailbox).flatMap { record.fields[$0.name] }.map(Person.key)
    }
}

extension StorageError {
    /// Whether the same may work a little later.
    fileprivate var mayPass: Bool {
        switch self {
        case .busy, .full, .connectionLost, .closed: true
        default: false
        }
    }
}
