extension Palette {
    /// The style sheet with the chosen colours in force: what is added stands last, and only digits of colours go into it.
    public func applied(to sheet: [UInt8]) -> [UInt8] {
        chosen.isEmpty ? sheet : sheet + Array(style.utf8)
    }

    private var style: String {
        let light = tokens(.accent, .ground, onAccent: .white, towards: .white, [0.75, 0.6, 0, 0])
        let dark = tokens(.accentDark, .groundDark, onAccent: Colour(0x1B, 0x07, 0x03), towards: .black, [0.75, 0.65, 0.55, 0])
        return "\n:root{\(light)}\n@media (prefers-color-scheme:dark){:root{\(dark)}}\n"
    }

    /// The bars of the plinth are shades of the accent, each dark or light enough for the text on it, whatever the accent is.
    private func tokens(_ accent: Slot, _ ground: Slot, onAccent: Colour, towards end: Colour, _ shares: [Double]) -> String {
        let bars = shares.map { self[accent].mixed(with: end, $0) }
        let bases = bars.enumerated().map { "--base-\($0 + 1):\($1);" }.joined()
        return "--red:\(self[accent]);--on-red:\(onAccent);--ground:\(self[ground]);\(bases)"
    }
}
