internal import Foundation

/// A few threads that take jobs from one queue. Threads start when there is work for them, and each keeps its own connection.
/// Blocking calls to a database belong here, never on the threads of Swift's tasks.
///
/// Unchecked, because every property that changes is guarded by `condition`.
final class Crew<Work: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let name: String
    private let size: Int
    private let body: @Sendable (Crew) -> Void
    private var waiting: [Work] = []
    private var running = 0
    private var idle = 0
    private var isClosed = false
    private var patience: Double?
    private var onEnd: [@Sendable () -> Void] = []

    /// A crew of at most `size` threads. Each runs `body`, which takes work until there is none left to take.
    init(name: String, size: Int, body: @escaping @Sendable (Crew) -> Void) {
        self.name = name
        self.size = size
        self.body = body
    }

    /// Puts work at the end of the queue. Answers false if the crew is closed.
    func add(_ work: Work) -> Bool {
        condition.withLock {
            guard !isClosed else { return false }
            waiting.append(work)
            if idle >= waiting.count || running == size {
                condition.signal()
            } else {
                startThread()
            }
            return true
        }
    }

    /// Starts a first thread although there is no work yet, and lets `take` answer nothing after that many seconds without work, so that
    /// the thread can look after something else.
    func watch(every seconds: Double) {
        condition.withLock {
            patience = seconds
            if running == 0, !isClosed { startThread() }
            condition.broadcast()
        }
    }

    /// The next work, at most so much of it. Waits if there is none. Nil once the crew is closed and all work done.
    func take(atMost count: Int) -> [Work]? {
        condition.withLock {
            while waiting.isEmpty {
                if isClosed { return nil }
                idle += 1
                let isWoken = patience.map { condition.wait(until: Date(timeIntervalSinceNow: $0)) } ?? waitForEver()
                idle -= 1
                if !isWoken { break }
            }
            let taken = Array(waiting.prefix(count))
            waiting.removeFirst(taken.count)
            return taken
        }
    }

    /// Takes no more work, and returns once the waiting work is done and the threads have ended.
    func close() async {
        await withCheckedContinuation { continuation in
            let isOver = condition.withLock {
                isClosed = true
                condition.broadcast()
                if running > 0 { onEnd.append { continuation.resume() } }
                return running == 0
            }
            if isOver { continuation.resume() }
        }
    }

    /// As `close`, but does not wait.
    func dismiss() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    private func waitForEver() -> Bool {
        condition.wait()
        return true
    }

    private func startThread() {
        running += 1
        let thread = Thread { [self] in
            body(self)
            threadEnded()
        }
        thread.name = "\(name) \(running)"
        thread.start()
    }

    private func threadEnded() {
        let resumptions: [@Sendable () -> Void] = condition.withLock {
            running -= 1
            guard running == 0 else { return [] }
            defer { onEnd = [] }
            return onEnd
        }
        for resume in resumptions { resume() }
    }
}
