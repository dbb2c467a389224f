internal import People

/// What is done with lists, as the log names it.
enum ImportVerb: String, AuditVerb {
    case importCarriedOut, importUndone
}
