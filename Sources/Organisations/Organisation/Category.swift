public import Storage
public import Text

/// What an organisation is: the eight partner categories of a global coalition (seed 003), a ninth for movements, and finer ones beneath.
/// The raw value stands in addresses and in the database, so it never changes.
public enum Category: String, CaseIterable, Sendable, SQLEncodable, SQLDecodable {
    /// Governments and their administrations.
    case governments
    /// Organisations of employers.
    case employers = "employers-organisations"
    /// Organisations of workers that are none of the finer ones.
    case workers = "workers-organisations"
    /// Trade unions and their confederations.
    case unions
    /// International organisations and financial institutions.
    case international = "international-organisations"
    /// Entities of a part of the world.
    case regional = "regional-entities"
    /// Non-governmental organisations that work in several countries.
    case ngos = "international-ngos"
    /// Enterprises.
    case enterprises
    /// Universities and institutes.
    case academia
    /// Movements and civil society that are none of the finer ones.
    case movements = "movements-and-civil-society"
    /// Mutual health organisations.
    case mutuals = "health-mutuals"
    /// Movements of women.
    case women = "womens-movements"
    /// Movements of young people.
    case youth = "youth-movements"
    /// Other movements.
    case otherMovements = "other-movements"
    /// Networks, platforms and umbrella organisations.
    case networks

    /// The category above; nil at the top.
    public var parent: Category? {
        switch self {
        case .unions: .workers
        case .mutuals, .women, .youth, .otherMovements, .networks: .movements
        default: nil
        }
    }

    /// Itself and those beneath: what a filter by it finds.
    public var family: [Category] { [self] + children }

    /// The categories beneath, in their order.
    public var children: [Category] { Self.allCases.filter { $0.parent == self } }

    /// The categories of the top, in their order.
    public static let top: [Category] = allCases.filter { $0.parent == nil }

    /// What it is called.
    public func name(_ t: Translator) -> String { t(key) }

    private var key: String {
        switch self {
        case .governments: "organisations.category.governments"
        case .employers: "organisations.category.employers"
        case .workers: "organisations.category.workers"
        case .unions: "organisations.category.unions"
        case .international: "organisations.category.international"
        case .regional: "organisations.category.regional"
        case .ngos: "organisations.category.ngos"
        case .enterprises: "organisations.category.enterprises"
        case .academia: "organisations.category.academia"
        case .movements: "organisations.category.movements"
        case .mutuals: "organisations.category.mutuals"
        case .women: "organisations.category.women"
        case .youth: "organisations.category.youth"
        case .otherMovements: "organisations.category.otherMovements"
        case .networks: "organisations.category.networks"
        }
    }
}
