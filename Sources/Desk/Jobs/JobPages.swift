internal import Design
internal import Foundation
internal import HTML
internal import Jobs
internal import Moderation
internal import Text
internal import Web

/// The page about background work.
enum JobPages {
    static func index(_ entries: [JobStore.Entry], isDone: Bool, zone: TimeZone, _ desk: DeskPage, _ t: Translator) -> Page {
        let dead = entries.filter { $0.deadAt != nil }
        let done = isDone ? Pieces.notice(.good, title: t("desk.saved"), .empty) : .empty
        let letters: HTML =
            dead.isEmpty
            ? "<p class=\"notice good\">\(t("desk.jobs.noneDead"))</p>" : "<ul class=\"plain\">\(dead.map { letter($0, zone, t) })</ul>"
        let rows = entries.filter { $0.deadAt == nil }.map { job -> HTML in
            """
            <tr><td data-label="\(t("desk.jobs.kind"))">\(name(job.kind, t))</td><td data-label="\(t("desk.jobs.due"))">\(t.dayAndTime(job.runAt, in: zone))</td>
            <td data-label="\(t("desk.jobs.error"))">\(job.lastError ?? "–")</td></tr>
            """
        }
        let body: HTML = """
            \(done)<h2>\(t("desk.jobs.dead"))</h2>\(letters)<h2>\(t("desk.jobs.next"))</h2>
            <table role="table"><thead><tr><th scope="col">\(t("desk.jobs.kind"))</th><th scope="col">\(t("desk.jobs.due"))</th><th scope="col">\(t("desk.jobs.error"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return desk.draw(
            section: "jobs", title: t("desk.jobs.title"), lead: t("desk.jobs.lead"), body, address: { AdministrationRoutes.jobs.path($0) })
    }

    /// What is done for jobs of a kind; its bare name, for one of an earlier program.
    private static func name(_ kind: String, _ t: Translator) -> String {
        let key = "desk.job.\(kind)"
        return t.has(key) ? t(key) : kind
    }

    private static func letter(_ job: JobStore.Entry, _ zone: TimeZone, _ t: Translator) -> HTML {
        """
        <li class="card"><h3>\(name(job.kind, t))</h3><p>\(job.lastError ?? "")</p>
        <form method="post" action="\(AdministrationRoutes.reviveJob.path(t.language, job.id))"><p class="actions"><button class="button go">\(t("desk.jobs.revive"))</button>
        <button class="button" formaction="\(AdministrationRoutes.dropJob.path(t.language, job.id))">\(t("desk.jobs.drop"))</button></p></form></li>
        """
    }
}
