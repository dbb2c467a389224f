internal import Design
internal import Text
internal import Web

/// What an editor sends about a campaign.
enum CampaignForm {
    static let longestTitle = 120
    static let longestSummary = 400
    static let longestDemand = 600
    static let longestBody = 40_000
    static let mostGoals = 20

    /// The fields of the words of one language.
    static let fields = ["title", "summary", "demand", "body"]

    static func state(_ words: Campaign.Words?) -> FormState {
        guard let words else { return FormState().marked() }
        return FormState(values: ["title": words.title, "summary": words.summary, "demand": words.demand, "body": words.body]).marked()
    }

    /// Reads the words of one language. Problems are collected in `check`.
    static func words(
        _ check: inout FormCheck, in language: Language, longestBody: Int = longestBody, isMachine: Bool = false
    ) -> Campaign.Words? {
        let title = check.line("title", required: true, max: longestTitle)
        let summary = check.text("summary", required: true, max: longestSummary)
        let demand = check.text("demand", required: true, max: longestDemand)
        let body = check.text("body", required: true, max: longestBody)
        guard check.isClean, let title, let summary, let demand, let body else { return nil }
        return Campaign.Words(language: language, title: title, summary: summary, demand: demand, body: body, isMachine: isMachine)
    }

    /// Reads the goals: whole numbers, one a line or with commas between.
    static func goals(_ check: inout FormCheck) -> [Int]? {
        let typed = check.text("goals", max: 400) ?? ""
        guard check.isClean else { return nil }
        let parts = typed.split { ",;\n\t ".unicodeScalars.contains($0.unicodeScalars.first ?? " ") }
        let goals = parts.compactMap { Int($0) }.filter { (1...1_000_000_000).contains($0) }
        guard goals.count == parts.count, goals.count <= mostGoals else {
            check.fail("goals", "campaigns.problem.goals")
            return nil
        }
        return Array(Set(goals)).sorted()
    }

    /// Reads an address for a new campaign: lower-case letters, digits and hyphens.
    static func slug(_ check: inout FormCheck) -> String? {
        guard let typed = check.line("slug", required: true, max: 60) else { return nil }
        let isPlain = typed.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        guard isPlain, typed.utf8.first != UInt8(ascii: "-"), typed.utf8.last != UInt8(ascii: "-") else {
            check.fail("slug", "campaigns.problem.slug")
            return nil
        }
        return typed
    }
}
