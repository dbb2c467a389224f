internal import Geography
internal import Text

/// What a filter says, in words.
struct DirectoryWords {
    /// A part of the filter, and what is left without it.
    struct Part {
        let words: String
        let without: DirectoryFilter
    }

    let parts: [Part]

    init(_ view: DirectoryView, _ t: Translator) {
        let filter = view.filter
        func part<Value>(_ field: WritableKeyPath<DirectoryFilter, Value?>, _ words: (Value) -> String) -> Part? {
            guard let value = filter[keyPath: field] else { return nil }
            var without = filter
            without[keyPath: field] = nil
            return Part(words: words(value), without: without)
        }
        parts = [
            part(\.words) { t("organisations.chosen.words", $0) },
            part(\.category) { $0.name(t) },
            part(\.country) { $0.name(in: t.language) },
            part(\.area) { $0.name(in: t.language) },
            part(\.theme) { slug in view.choices.themes.first { $0.slug == slug }?.title ?? slug },
            part(\.language) { $0.name(in: t.language) },
            part(\.network) { slug in view.choices.networks.first { $0.slug == slug }?.name.name ?? slug },
        ].compactMap { $0 }
    }
}
