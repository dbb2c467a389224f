internal import Web

/// What an administrator sends as the logo of the site.
enum LogoForm {
    /// Every page carries it, on every line: in bytes.
    static let largest = 50_000
    /// A drawing (SVG) can carry scripts, and is not taken.
    static let kinds: [FileKind] = [.png, .webp, .jpeg]

    static func decode(_ check: inout FormCheck) -> Upload? {
        check.file("logo", required: true, kinds: kinds, max: largest)
    }
}
