/// What an engine must do for `Database`.
protocol Backend: Sendable {
    /// Queues a read. Answers false once closed.
    func read(_ job: Job<any Reader>) -> Bool
    /// Queues a write. Answers false once closed.
    func write(_ job: Job<any Writer>) -> Bool
    /// Begins to notice what other processes write.
    func watch()
    /// Finishes what waits and lets go of the connections.
    func close() async
    /// As `close`, but does not wait.
    func dismiss()
}
