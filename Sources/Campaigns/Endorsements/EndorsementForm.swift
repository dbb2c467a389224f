internal import Organisations
internal import Time
internal import Web

/// What a representative sends to endorse a campaign.
struct EndorsementForm {
    /// For whom, and what.
    struct Ground: Sendable {
        let organisation: Organisation
        let campaign: Campaign
        let mandate: Representative
    }

    let details: Endorsement.Details
    let letter: Upload?

    /// Reads a form. A decision that is yet to come is none.
    static func decode(_ check: inout FormCheck, today: CivilDay) -> EndorsementForm? {
        let signatory = check.line("signatory", required: true, max: 100, rules: [.someLetter, .noAddress, .noFormula])
        let function = check.line("function", required: true, max: 100, rules: [.someLetter, .noAddress, .noFormula])
        let decidedOn = check.day("decidedOn", required: true)
        if let decidedOn, today < decidedOn { check.fail("decidedOn", "campaigns.problem.future") }
        let letter = check.file("letter", kinds: Endorsement.letterKinds, max: Endorsement.largestLetter)
        guard check.isClean, let signatory, let function, let decidedOn else { return nil }
        return EndorsementForm(details: .init(signatory: signatory, function: function, decidedOn: decidedOn), letter: letter)
    }
}
