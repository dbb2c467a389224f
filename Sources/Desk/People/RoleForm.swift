internal import Design
internal import People
internal import Text
internal import Web

/// What an administrator ticks for a person: the roles that they have from then on.
enum RoleForm {
    /// The form as the roles are.
    static func state(_ roles: Set<Role>) -> FormState {
        FormState(values: Dictionary(uniqueKeysWithValues: roles.map { ($0.rawValue, "yes") })).marked()
    }

    /// The roles that are given or taken otherwise than was ticked, with how they stand.
    static func differences(_ roles: Set<Role>, from typed: FormState, _ t: Translator) -> [(label: String, words: String)] {
        state(roles).differing(from: typed, in: Role.allCases.map(\.rawValue)).compactMap(Role.init(rawValue:)).map { role in
            (t("desk.role.\(role.rawValue)"), Pieces.box(isTicked: roles.contains(role), t))
        }
    }

    static func decode(_ check: inout FormCheck) -> Set<Role> {
        Set(Role.allCases.filter { check.flag($0.rawValue) })
    }
}
