/// Why the words of the program could not be loaded. The description is for whoever builds or runs it.
public enum CatalogueError: Error, Hashable, CustomStringConvertible {
    /// There is no catalogue in the resource folder.
    case none(folder: String)
    /// The resource folder or a file in it cannot be read.
    case unreadable(file: String, reason: String)
    /// The file is not what Xcode writes.
    case malformed(file: String, reason: String)
    /// Two files hold the same key.
    case duplicateKey(String, file: String)
    /// A sentence has a `%` that is neither a place for an argument nor a percent sign.
    case badPlaceholder(key: String, language: String, file: String)
    /// A sentence uses a part of the format that Socle does not: substitutions, forms by device, plural forms without `other` or with unknown names.
    case unsupported(key: String, language: String, file: String)

    /// Where the fault lies, and what would be right.
    public var description: String {
        switch self {
        case .none(let folder): "there is no .xcstrings file in \(folder)"
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        case .malformed(let file, let reason): "\(file) is not an .xcstrings file: \(reason)"
        case .duplicateKey(let key, let file): "the key “\(key)” of \(file) is in another catalogue too"
        case .badPlaceholder(let key, let language, let file):
            "\(file): “\(key)” in \(language) has a “%” that is not understood; write %@, %lld, %1$@ or %%"
        case .unsupported(let key, let language, let file):
            "\(file): “\(key)” in \(language) uses a form that is not understood; only sentences and plurals with “other” are"
        }
    }
}
