internal import Design
internal import Geography
public import Mail
public import People
public import Text
internal import Web

/// What a person sends to sign: decoded, checked, and worth storing.
public struct SignatureForm: Sendable {
    /// The longest name, town or organisation, in characters.
    static let longestLine = 100
    /// The longest sentence of one's own.
    static let longestSentence = 300

    /// The campaign signed.
    public let campaign: Int64
    /// The language of the form, in which the person is written to.
    public let language: Language
    /// The person's name.
    public let name: String
    /// Where mail goes, as it was typed.
    public let mailbox: Mailbox
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// What may be shown.
    public let appearance: Signature.Appearance
    /// What the person agreed to; always holds `.support`.
    public let purposes: [Purpose]
    /// The version of the words of consent that were shown.
    public let notice: String

    /// A form with these answers.
    public init(
        campaign: Int64, language: Language, name: String, mailbox: Mailbox, country: String, appearance: Signature.Appearance,
        purposes: [Purpose], notice: String
    ) {
        self.campaign = campaign
        self.language = language
        self.name = name
        self.mailbox = mailbox
        self.country = country
        self.appearance = appearance
        self.purposes = purposes
        self.notice = notice
    }

    var answers: Signature.Answers { Signature.Answers(country: country, appearance: appearance) }

    /// Reads a form. Problems are collected in `check`; with any there is no form.
    static func decode(_ check: inout FormCheck, campaign: Campaign, language: Language) -> SignatureForm? {
        let name = check.line("name", required: true, max: longestLine, rules: [.someLetter, .noAddress, .noFormula])
        let mailbox = check.writableMailbox("email", required: true)
        let country = check.choice("country", required: true, as: Country.init(code:))?.code
        let appearance = appearance(&check)
        if !check.flag("support") { check.fail("support", "campaigns.problem.consent") }
        let news = news(&check)
        let notice = check.line("notice", max: 64) ?? ""
        guard check.isClean, let name, let mailbox, let country else { return nil }
        return SignatureForm(
            campaign: campaign.id, language: language, name: name, mailbox: mailbox, country: country, appearance: appearance,
            purposes: [.support] + news.sorted { $0.rawValue < $1.rawValue }, notice: notice)
    }

    /// Reads what may be shown: part of signing, and of changing it later.
    static func appearance(_ check: inout FormCheck) -> Signature.Appearance {
        Signature.Appearance(
            town: check.line("town", max: longestLine, rules: [.noAddress, .noFormula]),
            organisation: check.line("organisation", max: longestLine, rules: [.noAddress, .noFormula]),
            sentence: check.text("sentence", max: longestSentence, rules: [.noAddress, .noFormula]),
            shown: check.flag("shown"))
    }

    /// Reads which news the person wants.
    static func news(_ check: inout FormCheck) -> Set<Purpose> {
        var news: Set<Purpose> = []
        if check.flag("campaignNews") { news.insert(.campaignNews) }
        if check.flag("coalitionNews") { news.insert(.coalitionNews) }
        return news
    }
}
