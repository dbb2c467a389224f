public import HTML

/// What may be put into a sentence: words, or a number, which is grouped as the language does and decides the plural form.
public enum CatalogueValue: Sendable, Hashable {
    /// Words, put in as they are.
    case words(String)
    /// A count. A year or an identifier is not one: hand it in as words.
    case number(Int)
}

/// A value that a sentence of the catalogue takes.
public protocol CatalogueArgument: Sendable {
    /// The value as words or as a number.
    var catalogueValue: CatalogueValue { get }
}

extension String: CatalogueArgument {
    /// The words.
    public var catalogueValue: CatalogueValue { .words(self) }
}

extension Int: CatalogueArgument {
    /// The count.
    public var catalogueValue: CatalogueValue { .number(self) }
}

/// What may be put into a sentence that becomes part of a page.
public enum HTMLValue: Sendable, Hashable {
    /// Markup, put in as it is; words come as markup too, escaped.
    case markup(HTML)
    /// A count, grouped as the language does; it decides the plural form.
    case number(Int)
}

/// A value that a sentence of the catalogue takes when it becomes part of a page.
public protocol HTMLArgument: Sendable {
    /// The value as markup or as a number.
    var htmlValue: HTMLValue { get }
}

extension String: HTMLArgument {
    /// The words, escaped.
    public var htmlValue: HTMLValue { .markup(HTML(text: self)) }
}

extension Int: HTMLArgument {
    /// The count.
    public var htmlValue: HTMLValue { .number(self) }
}

extension HTML: HTMLArgument {
    /// The markup.
    public var htmlValue: HTMLValue { .markup(self) }
}
