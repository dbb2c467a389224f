internal import HTML
internal import Jobs
internal import Mail
public import Moderation
internal import People
internal import Time
internal import Web

extension DeskServices {
    /// What has gone wrong on its own, for the first page of the desk: nobody looks for it anywhere else in the morning.
    public var trouble: [WorkElsewhere] {
        [
            WorkElsewhere(role: .administrator, words: "desk.trouble.late") { [clock] db in
                try Outbox.late(since: clock.now() - .hours(1), on: db)
            } path: {
                AdministrationRoutes.outbox.path($0).adding(query: [("state", MailState.queued.rawValue)])
            },
            WorkElsewhere(role: .administrator, words: "desk.trouble.failed") { [clock] db in
                try Outbox.failed(since: clock.now() - .days(7), on: db)
            } path: {
                AdministrationRoutes.outbox.path($0).adding(query: [("state", MailState.failed.rawValue)])
            },
            WorkElsewhere(role: .administrator, words: "desk.trouble.jobs") { db in
                try JobStore.dead(on: db)
            } path: {
                AdministrationRoutes.jobs.path($0)
            },
        ]
    }
}
