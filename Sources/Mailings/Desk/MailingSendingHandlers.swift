internal import Design
internal import HTML
internal import Mail
public import People
internal import Storage
public import Text
internal import Time
public import Web

/// Answers for letting mailings go out, and for holding them up: administrators.
public struct MailingSendingHandlers: Sendable {
    private let services: MailingServices

    /// Handlers with these services.
    public init(_ services: MailingServices) {
        self.services = services
    }

    /// The last look before it goes out.
    public func show(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let view = try await services.view(id, visit.translator)
        return page(view, visit, signedIn, nil, status: .ok)
    }

    /// Letting it go out. Whoever saw another number, other words or another audience than there are now is asked again; pressed twice, it goes
    /// out once.
    public func send(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let view = try await services.view(id, visit.translator)
        guard view.mailing.state == .draft else { return back(language, id) }
        var check = FormCheck(try await visit.form())
        let seen = check.number("people") ?? 0
        let digest = check.line("seen", max: 64) ?? ""
        guard let reach = view.reach, view.maySend else { return page(view, visit, signedIn, nil, status: .unprocessable) }
        // A campaign grows while somebody reads; a tenth more is still what they meant.
        guard reach.people <= seen + seen / 10 + 5 else { return page(view, visit, signedIn, .grown, status: .conflict) }
        let now = services.clock.now()
        let approval = try await services.database.write { db in
            let approval = try MailingStore.approve(id, seen: digest, by: signedIn.person.id, at: now, on: db)
            if approval == .given {
                try AuditStore.add(
                    MailingVerb.mailingSent, .mailing(view.mailing, signedIn.person), by: signedIn.person, note: "\(reach.people)", at: now,
                    on: db)
            }
            return approval
        }
        guard approval == .changed else { return back(language, id) }
        return page(try await services.view(id, visit.translator), visit, signedIn, .changed, status: .conflict)
    }

    /// Holding it up.
    public func pause(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let mailing = try await services.mailing(id)
        try await act(.mailingPaused, mailing, signedIn) { db, now in try MailingStore.pause(id, at: now, on: db) }
        return back(language, id)
    }

    /// Letting it go on.
    public func resume(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let mailing = try await services.mailing(id)
        try await act(.mailingResumed, mailing, signedIn) { db, _ in try MailingStore.resume(id, on: db) }
        return back(language, id)
    }

    /// Stopping it for good.
    public func cancel(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let mailing = try await services.mailing(id)
        try await act(.mailingCancelled, mailing, signedIn) { db, now in try MailingStore.cancel(id, at: now, on: db) }
        return back(language, id)
    }

    /// Taking what went out into the archive that everybody may read, or out of it.
    public func archive(_ visit: Visit, _ signedIn: SignedIn, _ language: Language, _ id: Int64) async throws -> Answer {
        let mailing = try await services.mailing(id)
        var check = FormCheck(try await visit.form())
        let isPublic = check.flag("public")
        try await act(isPublic ? .mailingPublished : .mailingHidden, mailing, signedIn) { db, _ in
            try MailingStore.setPublic(isPublic, id, on: db)
        }
        return back(language, id)
    }

    /// How fast mailings go, and how many anybody gets.
    public func limits(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        let limits = try await services.database.read { try MailingLimitStore.limits(on: $0) }
        let state = FormState(values: ["perMinute": "\(limits.perMinute)", "perWeek": "\(limits.perWeek)"])
        return page(visit, signedIn, state, isDone: visit.query("done") == "1", status: .ok)
    }

    /// These, sent.
    public func saveLimits(_ visit: Visit, _ signedIn: SignedIn, _ language: Language) async throws -> Answer {
        var check = FormCheck(try await visit.form())
        guard let limits = MailingForm.limits(&check) else {
            return page(visit, signedIn, FormState(check, "mailings", visit.translator), isDone: false, status: .unprocessable)
        }
        let now = services.clock.now()
        try await services.database.write { db in
            try MailingLimitStore.put(limits, on: db)
            try AuditStore.add(
                MailingVerb.mailingLimitsChanged, .init("mailing"), by: signedIn.person,
                note: "\(limits.perMinute)/min, \(limits.perWeek)/week",
                at: now, on: db)
        }
        return .redirect(to: MailingDeskRoutes.limits.path(language).adding(query: [("done", "1")]))
    }

    private func page(_ visit: Visit, _ signedIn: SignedIn, _ state: FormState, isDone: Bool, status: Status) -> Answer {
        let t = visit.translator
        return .page(MailingSendingPages.limits(isDone: isDone, state, services.desk(signedIn, t), t), status: status).withoutIndexing()
    }

    private func page(_ view: MailingView, _ visit: Visit, _ signedIn: SignedIn, _ surprise: MailingSendingPages.Surprise?, status: Status)
        -> Answer
    {
        let t = visit.translator
        return .page(MailingSendingPages.confirmation(view, surprise, services.desk(signedIn, t), t), status: status)
            .withoutIndexing()
    }

    private func back(_ language: Language, _ id: Int64) -> Answer {
        .redirect(to: MailingDeskRoutes.mailing.path(language, id))
    }

    /// Takes a step and writes it into the log, in one write, if it could be taken.
    private func act(
        _ verb: MailingVerb, _ mailing: Mailing, _ signedIn: SignedIn,
        _ step: @escaping @Sendable (any Writer, Instant) throws -> Bool
    ) async throws {
        let now = services.clock.now()
        try await services.database.write { db in
            guard try step(db, now) else { return }
            try AuditStore.add(verb, .mailing(mailing, signedIn.person), by: signedIn.person, note: "", at: now, on: db)
        }
    }
}

extension MailingView {
    /// Whether it could go out: it is a draft, says something, and reaches somebody.
    var maySend: Bool { mailing.state == .draft && !mailing.words.isEmpty && (reach?.people ?? 0) > 0 }
}
