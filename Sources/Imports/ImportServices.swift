internal import Jobs
public import Moderation
public import Storage
public import Time

/// What answers for lists, and the work behind them, need.
public struct ImportServices: Sendable {
    /// What a job that works on a list is called; its payload is the list's key.
    static let job = "imports.work"

    let database: Database
    let clock: Clock
    let menu: DeskMenu
    let kinds: [any ImportKind]
    let jobs: JobStore

    /// Services over this database, for lists of these kinds, in the order in which they are offered.
    public init(database: Database, clock: Clock, menu: DeskMenu, kinds: [any ImportKind]) {
        self.database = database
        self.clock = clock
        self.menu = menu
        self.kinds = kinds
        jobs = JobStore(clock: clock)
    }

    func kind(_ name: String) -> (any ImportKind)? {
        kinds.first { $0.name == name }
    }

    /// Leaves the work to a job, in the write that makes it due.
    func queue(_ id: Int64, on db: any Writer) throws {
        try jobs.add(Self.job, "\(id)", on: db)
    }
}
