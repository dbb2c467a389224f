internal import HTML
public import Imports
public import People
public import Storage
public import Text
public import Time
internal import Web

/// Lists of contacts of organisations that are in the directory.
public struct ContactImport: ImportKind {
    private let catalogue: Catalogue

    /// The kind.
    public init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// What it is called.
    public let name = "contacts"
    /// Its heading.
    public let title = "organisations.import.contacts.title"
    /// What the list should hold.
    public let lead = "organisations.import.contacts.lead"
    /// Those who keep the directory.
    public let role = Role.moderator
    /// Whom the contact leads to, and who it is.
    public let columns = OrganisationColumns.contacts

    /// Somebody who knows the directory as it is now.
    public func judge(_ import: Import, on db: any Reader) throws -> any ImportJudge {
        ContactJudge(
            words: try ImportVocabulary(catalogue, on: db), language: `import`.language, person: `import`.person,
            index: try OrganisationStore.index(on: db))
    }

    /// A contact that was written down and is unchanged goes; a name that was filled in is taken out.
    public func undo(_ lines: [ImportLine], of import: Import, at now: Instant, on db: any Writer) throws -> [ImportReversal] {
        try lines.map { line in
            let isUndone = try undo(line, on: db)
            return ImportReversal(
                line.number, isUndone ? .undone : .kept, reason: isUndone ? nil : FormProblem(field: "", key: "imports.line.kept"))
        }
    }

    private func undo(_ line: ImportLine, on db: any Writer) throws -> Bool {
        guard let (contact, isAsItCame) = try contact(of: line, on: db) else { return true }
        guard isAsItCame else { return false }
        if line.outcome == .merged {
            try OrganisationStore.nameContact(contact.id, nil, on: db)
        } else {
            try OrganisationStore.removeContact(contact.id, on: db)
        }
        return true
    }

    /// The contact that a line wrote down or named, if it is there, and whether it still is as it was then.
    private func contact(of line: ImportLine, on db: any Reader) throws -> (Contact, isAsItCame: Bool)? {
        guard let key = line.made, let mark = ImportMark(line.mark).contact else { return nil }
        let there = try OrganisationStore.contacts(of: [key], on: db).first { $0.id == mark.id }
        return there.map { ($0, $0.trace == mark.trace) }
    }

    /// It does where a contact is as it was again, or gone.
    public func canUndo(_ lines: [ImportLine], of import: Import, on db: any Reader) throws -> Bool {
        try lines.contains { line in try contact(of: line, on: db)?.isAsItCame ?? true }
    }

    /// The organisation that a line leads to.
    public func describe(_ ids: [Int64], _ t: Translator, on db: any Reader) throws -> [Int64: ImportSubject] {
        try OrganisationStore.known(ids, on: db).mapValues { known in
            ImportSubject(
                title: known.facts.name(for: t.language).name,
                address: OrganisationDeskRoutes.organisation.path(t.language, known.slug))
        }
    }
}
