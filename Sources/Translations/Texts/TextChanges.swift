/// What changed between two versions of a text, paragraph by paragraph.
struct TextChanges: Sendable, Hashable {
    /// A paragraph that is only in one of the versions.
    enum Change: Sendable, Hashable {
        case gone(String)
        case new(String)
    }

    /// In the order of the text, what is gone before what stands there now.
    let changes: [Change]

    /// Texts of more paragraphs than this are compared as one.
    private static let most = 2_000

    init(from old: String, to new: String) {
        let (before, after) = (Self.paragraphs(old), Self.paragraphs(new))
        guard before.count + after.count <= Self.most else {
            changes = old == new ? [] : [.gone(old), .new(new)]
            return
        }
        let difference = after.difference(from: before)
        let gone = Set(difference.removals.map(Self.place)), added = Set(difference.insertions.map(Self.place))
        var changes: [Change] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if left < before.count, gone.contains(left) {
                changes.append(.gone(before[left]))
                left += 1
            } else if right < after.count, added.contains(right) {
                changes.append(.new(after[right]))
                right += 1
            } else {
                left += 1
                right += 1
            }
        }
        self.changes = changes
    }

    /// What stands between blank lines.
    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(into: [[Substring]]([[]])) { paragraphs, line in
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }

    private static func place(_ change: CollectionDifference<String>.Change) -> Int {
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
    }
}
