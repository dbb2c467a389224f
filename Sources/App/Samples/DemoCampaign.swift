internal import Campaigns
internal import Foundation
internal import Text

/// The demo campaign in one language, from `Demo/campaign.<language>.md`: title, summary, then the sections DEMAND, BODY and HISTORY.
struct DemoCampaign {
    enum Failure: Error {
        case misshapen(String)
    }

    let words: Campaign.Words
    let history: [Milestone]

    init(language: Language, resources: ResourceFolder) throws {
        let name = "Demo/campaign.\(language.code).md"
        let text = try String(contentsOf: resources.file(name, of: "App"), encoding: .utf8)
        let demand = text.components(separatedBy: "\n## DEMAND\n")
        let body = demand.last?.components(separatedBy: "\n## BODY\n") ?? []
        let history = body.last?.components(separatedBy: "\n## HISTORY\n") ?? []
        let head = demand.first?.components(separatedBy: "\n\n").map(Self.trimmed) ?? []
        guard demand.count == 2, body.count == 2, history.count == 2, head.count >= 2, head[0].hasPrefix("# ") else {
            throw Failure.misshapen(name)
        }
        words = Campaign.Words(
            language: language, title: String(head[0].dropFirst(2)), summary: head[1], demand: Self.trimmed(body[0]),
            body: Self.trimmed(history[0]))
        self.history = history[1].split(separator: "\n").compactMap { line in
            let parts = line.drop { $0 == "-" || $0 == " " }.components(separatedBy: " | ").map(Self.trimmed)
            return parts.count == 3 ? Milestone(date: parts[0], words: parts[1], source: parts[2]) : nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
