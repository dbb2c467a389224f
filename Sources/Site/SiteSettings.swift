public import Design
public import Text

/// What a coalition says about itself on every page and in every mail.
public struct SiteSettings: Sendable, Hashable {
    /// The coalition's own name, by language; English is the fallback.
    public var names: [Language: String]
    /// Who is responsible for the data of people, by language: often several organisations jointly.
    public var responsible: [Language: String]
    /// The public mailbox of the secretariat.
    public var contactMailbox: String?
    /// Where letters go, as lines.
    public var postalAddress: String?
    /// True on a site that was filled with samples: every page says so.
    public var isDemo: Bool
    /// Forms from one address within an hour before the next ones are flagged for review.
    public var formsPerSourceAndHour: Int
    /// Whether people with a role must prove who they are with a code besides their password.
    public var staffNeedsSecondFactor: Bool

    /// The languages in which the pages can be read; every one that the program knows, while nothing else is set.
    public var languages: [Language]
    /// The language of whoever asks for none of the site's, and in which texts are usually written first.
    public var mainLanguage: Language
    /// The colours of the coalition.
    public var palette: Palette
    /// What stands as the sender of mails, by language; the name, where nothing else is set.
    public var senders: [Language: String]
    /// Where answers to mails go; the public mailbox, if nothing else is set.
    public var replyTo: String?

    /// Settings with these values.
    public init(
        names: [Language: String] = [:], responsible: [Language: String] = [:], contactMailbox: String? = nil, postalAddress: String? = nil,
        isDemo: Bool = false, formsPerSourceAndHour: Int = 300, staffNeedsSecondFactor: Bool = false,
        languages: [Language] = Language.interface, mainLanguage: Language = .english, palette: Palette = Palette(),
        senders: [Language: String] = [:], replyTo: String? = nil
    ) {
        self.names = names
        self.responsible = responsible
        self.contactMailbox = contactMailbox
        self.postalAddress = postalAddress
        self.isDemo = isDemo
        self.formsPerSourceAndHour = formsPerSourceAndHour
        self.staffNeedsSecondFactor = staffNeedsSecondFactor
        self.languages = languages
        self.mainLanguage = mainLanguage
        self.palette = palette
        self.senders = senders
        self.replyTo = replyTo
    }

    /// The coalition's name for a reader of that language.
    public func name(in language: Language) -> String {
        Self.pick(names, language) ?? "Socle"
    }

    /// Who is responsible, for a reader of that language; the coalition itself while nothing else is set.
    public func responsible(in language: Language) -> String {
        Self.pick(responsible, language) ?? name(in: language)
    }

    /// Who is responsible, if that is said and is not the coalition itself.
    public func otherResponsible(in language: Language) -> String? {
        let words = responsible(in: language)
        return words == name(in: language) ? nil : words
    }

    /// What stands as the sender of mails in that language.
    public func sender(in language: Language) -> String {
        Self.pick(senders, language) ?? name(in: language)
    }

    private static func pick(_ words: [Language: String], _ language: Language) -> String? {
        words[language] ?? words[.english] ?? words.min { $0.key.code < $1.key.code }?.value
    }
}
