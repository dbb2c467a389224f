public import HTML
public import Moderation
internal import People
public import Site
public import Storage
internal import Text
public import Time
internal import Web

/// What answers about translations need.
public struct TranslationServices: Sendable {
    let database: Database
    let site: Site
    let clock: Clock
    let base: WebURL
    let menu: DeskMenu
    let sources: [any TextSource]

    /// Services over the texts of these sources, in this order.
    public init(database: Database, site: Site, clock: Clock, base: WebURL, menu: DeskMenu, sources: [any TextSource]) {
        self.database = database
        self.site = site
        self.clock = clock
        self.base = base
        self.menu = menu
        self.sources = sources
    }

    /// The source of a kind of texts. Throws 404 if there is none.
    func source(_ kind: String) throws -> any TextSource {
        guard let source = sources.first(where: { $0.kind == kind }) else { throw WebFailure.notFound }
        return source
    }

    /// A text in one language beside what it is made from. Throws 404 where there is none.
    func view(_ key: TextKey, in language: Language, from wished: Language? = nil, on db: any Reader) throws -> TranslationView {
        let source = try source(key.kind)
        guard Language.interface.contains(language), let text = try source.find(key.slug, on: db) else { throw WebFailure.notFound }
        let translated = try TranslationStore.read(text, main: site.settings.mainLanguage, on: db)
        let draft = try TranslationStore.draft(of: key, in: language, on: db)
        let from = [wished, draft?.source, translated.original].compactMap { $0 }.first { $0 != language && text.versions[$0] != nil }
        guard let from, let words = text.versions[from]?.words else { throw WebFailure.notFound }
        return TranslationView(
            source: source, translated: translated, language: language, from: from, original: words, draft: draft,
            draftWords: try TranslationStore.words(.draft, of: key, in: language, on: db),
            basis: try basis(of: translated, draft, in: language, from: from, on: db))
    }

    /// What the draft, or else the published translation, was made from; nil if nobody knows or it was another language.
    private func basis(
        of text: TranslatedText, _ draft: TranslationDraft?, in language: Language, from: Language, on db: any Reader
    ) throws -> TextWords? {
        if let draft {
            return draft.source == from ? try TranslationStore.words(.draftSource, of: text.text.key, in: language, on: db) : nil
        }
        guard text.records[language]?.source == from else { return nil }
        return try TranslationStore.words(.source, of: text.text.key, in: language, on: db)
    }
}

/// A text in one language as whoever translates it sees it.
struct TranslationView: Sendable {
    let source: any TextSource
    let translated: TranslatedText
    let language: Language
    /// The language beside.
    let from: Language
    /// What is published in it now.
    let original: TextWords
    let draft: TranslationDraft?
    let draftWords: TextWords
    /// What the draft or the published translation was made from, if somebody knows.
    let basis: TextWords?

    var key: TextKey { translated.text.key }
    var published: PublishedText.Version? { translated.text.versions[language] }

    /// What the original says now that it did not say then, by field.
    var changes: [(field: TextField, changes: TextChanges)] {
        guard let basis, basis != original else { return [] }
        return source.fields.map { ($0, TextChanges(from: basis[$0.name], to: original[$0.name])) }.filter { !$0.1.changes.isEmpty }
    }

    /// What the text is called, for a reader of that language.
    func name(for reader: Language) -> String {
        translated.text.name(source, for: reader, else: translated.original)
    }
}

extension PublishedText {
    /// What it is called: its heading in the reader's language, else in another one.
    func name(_ source: any TextSource, for reader: Language, else original: Language) -> String {
        guard let heading = source.fields.first?.name else { return key.slug }
        return (versions[reader] ?? versions[original])?.words[heading] ?? key.slug
    }
}
