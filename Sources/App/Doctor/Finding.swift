internal import Foundation

/// What the doctor found in one place.
public struct Finding: Sendable, Hashable, Encodable {
    /// How bad it is.
    public enum Level: String, Sendable, Encodable, Comparable {
        /// As it should be.
        case ok
        /// The site works, and somebody should look at it.
        case warn
        /// The site does not work as it should.
        case fail

        /// Whether a level is less bad than another.
        public static func < (left: Level, right: Level) -> Bool { left.weight < right.weight }

        private var weight: Int {
            switch self {
            case .ok: 0
            case .warn: 1
            case .fail: 2
            }
        }
    }

    /// How bad it is.
    public let level: Level
    /// The place: `database`, `mail server`…
    public let place: String
    /// What is the case.
    public let words: String
    /// What to do about it, if anything.
    public let mend: String?

    static func ok(_ place: String, _ words: String) -> Finding {
        Finding(level: .ok, place: place, words: words, mend: nil)
    }

    static func warn(_ place: String, _ words: String, mend: String) -> Finding {
        Finding(level: .warn, place: place, words: words, mend: mend)
    }

    static func fail(_ place: String, _ words: String, mend: String) -> Finding {
        Finding(level: .fail, place: place, words: words, mend: mend)
    }

    /// One line for a person, and a second one where there is something to do.
    public var lines: String {
        let head = level.rawValue.padding(toLength: 5, withPad: " ", startingAt: 0)
        return "\(head) \(place): \(words)" + (mend.map { "\n      → \($0)" } ?? "")
    }

    /// One line for a machine.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
