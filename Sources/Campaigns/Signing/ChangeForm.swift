internal import Design
internal import People
internal import Storage
internal import Web

/// What a person sends to change a signature that stands, from a mailed link or from their account.
struct ChangeForm: Sendable {
    let appearance: Signature.Appearance
    /// The news they want from now on.
    let news: Set<Purpose>
    /// Whether they agree that the signature is kept, where nobody had asked them.
    let support: Bool
    let notice: String
    /// Where it came from.
    let client: ClientAddress
    let check: FormCheck

    /// Reads the form. `had` is what the person agreed to until now: only a new consent needs words that were shown. A signature that an
    /// earlier list brought may come without consent to keeping it; there is no news without that one.
    static func decode(_ visit: Visit, had: Set<Purpose>, _ services: CampaignServices) async throws -> ChangeForm {
        var check = FormCheck(try await visit.form())
        let appearance = SignatureForm.appearance(&check)
        let news = SignatureForm.news(&check)
        let asksSupport = !had.contains(.support)
        let support = asksSupport && check.flag("support")
        if asksSupport, !support, !news.isEmpty { check.fail("support", "campaigns.problem.newsAlone") }
        let version = check.line("notice", max: 64) ?? ""
        let isNew = support || !news.isSubset(of: had)
        if isNew, try await !services.database.read({ try ConsentStore.knows(version, on: $0) }) {
            check.fail(asksSupport ? "support" : "campaignNews", "campaigns.problem.notice")
        }
        return ChangeForm(appearance: appearance, news: news, support: support, notice: version, client: visit.client, check: check)
    }
}

extension FormState {
    /// The form as a signature is now.
    init(_ signature: Signature, _ agreed: Set<Purpose>) {
        let appearance = signature.appearance
        var values = ["town": appearance.town ?? "", "organisation": appearance.organisation ?? "", "sentence": appearance.sentence ?? ""]
        if appearance.shown { values["shown"] = "yes" }
        for purpose in agreed { values[purpose.rawValue] = "yes" }
        self.init(values: values)
    }
}
