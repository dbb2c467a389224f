public import HTML
internal import HTTPTypes
public import Logging
internal import Synchronization
public import Text

/// One request, decoded: what a handler may know of it.
public struct Visit: Sendable {
    /// What it wants to do; a HEAD request comes as `get`.
    public let method: Method
    /// The path as it was sent, without the query.
    public let path: String
    /// The number of this request, in the log and on the page of a server error.
    public let id: String
    /// A logger that adds the number of the request.
    public let logger: Logger
    /// The address of this site.
    public let base: WebURL
    /// The languages of the pages.
    public let languages: [Language]

    let fields: HTTPFields
    let pairs: [(name: String, value: String)]
    let declaredQuery: [String]
    let reader: BodyReader
    let negotiated: Negotiated
    let address: ClientAddress
    let translators: Translators
    /// Set when a handler looks at something that differs between two readers of the same address.
    let looked: Looked

    /// The language of the answer: that of the path, else the one that the browser asks for.
    public var language: Language {
        if negotiated.isFromHeader { looked.mark() }
        return negotiated.language
    }

    /// The words in that language.
    public var translator: Translator { translators[language] }

    /// Where the request came from, behind the proxies that are trusted. Keep it no longer than a limit needs it.
    public var client: ClientAddress {
        looked.mark()
        return address
    }

    /// Whether a program asks, with `Accept: application/json`, and no browser.
    public var wantsJSON: Bool {
        looked.mark()
        return fields.prefersJSON
    }

    /// The first value of a query parameter, which the route must declare; nil if it was not sent.
    public func query(_ name: String) -> String? {
        queries(name).first
    }

    /// Every value of a query parameter, which the route must declare, in the order sent.
    public func queries(_ name: String) -> [String] {
        assert(declaredQuery.contains(name), "the route does not declare the query parameter “\(name)”")
        return pairs.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
    }

    /// A header of the request; several of one name are joined by commas.
    public func header(_ name: String) -> String? {
        looked.mark()
        return HTTPField.Name(name).flatMap { fields[$0] }
    }

    /// Whether the browser holds what has this strong entity tag, quotes included (`If-None-Match`).
    public func has(_ tag: String) -> Bool {
        looked.mark()
        return fields[.ifNoneMatch].map { EntityTags.contains($0, tag) } ?? false
    }

    /// The value of a cookie.
    public func cookie(_ name: String) -> String? {
        looked.mark()
        return fields.cookie(name)
    }
}

/// The language of a request, and whether the path or the browser said so.
struct Negotiated: Sendable {
    let language: Language
    let isFromHeader: Bool
}

/// Remembers that something of one reader was looked at.
final class Looked: Sendable {
    private let flag = Atomic(false)

    func mark() { flag.store(true, ordering: .relaxed) }
    var atReader: Bool { flag.load(ordering: .relaxed) }
}

/// The words in every language of the pages, looked up once at the start.
struct Translators: Sendable {
    private let known: [Language: Translator]
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue, _ languages: [Language]) {
        self.catalogue = catalogue
        known = Dictionary(uniqueKeysWithValues: languages.map { ($0, catalogue.translator(for: $0)) })
    }

    subscript(_ language: Language) -> Translator {
        known[language] ?? catalogue.translator(for: language)
    }
}

extension HTTPFields {
    /// The value of the first cookie of that name, RFC 6265 section 5.4. Names are compared by bytes.
    func cookie(_ name: String) -> String? {
        for field in self[fields: .cookie] {
            for pair in field.value.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else { continue }
                return String(Substring(pair[pair.index(after: equals)...]))
            }
        }
        return nil
    }
}
