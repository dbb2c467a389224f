public import HTML

/// The words of the program in one language, and the habits of that language for numbers, dates and lists. Cheap to copy.
public struct Translator: Sendable {
    /// The language of the words it gives.
    public let language: Language
    let conventions: Conventions
    private let wordings: [String: Wording]

    init(language: Language, wordings: [String: Wording]) {
        self.language = language
        self.wordings = wordings
        self.conventions = Conventions(language)
    }

    /// The words of a key with the arguments in their places. The first number among them decides the plural form.
    /// An unknown key, or a place without an argument, traps in debug builds; in release it yields the key, or leaves the place empty.
    public func callAsFunction(_ key: String, _ arguments: any CatalogueArgument...) -> String {
        guard let wording = wording(key) else { return key }
        switch wording.template(for: arguments.firstNumber) {
        case .fixed(let words, _):
            return words
        case .filled(let pieces):
            return pieces.reduce(into: "") { text, piece in
                switch piece {
                case .words(let words, _): text += words
                case .place(let place):
                    guard let value = value(place, of: arguments, key: key)?.catalogueValue else { return }
                    switch value {
                    case .words(let words): text += words
                    case .number(let count): text += number(count)
                    }
                }
            }
        }
    }

    /// The words of a key for a page: they are escaped, and so are arguments that are words; markup is put in place as it is.
    /// Otherwise as `callAsFunction`.
    public func html(_ key: String, _ arguments: any HTMLArgument...) -> HTML {
        guard let wording = wording(key) else { return HTML(text: key) }
        switch wording.template(for: arguments.firstNumber) {
        case .fixed(_, let markup):
            return markup
        case .filled(let pieces):
            return pieces.reduce(into: HTML.empty) { html, piece in
                switch piece {
                case .words(_, let markup): html += markup
                case .place(let place):
                    guard let value = value(place, of: arguments, key: key)?.htmlValue else { return }
                    switch value {
                    case .markup(let markup): html += markup
                    case .number(let count): html += HTML(text: number(count))
                    }
                }
            }
        }
    }

    /// Whether there are words for a key: for keys that are made from data, such as the name of a category.
    public func has(_ key: String) -> Bool {
        wordings[key] != nil
    }

    private func wording(_ key: String) -> Wording? {
        let wording = wordings[key]
        #if DEBUG
            if wording == nil { preconditionFailure("the catalogue has no key “\(key)”") }
        #endif
        return wording
    }

    private func value<Argument>(_ place: Int, of arguments: [Argument], key: String) -> Argument? {
        guard arguments.indices.contains(place) else {
            #if DEBUG
                preconditionFailure("“\(key)” in \(language) has a place for argument \(place + 1), and \(arguments.count) came")
            #else
                return nil
            #endif
        }
        return arguments[place]
    }
}

extension [any CatalogueArgument] {
    fileprivate var firstNumber: Int? {
        for argument in self {
            if case .number(let number) = argument.catalogueValue { return number }
        }
        return nil
    }
}

extension [any HTMLArgument] {
    fileprivate var firstNumber: Int? {
        for argument in self {
            if let number = argument as? Int { return number }
        }
        return nil
    }
}
