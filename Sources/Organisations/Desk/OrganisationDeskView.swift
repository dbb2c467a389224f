internal import Design
internal import People

/// Everything that those who keep the directory know about an organisation.
struct OrganisationDeskView: Sendable {
    let organisation: Organisation
    let themes: [Theme]
    let contacts: [Contact]
    let memberships: [(membership: Membership, network: Organisation)]
    let mandates: [(mandate: Representative, person: Person)]
    let contest: String?
}

/// Which form of the page holds what was typed.
enum OrganisationDeskForm {
    case facts(FormState)
    case contact(FormState)
    case membership(FormState)
    case contest(FormState)
    case removal(FormState)
}
