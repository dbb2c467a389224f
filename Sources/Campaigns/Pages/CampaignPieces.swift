internal import Design
internal import Foundation
internal import Geography
public import HTML
internal import Site
public import Text
internal import Web

/// Parts of a campaign that its own page and the home page both show.
public enum CampaignPieces {
    /// How many people signed, on the way to the next goal; the number stays live where scripts run.
    public static func goal(_ campaign: Campaign, _ tally: Tally, _ t: Translator) -> HTML {
        let counting = SiteRoutes.page.path(t.language, .counting)
        return Pieces.goal(
            people: tally.people, goal: campaign.nextGoal(above: tally.people),
            words: "\(t("campaigns.people.signed", tally.people)) <a class=\"small\" href=\"\(counting)\">\(t("campaigns.howWeCount"))</a>",
            count: CampaignRoutes.count.path(campaign.slug), t)
    }

    /// Whether it is a draft, open or closed, for those who write it.
    static func state(_ campaign: Campaign, _ t: Translator) -> String {
        t(campaign.isDraft ? "campaigns.desk.draft" : campaign.isOpen ? "campaigns.desk.open" : "campaigns.desk.closed")
    }

    /// Who signed last, at most `limit` people.
    public static func recent(_ view: CampaignView, limit: Int = .max, _ t: Translator) -> HTML {
        guard !view.recent.isEmpty else { return "<p class=\"quiet\">\(t("campaigns.recent.none"))</p>" }
        return "<ul class=\"signers\">\(view.recent.prefix(limit).map { signer($0, t) })</ul>"
    }

    /// For the person who signed: that what they show waits for a moderator, where it does.
    static func waiting(_ signature: Signature, _ t: Translator) -> HTML {
        guard signature.stands, signature.flag != nil, signature.appearance.shown else { return .empty }
        return Pieces.notice(.plain, title: t("campaigns.shown.waits"), "<p>\(t("campaigns.shown.waits.words"))</p>")
    }

    private static func signer(_ signature: ShownSignature, _ t: Translator) -> HTML {
        let place = [signature.appearance.organisation, signature.appearance.town, Country(code: signature.country)?.name(in: t.language)]
        let sentence: HTML = signature.appearance.sentence.map { "<q lang=\"\(signature.language.code)\">\($0)</q>" } ?? .empty
        return """
            <li><strong>\(signature.name)</strong><span class="quiet small">\(place.compactMap { $0 }.joined(separator: " · "))</span>\(sentence)</li>
            """
    }

    /// How many people signed in each country, as far as the numbers may be shown.
    public static func countries(_ view: CampaignView, limit: Int, _ t: Translator) -> HTML {
        let shown = view.tally.countries.prefix(limit)
        let hasMore = view.tally.hasFurtherCountries || view.tally.countries.count > shown.count
        let rest: HTML = hasMore ? "<p class=\"small quiet\">\(t("campaigns.countries.further"))</p>" : .empty
        guard !shown.isEmpty else { return "<p class=\"quiet\">\(t("campaigns.countries.none"))</p>" }
        return Pieces.bars(shown.map { (words: Country(code: $0.code)?.name(in: t.language) ?? $0.code, number: $0.people) }, t) + rest
    }

    /// The history of the campaign, with its sources.
    public static func history(_ view: CampaignView, _ t: Translator) -> HTML {
        Pieces.timeline(
            view.history.map {
                (date: $0.date, dateWords: MilestoneDate.words($0.date, t), words: $0.words, source: t("campaigns.source", $0.source))
            })
    }
}

/// How the date of a milestone reads: a year, a month or a day, as it is known.
enum MilestoneDate {
    static func words(_ date: String, _ t: Translator) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == date.split(separator: "-").count, let year = parts.first else { return date }
        let components = DateComponents(
            calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: year, month: parts.count > 1 ? parts[1] : 1,
            day: parts.count > 2 ? parts[2] : 1)
        guard parts.count > 1, let day = components.date else { return date }
        let style = Date.FormatStyle(locale: Locale(identifier: t.language.code), timeZone: .gmt)
        return parts.count == 2 ? day.formatted(style.year().month(.wide)) : day.formatted(style.year().month(.wide).day())
    }
}
