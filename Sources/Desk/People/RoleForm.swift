internal import Design
internal import People
internal import Web

/// What an administrator ticks for a person: the roles that they have from then on.
enum RoleForm {
    /// The form as the roles are.
    static func state(_ roles: Set<Role>) -> FormState {
        FormState(values: Dictionary(uniqueKeysWithValues: roles.map { ($0.rawValue, "yes") }))
    }

    static func decode(_ check: inout FormCheck) -> Set<Role> {
        Set(Role.allCases.filter { check.flag($0.rawValue) })
    }
}
