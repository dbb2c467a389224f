public import People
public import Storage
internal import Text
internal import Time

/// What translations keep about a person with an account: the name under what they translated, and that they made links for others.
public struct TranslationData: PersonalDataKeeper {
    /// The data of translators.
    public init() {}

    /// Translations, drafts, and links for others.
    public static let tables: Set<String> = ["translation", "translation_draft", "translation_link"]

    /// What the person translated or edited, and the links that they made.
    public func export(_ person: Person, on db: any Reader) throws -> [String: DataValue] {
        let works = try TranslationStore.works(of: person.id, on: db).map { work -> DataValue in
            .record([
                "text": .text("\(work.key.kind)/\(work.key.slug)"), "language": .text(work.language.code), "name": .text(work.translator),
                "at": .moment(work.at),
            ])
        }
        return ["translations": .list(works)]
    }

    /// The texts stay, without the name.
    public func erase(_ person: Person, choosing choice: ErasureChoice, on db: any Writer) throws {
        try TranslationStore.forget(person.id, on: db)
    }
}
