internal import Web

/// What became of a decision that was sent.
enum QueueOutcome: String {
    case keep, confirm, publish, refuse, ask
    /// It waits no longer: somebody else was quicker.
    case late

    init(_ verdict: Decision.Verdict, _ keeping: Decision.Keeping) {
        self =
            switch (verdict, keeping) {
            case (.keep, .keep): .keep
            case (.keep, .confirm): .confirm
            case (.keep, .publish): .publish
            case (.refuse, _): .refuse
            case (.ask, _): .ask
            }
    }
}

/// What the queue says after a decision: what became of it, and on how many cases where it was on all that were shown.
struct QueueNotice {
    let outcome: QueueOutcome
    let decided: Int?

    /// What the address of the queue tells.
    init?(_ visit: Visit) {
        guard let outcome = visit.query("done").flatMap(QueueOutcome.init(rawValue:)) else { return nil }
        self.outcome = outcome
        decided = visit.query("decided").flatMap { Int($0) }.flatMap { (0...QueueHandlers.shown).contains($0) ? $0 : nil }
    }
}
