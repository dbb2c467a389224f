internal import HTML
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for the link that ends mails: no account, no session, and nothing happens by looking.
public struct UnsubscribeHandlers: Sendable {
    private let services: MailingServices

    /// Handlers with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// What the link would stop, or has.
    public func show(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let link = UnsubscribeLink(token: token, services.links) else {
            return .page(UnsubscribePages.unknown(token: token, visit.translator), status: .notFound).withoutIndexing()
        }
        return try await page(link, token, visit)
    }

    /// The wish for no more. A button of the page says whether of this kind or of all, and leads back to the page; a mail program says nothing
    /// but that it is one click (RFC 8058), in whatever encoding, and must not be redirected.
    public func stop(_ visit: Visit, _ language: Language, _ token: String) async throws -> Answer {
        guard let link = UnsubscribeLink(token: token, services.links) else { throw WebFailure.notFound }
        var check = FormCheck((try? await visit.form()) ?? Fields([]))
        let scope = check.choice("scope", as: Suppression.Scope.init(rawValue:))
        try await stop(link, scope ?? .kind)
        guard scope != nil else { return try await page(link, token, visit) }
        return .redirect(to: UnsubscribeRoutes.show.path(language, token).adding(query: [("done", "1")]))
    }

    private func stop(_ link: UnsubscribeLink, _ scope: Suppression.Scope) async throws {
        guard !link.isTrial else { return }
        let now = services.clock.now()
        let source = scope == .all ? "" : link.source
        try await services.database.write { [services] db in
            try SuppressionStore.add(
                link.mailbox, source: source, why: .asked, mailing: link.mailing, at: now, on: db)
            for each in services.audiences.sources where scope == .all || each.name == link.source {
                try each.stop(link.mailbox, at: now, on: db)
            }
        }
    }

    private func page(_ link: UnsubscribeLink, _ token: String, _ visit: Visit) async throws -> Answer {
        let stopped = try await services.database.read { try SuppressionStore.find(link.mailbox, source: link.source, on: $0) }
        let kind = services.audiences.source(link.source)?.title
        let page = UnsubscribePages.show(link, kind: kind, stopped: link.isTrial ? nil : stopped, token: token, visit.translator)
        return .page(page).withoutIndexing()
    }
}
