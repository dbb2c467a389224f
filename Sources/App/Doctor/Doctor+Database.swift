internal import Backup
internal import Campaigns
internal import Foundation
internal import Jobs
internal import Mail
internal import Secrets
internal import Site
internal import Storage
internal import Time

extension Doctor {
    func examineDatabase(_ tell: (Finding) -> Void) async {
        // Opening a SQLite file that is not there would make one.
        if case .sqlite(let path) = settings.database, !FileManager.default.fileExists(atPath: path) {
            return tell(
                .fail(
                    "database", "there is no file \(path)",
                    mend: "set \(Setting.database.variable), restore a backup, or make it: socle migrate"))
        }
        do {
            let database = try await settings.openDatabase(limits: Limits(readers: 1, writers: 1), clock: clock)
            await examine(database, tell)
            await database.close()
        } catch {
            tell(
                .fail("database", "\(settings.database): \(error)", mend: "see that it runs and that \(Setting.database.variable) is right")
            )
        }
    }

    private func examine(_ database: Database, _ tell: (Finding) -> Void) async {
        do {
            let facts = try await database.read { try $0.engineFacts() }
            let isDurable = try await database.write { try $0.isDurable() }
            for fault in facts.faults + (isDurable ? [] : ["commits do not wait for the disk"]) {
                tell(.fail("database", "\(facts.version): \(fault)", mend: "docs/operating/doctor.md"))
            }
            for doubt in facts.doubts { tell(.warn("database", "\(facts.version): \(doubt)", mend: "docs/operating/doctor.md")) }
            if facts.faults.isEmpty, isDurable { tell(.ok("database", "\(facts.version), sound")) }
            let seen = Set(try await database.read { try $0.migrationsSeen() })
            tell(schema(seen))
            tell(try await time(facts.clock, database, isMigrated: !seen.isEmpty))
            // What follows asks tables that an older or newer schema may not have.
            guard seen == Set(Program.migrations.map(\.id)) else { return }
            for finding in try await database.read({ db in try contents(on: db) }) { tell(finding) }
        } catch {
            tell(.fail("database", "\(error)", mend: "see the log of the database"))
        }
    }

    private func schema(_ seen: Set<String>) -> Finding {
        let known = Program.migrations.map(\.id)
        let unknown = seen.subtracting(known).sorted()
        guard unknown.isEmpty else {
            return .fail("schema", "\(StorageError.newerDatabase(unknown))", mend: "install the program that wrote it, or a later one")
        }
        let missing = known.filter { !seen.contains($0) }
        return missing.isEmpty
            ? .ok("schema", "up to date")
            : .warn(
                "schema", "\(missing.count) migrations are still to be made", mend: "back up, then socle migrate; serve does it as well")
    }

    private func time(_ server: Instant?, _ database: Database, isMigrated: Bool) async throws -> Finding {
        let now = clock.now()
        if let server, abs((server - now).milliseconds) > 60_000 {
            return .warn(
                "clock", "this machine and the database differ by more than a minute", mend: "let both follow a time server (timedatectl)")
        }
        let last = isMigrated ? try await database.read { try $0.lastMigration() } : nil
        guard last.map({ $0 <= now + .minutes(5) }) ?? true else {
            return .fail("clock", "the database was migrated in the future: this clock is late", mend: "set the clock (timedatectl)")
        }
        return .ok("clock", now.iso8601)
    }

    private func contents(on db: any Reader) throws -> [Finding] {
        [
            try secret(on: db), try jobs(on: db), try outbox(on: db), try counts(on: db), try backup(on: db),
        ].compactMap { $0 }
    }

    private func secret(on db: any Reader) throws -> Finding? {
        guard let master = try? settings.secretInForce(), try SecretMark.differs(Secrets(master: master), on: db) else { return nil }
        return .fail(
            "secret", "the database was written with another one, and serve refuses to start with this one",
            mend: "set the right one; if it is lost for good: socle migrate --new-secret")
    }

    private func jobs(on db: any Reader) throws -> Finding {
        let dead = try JobStore.dead(on: db)
        return dead == 0
            ? .ok("jobs", "none was given up")
            : .warn("jobs", "\(dead) were given up", mend: "the log says why; the desk lists them")
    }

    private func outbox(on db: any Reader) throws -> Finding {
        let now = clock.now()
        let late = try Outbox.late(since: now - .hours(1), on: db)
        let failed = try Outbox.failed(since: now - .days(7), on: db)
        if late > 0 {
            return .warn(
                "outbox", "\(late) messages wait for more than an hour", mend: "see the mail server above; socle outbox lists them")
        }
        return failed == 0
            ? .ok("outbox", "nothing waits too long")
            : .warn("outbox", "\(failed) messages of the last week were given up", mend: "socle outbox --json says why for each")
    }

    private func counts(on db: any Reader) throws -> Finding {
        guard let last = try TallyStore.lastRecount(on: db) else { return .ok("counts", "not checked yet: the first night does it") }
        if last.differences > 0 {
            return .warn(
                "counts", "\(last.differences) totals differed at \(last.at.iso8601) and were mended",
                mend: "tell the maintainers what the log says")
        }
        return last.at < clock.now() - .days(2)
            ? .warn("counts", "last checked at \(last.at.iso8601)", mend: "leave socle serve running at night")
            : .ok("counts", "agreed with every signature at \(last.at.iso8601)")
    }

    private func backup(on db: any Reader) throws -> Finding {
        let isDemo = try SiteStore.settings(on: db).isDemo
        guard let last = try BackupStore.last(on: db) else {
            return isDemo
                ? .ok("backup", "none, and a demo needs none")
                : .warn("backup", "none was ever made", mend: "socle backup FILE, every night: docs/operating/backup.md")
        }
        return last < clock.now() - .days(2)
            ? .warn("backup", "the last is of \(last.iso8601)", mend: "see why the nightly one stopped")
            : .ok("backup", "the last is of \(last.iso8601)")
    }
}
