/// Random numbers from a fixed seed (SplitMix64), so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to `length` parts of `alphabet` and, now and then, any Unicode scalar.
    mutating func text(from alphabet: [String], length: Int) -> String {
        (0..<Int.random(in: 0...length, using: &self)).map { _ in
            guard Int.random(in: 0..<8, using: &self) == 0, let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self))
            else {
                return alphabet.randomElement(using: &self) ?? ""
            }
            return String(scalar)
        }.joined()
    }
}
