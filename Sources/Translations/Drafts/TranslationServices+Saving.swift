internal import People
internal import Storage
internal import Text
internal import Time

extension TranslationServices {
    /// What became of a translation that was sent.
    enum Outcome: Sendable {
        case done
        /// The original changed since the form was shown.
        case moved
        /// Somebody else saved, published or dropped the draft since the form was shown.
        case overtaken
        /// Somebody else changed what is published since the form was shown.
        case rewritten
    }

    /// Saves a draft, unless the original or the draft are others than those that were seen.
    func save(
        _ saved: SavedTranslation, _ view: TranslationView, seen digest: String, by person: Person?, at now: Instant, on db: any Writer
    )
        throws -> Outcome
    {
        guard view.original.digest == digest else { return .moved }
        let isSaved = try TranslationStore.save(
            saved, of: view.key, in: view.language, from: (view.from, view.original), by: person, at: now, on: db)
        return isSaved ? .done : .overtaken
    }

    /// Publishes a draft, the one that was seen: its words take the place of what readers saw, and it is noted what they were made from.
    func publish(_ view: TranslationView, seen: Instant, by editor: Person, at now: Instant, on db: any Writer) throws -> Outcome {
        guard let draft = try TranslationStore.draft(of: view.key, in: view.language, on: db), draft.savedAt == seen else {
            return .overtaken
        }
        let words = try TranslationStore.words(.draft, of: view.key, in: view.language, on: db)
        let basis = try TranslationStore.words(.draftSource, of: view.key, in: view.language, on: db)
        guard try TranslationStore.drop(of: view.key, in: view.language, seen: seen, on: db) else { return .overtaken }
        try view.source.publish(.init(words: words, isMachine: draft.isMachine), of: view.key.slug, in: view.language, at: now, on: db)
        let record = TranslationRecord(
            source: draft.source, sourceDigest: draft.sourceDigest, translator: draft.translator, madeAt: draft.savedAt)
        try TranslationStore.put(record, of: view.key, in: view.language, from: basis, by: nil, on: db)
        try AuditStore.add(
            TranslationVerb.translationPublished, .init(view.key.kind, name: view.key.slug), by: editor,
            note: view.translated.text.note(in: view.language, becoming: words),
            at: now, on: db)
        return .done
    }
}
