/// What is done about roles, as the log names it.
public enum RoleVerb: String, AuditVerb {
    /// Somebody has a role from now on.
    case roleGiven
    /// Somebody has it no longer.
    case roleTaken
}
