internal import Design
internal import HTML
public import Moderation
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for making the kit of a campaign: editors.
public struct KitDeskHandlers: Sendable {
    private let services: CampaignServices
    private let menu: DeskMenu

    /// Handlers with these services.
    public init(_ services: CampaignServices, menu: DeskMenu) {
        self.services = services
        self.menu = menu
    }

    /// The kit, and a form to add to it.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let (campaign, materials) = try await find(slug)
        let page = KitPages.desk(
            campaign, materials, isDone: visit.query("done") == "1", FormState(values: ["language": language.code]),
            DeskPage(menu, for: signedIn, visit.translator), visit.translator)
        return .page(page).withoutIndexing()
    }

    /// Another file, sent.
    public func add(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String) async throws -> Answer {
        let (campaign, materials) = try await find(slug)
        var check = FormCheck(try await visit.form(withFilesUpTo: Material.largest + 1_000_000))
        let now = services.clock.now()
        if let form = MaterialForm.decode(&check) {
            let isAdded = try await services.database.write { db -> Bool in
                guard try MaterialStore.add(form.title, in: form.language, form.upload, to: campaign.id, at: now, on: db) else {
                    return false
                }
                try AuditStore.add(
                    CampaignVerb.materialAdded, .init("campaign", name: slug), by: signedIn.person, note: form.title, at: now, on: db)
                return true
            }
            if isAdded { return .redirect(to: KitRoutes.desk.path(language, slug).adding(query: [("done", "1")])) }
            check.fail("file", "campaigns.problem.kitFull", [.number(Material.most)])
        }
        let page = KitPages.desk(
            campaign, materials, isDone: false, FormState(check, "campaigns", visit.translator),
            DeskPage(menu, for: signedIn, visit.translator), visit.translator)
        return .page(page, status: .unprocessable).withoutIndexing()
    }

    /// Taking one away.
    public func remove(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ slug: String, _ id: Int64) async throws -> Answer {
        let (campaign, _) = try await find(slug)
        let now = services.clock.now()
        try await services.database.write { db in
            guard let title = try MaterialStore.remove(id, from: campaign.id, on: db) else { throw WebFailure.notFound }
            try AuditStore.add(
                CampaignVerb.materialRemoved, .init("campaign", name: slug), by: signedIn.person, note: title, at: now, on: db)
        }
        return .redirect(to: KitRoutes.desk.path(language, slug).adding(query: [("done", "1")]))
    }

    private func find(_ slug: String) async throws -> (Campaign, [Material]) {
        try await services.database.read { db in
            guard let campaign = try CampaignStore.draftOrPublished(slug, on: db) else { throw WebFailure.notFound }
            return (campaign, try MaterialStore.all(of: campaign.id, on: db))
        }
    }
}
