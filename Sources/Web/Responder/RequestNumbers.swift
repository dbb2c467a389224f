internal import Synchronization

/// Gives every request a number that is short to read on the telephone and not given twice: a random start, then counting.
public final class RequestNumbers: Sendable {
    private let start: String
    private let count = Atomic<Int>(0)

    /// Numbers that begin with a few random letters from this source.
    public init(using generator: inout some RandomNumberGenerator) {
        start = String(UInt32.random(in: .min ... .max, using: &generator), radix: 36)
    }

    func next() -> String {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return "\(start)-\(String(number, radix: 36))"
    }
}
