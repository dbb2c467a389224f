internal import Mail
internal import People
internal import Text

/// How what a line made was then, so that taking it back sees whether people changed it since: digests, no words.
struct ImportMark: Sendable {
    /// The facts of an organisation that was entered.
    var facts: String?
    /// Each field that was filled, with what it held.
    var fields: [(name: String, trace: String)] = []
    /// The contact that was written down, with what it said.
    var contact: (id: Int64, trace: String)?
    /// The networks that it was put into.
    var networks: [Int64] = []

    init() {}

    /// Reads what `text` writes.
    init(_ text: String) {
        for part in text.split(separator: ";") {
            let words = part.split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("facts", 2): facts = words[1]
            case ("field", 3): fields.append((words[1], words[2]))
            case ("contact", 3): contact = Int64(words[1]).map { ($0, words[2]) }
            case ("network", 2): if let key = Int64(words[1]) { networks.append(key) }
            default: break
            }
        }
    }

    var text: String {
        let parts =
            [facts.map { "facts \($0)" }, contact.map { "contact \($0.id) \($0.trace)" }].compactMap { $0 }
            + fields.map { "field \($0.name) \($0.trace)" } + networks.map { "network \($0)" }
        return parts.joined(separator: ";")
    }
}

extension Mailbox {
    /// What it is compared by, as everywhere on the site: case does not matter.
    var key: String { Person.key(of: address) }
}

extension Contact {
    /// What it is known by: any change, and its confirmation, makes it another.
    var trace: String { confirmedAt == nil ? details.trace : "confirmed" }
}

extension Contact.Details {
    /// What an unconfirmed contact is known by.
    var trace: String {
        Organisation.Facts.trace("\(name ?? "")\n\(function)\n\(mailbox.address)\n\(language.code)\n\(isOfficial)")
    }
}
