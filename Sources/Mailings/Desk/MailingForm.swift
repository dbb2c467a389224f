internal import Design
internal import HTML
internal import Storage
internal import Text
internal import Web

/// What somebody at the desk sends about a mailing.
enum MailingForm {
    static let longestSubject = 150
    static let longestBody = 20_000

    /// The fields of the words, in the order of the form.
    static let wordsFields = ["subject", "body"]

    /// The name of the box for a source.
    static func field(_ source: any AudienceSource) -> String { "source-\(source.name)" }

    /// The form as the audience is.
    static func state(_ mailing: Mailing) -> FormState {
        var values: [String: String] = [:]
        for source in mailing.audience.sources { values["source-\(source)"] = "yes" }
        for facet in Audience.Facet.allCases { values[facet.rawValue] = mailing.audience.value(of: facet) }
        if mailing.isPublic { values["public"] = "yes" }
        return FormState(values: values)
    }

    /// Reads whom a mailing is for. Problems are collected in `check`. What does not go together is one: a part of the world says nothing about
    /// those of whom no country is known, and leaving it out in silence would write to too many.
    static func audience(_ check: inout FormCheck, _ view: AudienceView, _ t: Translator) -> (audience: Audience, isPublic: Bool)? {
        let sources = view.sources.filter { check.flag(field($0)) }
        var audience = Audience(sources: Set(sources.map(\.name)))
        for facet in Audience.Facet.allCases {
            let options = view.choices(of: facet).flatMap { $0.options.map(\.value) }
            audience.set(facet, check.choice(facet.rawValue, among: options))
        }
        for source in sources {
            for facet in Audience.Facet.allCases {
                if audience.value(of: facet) != nil, !source.facets.contains(facet) {
                    check.fail(facet.rawValue, "mailings.problem.facet", [.words(t(source.title))])
                }
                if audience.value(of: facet) == nil, source.needs.contains(facet) {
                    check.fail(facet.rawValue, "mailings.problem.needed", [.words(t(source.title))])
                }
            }
        }
        let isPublic = check.flag("public")
        return check.isClean ? (audience, isPublic) : nil
    }

    /// Reads the words of one language.
    static func words(_ check: inout FormCheck, in language: Language) -> MailingWords? {
        let subject = check.line("subject", required: true, max: longestSubject)
        let body = check.text("body", required: true, max: longestBody)
        for (field, text) in [("subject", subject), ("body", body)] {
            if let unknown = text.flatMap(MailingPlaceholder.unknown) {
                check.fail(field, "mailings.problem.placeholder", [.words(unknown)])
            }
        }
        if let refused = body.flatMap(refusedLink) { check.fail("body", "mailings.problem.link", [.words(refused)]) }
        guard check.isClean, let subject, let body else { return nil }
        return MailingWords(language: language, subject: subject, body: body)
    }

    /// The first address of a link that would stand in the mail as it was typed, since nothing may lead there.
    private static func refusedLink(_ body: String) -> String? {
        body.matches(of: /\]\(([^\s()]*)/).lazy.map { String($0.output.1) }.first { URLPath($0) == nil && WebURL($0) == nil }
    }

    static func state(_ words: MailingWords?) -> FormState {
        (words.map { FormState(values: ["subject": $0.subject, "body": $0.body]) } ?? FormState()).marked()
    }

    /// Reads the limits.
    static func limits(_ check: inout FormCheck) -> MailingLimits? {
        let perMinute = check.number("perMinute", required: true, in: MailingLimits.pace)
        let perWeek = check.number("perWeek", required: true, in: MailingLimits.cap)
        guard let perMinute, let perWeek else { return nil }
        return MailingLimits(perMinute: perMinute, perWeek: perWeek)
    }
}

/// What the form for an audience offers, in a reader's language.
struct AudienceView: Sendable {
    let sources: [any AudienceSource]
    private let groups: [Audience.Facet: [AudienceChoices.Group]]

    /// Reads what can be chosen now.
    static func read(_ audiences: Audiences, _ t: Translator, on db: any Reader) throws -> AudienceView {
        let groups = try audiences.choices.map { ($0.facet, try $0.groups(t, db)) }
        return AudienceView(sources: audiences.sources, groups: Dictionary(groups, uniquingKeysWith: { $0 + $1 }))
    }

    func choices(of facet: Audience.Facet) -> [AudienceChoices.Group] { groups[facet] ?? [] }
}
