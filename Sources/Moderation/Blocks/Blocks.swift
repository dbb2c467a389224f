internal import People
public import Storage
internal import Synchronization
public import Time
public import Web

/// What is watched for, kept at hand since every form is compared with it, and read anew when it changes.
public final class Blocks: Sendable {
    private struct Table {
        var mailboxes: [String: Block] = [:]
        var domains: [String: Block] = [:]
        var networks: [(range: AddressRange, block: Block)] = []
        var words: [Block] = []
    }

    private let database: Database
    private let clock: Clock
    private let held: Mutex<Table>

    /// Reads what is watched for in this database.
    public init(database: Database, clock: Clock) async throws {
        self.database = database
        self.clock = clock
        held = Mutex(Table())
        try await refresh()
    }

    /// Reads it anew; called when the topic `blocks` moved.
    public func refresh() async throws {
        let now = clock.now()
        let blocks = try await database.read { try BlockStore.all(at: now, on: $0) }
        var table = Table()
        for block in blocks {
            switch block.kind {
            case .mailbox: table.mailboxes[block.value] = block
            case .domain: table.domains[block.value] = block
            case .network: if let range = AddressRange(block.value) { table.networks.append((range, block)) }
            case .word: table.words.append(block)
            }
        }
        held.withLock { $0 = table }
    }

    /// Whether a mailbox is watched for, by any of the ways in which it may be written, or its domain is.
    public func kind(ofMailbox spellings: [String]) -> Block.Kind? {
        let now = clock.now()
        let table = held.withLock { $0 }
        guard !table.mailboxes.isEmpty || !table.domains.isEmpty else { return nil }
        let keys = spellings.map { Person.key(of: $0) }
        if keys.contains(where: { Self.holds(table.mailboxes[$0], now) }) { return .mailbox }
        return keys.contains { Self.domains(of: $0).contains { Self.holds(table.domains[$0], now) } } ? .domain : nil
    }

    /// Whether the address that a form came from, or words in it, are watched for.
    public func kind(from client: ClientAddress, writing texts: [String]) -> Block.Kind? {
        let now = clock.now()
        let table = held.withLock { $0 }
        if table.networks.contains(where: { Self.holds($0.block, now) && $0.range.contains(client) }) { return .network }
        guard !table.words.isEmpty else { return nil }
        let written = texts.map { WordSearch.words(of: $0) }
        return table.words.contains { block in Self.holds(block, now) && written.contains { WordSearch.holds($0, block.value) } }
            ? .word : nil
    }

    /// What is watched for and met by a mailbox, by any of the ways in which it may be written, and by texts: for those who decide.
    public func met(byMailbox spellings: [String], writing texts: [String]) -> [Block] {
        let now = clock.now()
        let table = held.withLock { $0 }
        let keys = Set(spellings.map { Person.key(of: $0) })
        let domains = Set(keys.flatMap { Self.domains(of: $0) })
        let written = texts.map { WordSearch.words(of: $0) }
        let words = table.words.filter { block in written.contains { WordSearch.holds($0, block.value) } }
        let found = keys.compactMap { table.mailboxes[$0] } + domains.compactMap { table.domains[$0] } + words
        return found.filter { Self.holds($0, now) }.sorted { $0.id < $1.id }
    }

    /// The ranges of addresses that are watched for. Which of them something came from is not kept.
    public func networks() -> [Block] {
        let now = clock.now()
        return held.withLock { $0 }.networks.map(\.block).filter { Self.holds($0, now) }.sorted { $0.id < $1.id }
    }

    private static func holds(_ block: Block?, _ now: Instant) -> Bool {
        guard let block else { return false }
        return block.endsAt.map { $0 > now } ?? true
    }

    /// The domain of a mailbox and those above it.
    private static func domains(of mailbox: String) -> [String] {
        guard let domain = mailbox.split(separator: "@").last else { return [] }
        let labels = domain.split(separator: ".")
        return labels.indices.dropLast().map { labels[$0...].joined(separator: ".") }
    }
}
