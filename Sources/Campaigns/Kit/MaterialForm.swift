internal import Text
internal import Web

/// What an editor sends to add to a kit.
struct MaterialForm {
    let title: String
    let language: Language
    let upload: Upload

    /// Reads a form; nil with the problems in `check`.
    static func decode(_ check: inout FormCheck) -> MaterialForm? {
        let title = check.line("title", required: true, max: Material.longestTitle)
        let language = check.choice("language", required: true, as: { Language($0) })
        let upload = check.file("file", required: true, kinds: Material.kinds, max: Material.largest)
        guard check.isClean, let title, let language, let upload else { return nil }
        return MaterialForm(title: title, language: language, upload: upload)
    }
}
