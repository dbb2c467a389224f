internal import Geography
internal import Organisations
internal import Text
internal import Web

/// What a representative sends to propose a national campaign.
struct ProposalForm {
    /// For whom, and under which common campaign.
    struct Ground: Sendable {
        let organisation: Organisation
        let common: Campaign
    }

    /// What was proposed and waits, and for whom.
    struct Waiting: Sendable {
        let organisation: Organisation
        let draft: Campaign
    }

    let words: Campaign.Words
    let country: Country

    /// The form before anything was typed: the demand of the common campaign to begin from, and the organisation's country.
    static func state(_ ground: Ground, in language: Language) -> [String: String] {
        ["demand": ground.common.words(for: language).demand, "country": ground.organisation.facts.country?.code ?? ""]
    }

    /// Reads a form; the words are in the language of the page.
    static func decode(_ check: inout FormCheck, in language: Language) -> ProposalForm? {
        let country = check.choice("country", required: true, as: Country.init(code:))
        guard let words = CampaignForm.words(&check, in: language, longestBody: Proposal.longestBody), let country else { return nil }
        return ProposalForm(words: words, country: country)
    }
}
