public import Geography
public import Text

/// A part of the world by M49 that an organisation works in: a whole region, or a subregion.
public enum Area: Hashable, Sendable {
    /// A whole continent.
    case region(Region)
    /// A part of one.
    case subregion(Subregion)

    /// The area with that M49 code; nil if there is none. Antarctica is its own only part, and counts as a region.
    public init?(code: String) {
        if let region = Region(rawValue: code) {
            self = .region(region)
        } else if let subregion = Subregion(rawValue: code) {
            self = .subregion(subregion)
        } else {
            return nil
        }
    }

    /// The M49 code.
    public var code: String {
        switch self {
        case .region(let region): region.rawValue
        case .subregion(let subregion): subregion.rawValue
        }
    }

    /// Its name in a language.
    public func name(in language: Language) -> String {
        switch self {
        case .region(let region): region.name(in: language)
        case .subregion(let subregion): subregion.name(in: language)
        }
    }

    /// Every area by which somebody who works here is found: this one, the one around it, and the parts of it.
    var overlaps: [Area] {
        switch self {
        case .region(let region): [self] + region.subregions.map(Area.subregion)
        case .subregion(let subregion): [self, .region(subregion.region)]
        }
    }
}
