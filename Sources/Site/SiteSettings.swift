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

    /// Settings with these values.
    public init(
        names: [Language: String] = [:], responsible: [Language: String] = [:], contactMailbox: String? = nil, postalAddress: String? = nil,
        isDemo: Bool = false, formsPerSourceAndHour: Int = 300, staffNeedsSecondFactor: Bool = false
    ) {
        self.names = names
        self.responsible = responsible
        self.contactMailbox = contactMailbox
        self.postalAddress = postalAddress
        self.isDemo = isDemo
        self.formsPerSourceAndHour = formsPerSourceAndHour
        self.staffNeedsSecondFactor = staffNeedsSecondFactor
    }

    /// The coalition's name for a reader of that language.
    public func name(in language: Language) -> String {
        Self.pick(names, language) ?? "Socle"
    }

    /// Who is responsible, for a reader of that language; the coalition itself while nothing else is set.
    public func responsible(in language: Language) -> String {
        Self.pick(responsible, language) ?? name(in: language)
    }

    private static func pick(_ words: [Language: String], _ language: Language) -> String? {
        words[language] ?? words[.english] ?? words.min { $0.key.code < $1.key.code }?.value
    }
}
