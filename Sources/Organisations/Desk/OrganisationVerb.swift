internal import People

/// What is done about organisations and those who speak for them, as the log names it.
enum OrganisationVerb: String, AuditVerb {
    case organisationAdded, organisationChanged, organisationRemoved
    case contactAdded, contactRemoved, membershipChanged, contestBegun, contestEnded
    case mandateConfirmed, mandateRefused, mandateGivenBack
}
