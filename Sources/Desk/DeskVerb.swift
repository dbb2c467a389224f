internal import People

/// What those who run the site do, as the log names it.
enum DeskVerb: String, AuditVerb {
    case settingsChanged, logoChanged, pageChanged, pageReset, jobRevived, jobDropped, secondFactorTaken
}
