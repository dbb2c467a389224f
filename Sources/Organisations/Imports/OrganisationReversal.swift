internal import Storage
internal import Time

/// Takes back what one line did to an organisation, as far as it still is as it was then.
struct OrganisationReversal: Sendable {
    let mark: ImportMark
    let now: Instant

    init(mark: ImportMark, at now: Instant) {
        self.mark = mark
        self.now = now
    }

    /// Whether everything is as before; false if anything had to stay.
    func undo(_ key: Int64, _ known: KnownOrganisation, on db: any Writer) throws -> Bool {
        guard mark.facts != nil else { return try empty(key, known, on: db) }
        guard try isAsItCame(known) && OrganisationStore.inUse([key], on: db).isEmpty else { return false }
        try OrganisationStore.remove([key], on: db)
        return true
    }

    /// Whether undoing would do anything: remove the organisation, empty a field, or find that nothing of the line is left.
    func canUndo(_ key: Int64, _ known: KnownOrganisation, on db: any Reader) throws -> Bool {
        guard mark.facts == nil else { return try isAsItCame(known) && OrganisationStore.inUse([key], on: db).isEmpty }
        let held = mark.fields.compactMap { field in known.facts.held(field.name).map { Organisation.Facts.trace($0) == field.trace } }
        let contact = known.contacts.values.filter { $0.id == mark.contact?.id }.map { $0.trace == mark.contact?.trace }
        let networks = mark.networks.filter(known.networks.contains).map { _ in true }
        let parts = held + contact + networks
        return parts.isEmpty || parts.contains(true)
    }

    /// Whether the line entered the organisation, and it is as it was then; what hangs on it is another question.
    func isAsItCame(_ known: KnownOrganisation) -> Bool {
        mark.facts == known.facts.trace && hasNothingElse(known)
    }

    /// Whether contacts and networks are those of the line, as they were.
    private func hasNothingElse(_ known: KnownOrganisation) -> Bool {
        known.networks.isSubset(of: mark.networks)
            && known.contacts.values.allSatisfy { $0.id == mark.contact?.id && $0.trace == mark.contact?.trace }
    }

    private func empty(_ key: Int64, _ known: KnownOrganisation, on db: any Writer) throws -> Bool {
        var facts = known.facts
        var isWhole = true
        for field in mark.fields {
            guard let held = facts.held(field.name) else { continue }
            if Organisation.Facts.trace(held) == field.trace { facts.clear(field.name) }
            isWhole = isWhole && facts.text(field.name) == nil
        }
        if facts != known.facts { try OrganisationStore.change(key, to: facts, at: now, on: db) }
        if let contact = mark.contact, let there = known.contacts.values.first(where: { $0.id == contact.id }) {
            if there.trace == contact.trace { try OrganisationStore.removeContact(contact.id, on: db) } else { isWhole = false }
        }
        for network in mark.networks where known.networks.contains(network) {
            try OrganisationStore.removeMembership(of: key, in: network, at: now, on: db)
        }
        return isWhole
    }
}
