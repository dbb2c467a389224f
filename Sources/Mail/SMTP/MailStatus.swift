/// An enhanced status code (RFC 3463), such as 5.1.1: what kind of failure, about what.
public struct MailStatus: Hashable, Sendable, CustomStringConvertible {
    /// 2 delivered, 4 may work later, 5 will not.
    public let kind: Int
    /// 1 the address, 2 the mailbox, 3 the server, 4 the way there, 5 the protocol, 6 the content, 7 a policy.
    public let subject: Int
    /// More exactly, within the subject.
    public let detail: Int

    /// A code by its three numbers.
    init(_ kind: Int, _ subject: Int, _ detail: Int) {
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    /// The first code that stands in a text as a word, or nil.
    init?(findingIn text: some Sequence<UInt8>) {
        for word in text.split(whereSeparator: { !($0 == UInt8(ascii: ".") || (48...57).contains($0) || isLetter($0)) }) {
            // A full stop that ends the sentence is no part of the code.
            let code = word.last == UInt8(ascii: ".") ? word.dropLast() : word
            let numbers = code.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard numbers.count == 3, numbers.allSatisfy({ (1...3).contains($0.count) }) else { continue }
            let values = numbers.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
            guard values.count == 3, [2, 4, 5].contains(values[0]), numbers[0].count == 1 else { continue }
            self.init(values[0], values[1], values[2])
            return
        }
        return nil
    }

    /// The code as it is written.
    public var description: String { "\(kind).\(subject).\(detail)" }

    /// Whether the code says that nobody reads mail at this address any more: not a full mailbox (2.2), not a policy against us (7.x),
    /// not a broken server.
    var saysMailboxIsGone: Bool {
        guard kind == 5 else { return false }
        return switch (subject, detail) {
        case (0, 0), (1, 0...6), (1, 10), (2, 0), (2, 1), (4, 4): true
        default: false
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
}
