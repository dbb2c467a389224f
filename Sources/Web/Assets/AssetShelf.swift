public import HTML
internal import HTTPTypes
internal import Synchronization

/// The files in force: those of the program, of which some are made anew while it runs, such as the style sheet when a site chooses colours.
public final class AssetShelf: Sendable {
    private struct State {
        var assets: Assets
        var answers: [String: ReadyAnswer] = [:]
        var fields = HTTPFields()
    }

    private let state: Mutex<State>

    /// These files, until one is replaced.
    public init(_ assets: Assets = Assets()) {
        state = Mutex(State(assets: assets))
    }

    /// The address of a file as it is now. Traps if there is none of that name.
    public func path(_ name: String) -> URLPath {
        state.withLock { $0.assets.path(name) }
    }

    /// Puts other content into a file: it has another address from now on. Nothing happens if the content is the same.
    public func replace(_ name: String, with bytes: [UInt8]) {
        let (assets, fields) = state.withLock { ($0.assets.replacing(name, with: bytes), $0.fields) }
        guard let assets else { return }
        // Packed outside of the lock: it takes a while.
        let answers = assets.ready(fields)
        state.withLock { state in
            state.assets = assets
            state.answers = answers
        }
    }

    /// The headers that every answer has.
    func dress(_ fields: HTTPFields) {
        let assets = state.withLock { state in
            state.fields = fields
            return state.assets
        }
        let answers = assets.ready(fields)
        state.withLock { $0.answers = answers }
    }

    /// The file at an address. A page that was made before the file changed, or on another node, asks for its former address: it gets the
    /// file as it is now, and nobody keeps it under that address.
    func answer(at target: String) -> ReadyAnswer? {
        state.withLock { state in
            if let answer = state.answers[target] { return answer }
            guard target.utf8.starts(with: "/assets/".utf8) else { return nil }
            let parts = target.utf8.dropFirst("/assets/".utf8.count).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count == 3, parts[1].count == 16, parts[1].allSatisfy(\.isHexDigit) else { return nil }
            return state.answers["\(String(Substring(parts[0]))).\(String(Substring(parts[2])))"]
        }
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
