internal import Design
internal import People
internal import Storage
internal import Web

/// What a person sends to change a signature that stands, from a mailed link or from their account.
struct ChangeForm: Sendable {
    let appearance: Signature.Appearance
    let news: Set<Purpose>
    let notice: String
    /// Where it came from.
    let client: ClientAddress
    let check: FormCheck

    /// Reads the form. `had` are the news wanted until now: only a new consent needs words that were shown.
    static func decode(_ visit: Visit, had: Set<Purpose>, _ services: CampaignServices) async throws -> ChangeForm {
        var check = FormCheck(try await visit.form())
        let appearance = SignatureForm.appearance(&check)
        let news = SignatureForm.news(&check)
        let version = check.line("notice", max: 64) ?? ""
        if !news.isSubset(of: had), try await !services.database.read({ try ConsentStore.knows(version, on: $0) }) {
            check.fail("campaignNews", "campaigns.problem.notice")
        }
        return ChangeForm(appearance: appearance, news: news, notice: version, client: visit.client, check: check)
    }
}

extension FormState {
    /// The form as a signature is now.
    init(_ signature: Signature, _ news: Set<Purpose>) {
        let appearance = signature.appearance
        var values = ["town": appearance.town ?? "", "organisation": appearance.organisation ?? "", "sentence": appearance.sentence ?? ""]
        if appearance.shown { values["shown"] = "yes" }
        for purpose in news { values[purpose.rawValue] = "yes" }
        self.init(values: values)
    }
}
