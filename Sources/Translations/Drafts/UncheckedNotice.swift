internal import Design
public import HTML
public import Text
internal import Web

/// Above a form in which a text is written without its original beside it.
public enum UncheckedNotice {
    /// That a machine translated the text, that it stays marked so, and where somebody says that they checked it; nothing above any other text.
    public static func draw(_ isUnchecked: Bool, _ key: TextKey, in language: Language, _ t: Translator) -> HTML {
        guard isUnchecked else { return .empty }
        let path = TranslationRoutes.translation.path(t.language, key.kind, key.slug, language)
        return Pieces.notice(
            .plain, title: t("translations.unchecked"),
            "<p>\(t("translations.unchecked.words"))</p><p><a href=\"\(path)\">\(t("translations.unchecked.check"))</a></p>")
    }
}
