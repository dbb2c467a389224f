/// The colours that a coalition chooses for its site. Those that it does not choose are the ones of the style sheet.
public struct Palette: Sendable, Hashable {
    /// A colour that can be chosen.
    public enum Slot: String, Sendable, Hashable, CaseIterable {
        /// Calls to act, marks and what stands out, on light paper.
        case accent
        /// The same on dark paper.
        case accentDark
        /// Behind what stands out, on light paper.
        case ground
        /// The same on dark paper.
        case groundDark
    }

    /// What was chosen.
    public var chosen: [Slot: Colour]

    /// A palette.
    public init(_ chosen: [Slot: Colour] = [:]) {
        self.chosen = chosen
    }

    /// The least contrast of text (WCAG 2.2, 1.4.3).
    public static let least = 4.5

    /// The colour in force.
    public subscript(_ slot: Slot) -> Colour {
        chosen[slot] ?? Self.standard(slot)
    }

    /// The least contrast that a colour reaches with everything that it meets as text, or as what lies under text.
    public func contrast(of slot: Slot) -> Double {
        contrast(of: self[slot], as: slot)
    }

    /// The colour nearest to the chosen one that reaches the least contrast: darker for an accent on light paper and a ground of dark paper,
    /// lighter for the others.
    public func nearest(to slot: Slot) -> Colour {
        let end: Colour = slot == .accent || slot == .groundDark ? .black : .white
        let steps = (0...200).lazy.map { self[slot].mixed(with: end, Double($0) / 200) }
        return steps.first { contrast(of: $0, as: slot) >= Self.least } ?? Self.standard(slot)
    }

    private func contrast(of colour: Colour, as slot: Slot) -> Double {
        let others: [Colour] =
            switch slot {
            case .accent: [Tone.paper, self[.ground]]
            case .accentDark: [Tone.darkPaper, self[.groundDark]]
            // An accent that does not reach it is refused by itself.
            case .ground: [Tone.muted, Tone.navy, Tone.leaf, Self.standard(.accent)]
            case .groundDark: [Tone.darkMuted, Tone.darkNavy, Tone.darkLeaf, Self.standard(.accentDark)]
            }
        return others.map { colour.contrast(to: $0) }.min() ?? 1
    }

    static func standard(_ slot: Slot) -> Colour {
        switch slot {
        case .accent: Colour(0xB9, 0x2D, 0x1B)
        case .accentDark: Colour(0xEE, 0x7A, 0x66)
        case .ground: Colour(0xF6, 0xF2, 0xEA)
        case .groundDark: Colour(0x1A, 0x23, 0x36)
        }
    }

    /// The colours of the style sheet that chosen ones meet. A test compares them with it.
    enum Tone {
        static let paper = Colour.white
        static let muted = Colour(0x4F, 0x5A, 0x73)
        static let navy = Colour(0x12, 0x35, 0x5B)
        static let leaf = Colour(0x1F, 0x6F, 0x54)
        static let darkPaper = Colour(0x12, 0x18, 0x26)
        static let darkMuted = Colour(0xB7, 0xBC, 0xCB)
        static let darkNavy = Colour(0x9C, 0xC3, 0xEE)
        static let darkLeaf = Colour(0x74, 0xC8, 0xA7)
    }
}
