public import HTML
public import People
public import Storage
public import Text

/// What waits on another page of the desk: the queue says how much, and leads there. Features add theirs where the program is put together.
public struct WorkElsewhere: Sendable {
    let role: Role
    let words: String
    let count: @Sendable (any Reader) throws -> Int
    let path: @Sendable (Language) -> URLPath

    /// Work for those who hold a role, told by a key of the catalogue with its number.
    public init(
        role: Role, words: String, count: @escaping @Sendable (any Reader) throws -> Int, path: @escaping @Sendable (Language) -> URLPath
    ) {
        self.role = role
        self.words = words
        self.count = count
        self.path = path
    }

    /// The lines for somebody: what they may do, and of which there is some.
    static func lines(_ all: [WorkElsewhere], for person: Person, _ t: Translator, on db: any Reader) throws -> [Line] {
        try all.filter { person.may($0.role) }.compactMap { each in
            let count = try each.count(db)
            return count == 0 ? nil : Line(words: t(each.words, count), path: each.path(t.language))
        }
    }

    /// How much waits, and where.
    struct Line: Sendable {
        let words: String
        let path: URLPath
    }
}
