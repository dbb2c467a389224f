public import HTML
public import People
public import Text
internal import Web

/// The pages of the desk, in the order of its menu. Features add theirs where the program is put together.
public struct DeskMenu: Sendable {
    /// An entry of the menu.
    public struct Entry: Sendable {
        let section: String
        let label: String
        let role: Role?
        let path: @Sendable (Language) -> URLPath

        /// The entry for pages of that section, labelled by a key of the catalogue, for those who hold a role; for all staff without one.
        public init(section: String, label: String, role: Role?, path: @escaping @Sendable (Language) -> URLPath) {
            self.section = section
            self.label = label
            self.role = role
            self.path = path
        }
    }

    private let entries: [Entry]

    /// A menu of these entries.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The entries that somebody may use.
    func entries(for person: Person) -> [Entry] {
        entries.filter { entry in entry.role.map { person.may($0) } ?? true }
    }
}
