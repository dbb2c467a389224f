import Foundation
import Testing
import Text

/// A folder of catalogues that goes away with the test.
final class CatalogueFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "socle-text-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Writes a file with these entries of `strings` and says where it is.
    func file(_ entries: String, name: String = "Test.xcstrings", source: String = "en") throws -> URL {
        try raw(#"{"sourceLanguage": "\#(source)", "version": "1.0", "strings": {\#(entries)}}"#, name: name)
    }

    func raw(_ text: String, name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file
    }
}

/// `"key": {"localizations": {…}}` with one sentence a language.
func entry(_ key: String, _ sentences: KeyValuePairs<String, String>, state: String = "translated") -> String {
    let units = sentences.map { #""\#($0)": {"stringUnit": {"state": "\#(state)", "value": "\#($1)"}}"# }
    return #""\#(key)": {"comment": "for the test", "localizations": {\#(units.joined(separator: ", "))}}"#
}

/// `"key": {"localizations": {"fr": {"variations": {"plural": {…}}}}}` with one sentence a plural form.
func counted(_ key: String, _ languages: KeyValuePairs<String, KeyValuePairs<String, String>>) -> String {
    let localizations = languages.map { language, forms in
        let units = forms.map { #""\#($0)": {"stringUnit": {"state": "translated", "value": "\#($1)"}}"# }
        return #""\#(language)": {"variations": {"plural": {\#(units.joined(separator: ", "))}}}"#
    }
    return #""\#(key)": {"localizations": {\#(localizations.joined(separator: ", "))}}"#
}

/// A translator over these entries.
func translator(_ language: Language, _ entries: String...) throws -> Translator {
    let folder = try CatalogueFolder()
    let file = try folder.file(entries.joined(separator: ","))
    return try withExtendedLifetime(folder) { try Catalogue(files: [file]).translator(for: language) }
}
