import Foundation
import HTML
import Logging
import Synchronization
import Text
import Time

@testable import Web

/// A site for tests: plain pages, a clock that stands still, and a log that can be read.
struct TestSite {
    let responder: Responder
    let cache: PageCache
    let log: TestLog
    let metrics = PrometheusMetrics()
    let clock = TestClock()

    static let catalogue = try? Catalogue(files: [
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Web/Web.xcstrings")
    ])

    init(
        base: String = "https://site.example", cacheBytes: Int = 1 << 20, proxies: ProxyTrust = ProxyTrust(), assets: Assets = Assets(),
        sessionCookies: Set<String> = ["session"], frame: @escaping Frame = TestSite.frame,
        explain: @escaping @Sendable (any Error) -> WebFailure? = { _ in nil }, _ bind: (inout RouteTable) -> Void
    ) throws {
        var table = RouteTable()
        bind(&table)
        cache = PageCache(bytes: cacheBytes)
        log = TestLog()
        var generator = SystemRandomNumberGenerator()
        guard let catalogue = Self.catalogue, let base = WebURL(base) else { throw Unusable() }
        let log = log
        responder = Responder(
            SiteFacts(base: base, contact: { "help@example.org" }, proxies: proxies, sessionCookies: sessionCookies), routes: table,
            catalogue: catalogue, frame: frame,
            cache: cache, assets: AssetShelf(assets), explain: explain, clock: clock.clock, numbers: RequestNumbers(using: &generator),
            logger: Logger(label: "test") { _ in log }, metrics: metrics)
    }

    /// Draws the title and the body, and nothing else.
    static let frame: Frame = { page, facts in
        "<!doctype html><html lang=\"\(page.language.code)\"><title>\(page.title)</title><body>\(page.body)</body></html>"
    }

    func get(_ target: String, _ headers: [(name: String, value: String)] = [], method: String = "GET") async -> Reply {
        await responder.reply(to: HandmadeRequest(method, target, headers: headers))
    }

    /// Sends a form as a browser does that comes from the site's own page.
    func post(_ target: String, _ form: String, _ headers: [(name: String, value: String)] = [("Sec-Fetch-Site", "same-origin")]) async
        -> Reply
    {
        let type: (name: String, value: String) = ("Content-Type", "application/x-www-form-urlencoded")
        return await responder.reply(to: HandmadeRequest("POST", target, headers: [type] + headers, body: Array(form.utf8)))
    }

    struct Unusable: Error {}
}

/// A clock that moves only when it is told to.
final class TestClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_790_000_000_000))

    var clock: Time.Clock { Clock { self.time.withLock { $0 } } }

    func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// Keeps what was logged, one line an entry: level, message, metadata.
final class TestLog: LogHandler, Sendable {
    private let held = Mutex<[String]>([])

    var lines: [String] { held.withLock { $0 } }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        let metadata = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        held.withLock { $0.append("\(event.level) \(event.message) \(metadata)") }
    }
}

/// A gate that tests open when they like.
final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// Counts across tasks.
final class Tally: Sendable {
    private let held = Mutex(0)

    var value: Int { held.withLock { $0 } }

    @discardableResult
    func add() -> Int {
        held.withLock { count in
            count += 1
            return count
        }
    }
}

/// Waits until something holds; gives up after ten seconds, and then the expectation that follows says what is wrong.
func eventually(_ holds: () -> Bool) async throws {
    for _ in 0..<1000 {
        if holds() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
}

func page(_ words: String, _ language: Language = .english) -> Page {
    Page(language: language, title: words, body: HTML(text: words), addressInLanguage: { URLPath(segments: [$0.code]) })
}
