/// The parts of the world by the United Nations' standard M49. https://unstats.un.org/unsd/methodology/m49
public enum Region: String, CaseIterable, Sendable {
    /// 002
    case africa = "002"
    /// 019
    case americas = "019"
    /// 142
    case asia = "142"
    /// 150
    case europe = "150"
    /// 009
    case oceania = "009"
    /// 010; no region of its own in M49's tables, where it stands beside them.
    case antarctica = "010"

    /// Its subregions, in M49's order.
    public var subregions: [Subregion] {
        Subregion.allCases.filter { $0.region == self }
    }
}

/// The parts of the regions by M49, the finest level: `westernAfrica` rather than `subSaharanAfrica`. The raw value is the M49 code.
public enum Subregion: String, CaseIterable, Sendable {
    case northernAfrica = "015"
    case easternAfrica = "014"
    case middleAfrica = "017"
    case southernAfrica = "018"
    case westernAfrica = "011"
    case caribbean = "029"
    case centralAmerica = "013"
    case southAmerica = "005"
    case northernAmerica = "021"
    case centralAsia = "143"
    case easternAsia = "030"
    case southEasternAsia = "035"
    case southernAsia = "034"
    case westernAsia = "145"
    case easternEurope = "151"
    case northernEurope = "154"
    case southernEurope = "039"
    case westernEurope = "155"
    case australiaAndNewZealand = "053"
    case melanesia = "054"
    case micronesia = "057"
    case polynesia = "061"
    case antarctica = "010"

    /// The part of the world it lies in.
    public var region: Region {
        switch self {
        case .northernAfrica, .easternAfrica, .middleAfrica, .southernAfrica, .westernAfrica: .africa
        case .caribbean, .centralAmerica, .southAmerica, .northernAmerica: .americas
        case .centralAsia, .easternAsia, .southEasternAsia, .southernAsia, .westernAsia: .asia
        case .easternEurope, .northernEurope, .southernEurope, .westernEurope: .europe
        case .australiaAndNewZealand, .melanesia, .micronesia, .polynesia: .oceania
        case .antarctica: .antarctica
        }
    }

    /// Latin America and the Caribbean (419), which networks count as one continent, apart from Northern America.
    public static let latinAmericaAndCaribbean: [Subregion] = [.caribbean, .centralAmerica, .southAmerica]
}
