internal import Foundation
public import Text

/// A page that every site has. Its text is built in, and a site may write its own.
public enum StandardPage: String, Sendable, CaseIterable {
    /// Why social protection for all: figures with year and source.
    case why
    /// How signatures are counted.
    case counting
    /// What is kept about people, why, how long, and their rights.
    case privacy
    /// How far the site can be used by everybody, and whom to tell what is missing.
    case accessibility
    /// How to reach the secretariat.
    case contact
}

/// A page and one of its languages.
public struct PageVersion: Sendable, Hashable {
    /// The page.
    public let page: StandardPage
    /// The language.
    public let language: Language

    /// A version of a page.
    public init(page: StandardPage, language: Language) {
        self.page = page
        self.language = language
    }
}

/// A page in one language.
public struct PageText: Sendable, Hashable {
    /// The language of the words.
    public let language: Language
    /// The heading.
    public let title: String
    /// The sentence under it.
    public let summary: String
    /// The rest, in Markdown; `{site}`, `{responsible}`, `{contact}` and `{address}` stand for settings.
    public let body: String
    /// Whether a machine translated it and nobody has checked it.
    public let isMachine: Bool

    /// A text.
    public init(language: Language, title: String, summary: String, body: String, isMachine: Bool = false) {
        self.language = language
        self.title = title
        self.summary = summary
        self.body = body
        self.isMachine = isMachine
    }

    /// A text from a file: `# Title`, then the summary as first paragraph, then the body. Nil if it is not written so.
    init?(language: Language, markdown: String) {
        let parts = markdown.split(separator: "\n\n", maxSplits: 2).map { String($0).trimmingCharacters(in: .whitespacesAndNewlines) }
        guard parts.count == 3, parts[0].hasPrefix("# ") else { return nil }
        self.init(language: language, title: String(parts[0].dropFirst(2)), summary: parts[1], body: parts[2])
    }
}

/// The texts that come with the program, one a page and language.
public struct StandardPages: Sendable {
    private let texts: [StandardPage: [Language: PageText]]

    /// What is wrong with the built-in texts.
    public enum Failure: Error {
        /// The file is not written as a title, a summary and a body.
        case misshapen(String)
    }

    /// Reads `Pages/<page>.<language>.md` for every page and interface language. Throws if one is missing or misshapen.
    public init(resources: ResourceFolder) throws {
        var texts: [StandardPage: [Language: PageText]] = [:]
        for page in StandardPage.allCases {
            for language in Language.interface {
                let name = "Pages/\(page.rawValue).\(language.code).md"
                let markdown = try String(contentsOf: resources.file(name, of: "Site"), encoding: .utf8)
                guard let text = PageText(language: language, markdown: markdown) else { throw Failure.misshapen(name) }
                texts[page, default: [:]][language] = text
            }
        }
        self.texts = texts
    }

    /// The built-in text for a reader of that language, else in English.
    public func text(of page: StandardPage, in language: Language) -> PageText? {
        texts[page]?[language] ?? texts[page]?[.english]
    }
}
