internal import People

/// What is done at the machine, as the log names it.
enum ExportVerb: String, AuditVerb {
    case exported
}
