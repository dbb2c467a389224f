internal import HTML

/// A run of one, two or three stars: what it ends, the stars that are only stars, what it starts.
struct MarkdownStars {
    var count: Int
    let mayOpen: Bool
    let mayClose: Bool
    var ends: [MarkdownEmphasis.Kind] = []
    var starts: [MarkdownEmphasis.Kind] = []

    var html: HTML {
        var html = HTML.empty
        for kind in ends { html += kind == .strong ? "</strong>" : "</em>" }
        html += HTML(text: String(repeating: "*", count: count))
        for kind in starts { html += kind == .strong ? "<strong>" : "<em>" }
        return html
    }
}

/// Which emphasis is open while the stars of a block are met one after the other. Of each kind at most one is, the nearest,
/// so that there is never anything to search for.
struct MarkdownEmphasis {
    enum Kind: Int {
        case emphasis = 1
        case strong = 2

        /// How many stars it takes.
        var width: Int { rawValue }
    }

    private struct Opening {
        let kind: Kind
        let token: Int
    }

    private var open: [Opening] = []

    init() {}

    /// Lets a run of stars close what it can, then open what it can.
    mutating func meet(_ stars: MarkdownStars, at index: Int, in tokens: inout [MarkdownToken]) {
        var stars = stars
        if stars.mayClose {
            while let position = closable(by: stars.count) {
                let opening = open[position]
                stars.count -= opening.kind.width
                stars.ends.append(opening.kind)
                if case .stars(var first) = tokens[opening.token] {
                    first.count -= opening.kind.width
                    first.starts.insert(opening.kind, at: 0)
                    tokens[opening.token] = .stars(first)
                }
                // What opened later and is not closed stays stars. The two kinds of one `***` have no order yet.
                let later = open[(position + 1)...].filter { $0.token == opening.token }
                open.replaceSubrange(position..., with: later)
            }
        }
        tokens[index] = .stars(stars)
        guard stars.mayOpen else { return }
        if stars.count >= Kind.strong.width { push(.strong, index) }
        if stars.count == 1 || stars.count == 3 { push(.emphasis, index) }
    }

    private mutating func push(_ kind: Kind, _ index: Int) {
        open.removeAll { $0.kind == kind }
        open.append(Opening(kind: kind, token: index))
    }

    /// One star closes emphasis, two close strong emphasis, three whatever opened last.
    private func closable(by count: Int) -> Int? {
        count == 3 ? open.indices.last : open.lastIndex { $0.kind.width == count }
    }
}
