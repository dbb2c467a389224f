internal import People

/// What is done about what is watched for, as the log names it.
enum BlockVerb: String, AuditVerb {
    case blocked, unblocked
}
