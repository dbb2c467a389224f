import Foundation
import Testing
import Text

/// All words in catalogues, in every language, and every key that is used exists.
@Suite struct CatalogueRules {
    private let catalogue: Catalogue

    init() throws {
        let files = Sources.files(withExtension: "xcstrings").map { Sources.root.appending(path: "Sources/\($0.path)") }
        catalogue = try Catalogue(files: files)
    }

    @Test func everyKeyIsThereInEveryLanguage() {
        #expect(catalogue.keys.count > 100)
        #expect(catalogue.gaps().isEmpty)
        #expect(catalogue.disagreements().isEmpty)
    }

    @Test func everyKeyThatTheProgramUsesExists() throws {
        let literal =
            /"((?:design|site|app|campaigns|imports|organisations|people|moderation|mailings|translations|desk|mail|web|form)(?:\.[A-Za-z]+)+)"/
        for file in Sources.swift {
            for match in file.text.matches(of: literal) where !Self.otherNames.contains(String(match.1)) {
                let exists = catalogue.keys.contains(String(match.1))
                #expect(exists, "\(match.1) in \(file.path)")
            }
        }
    }

    @Test func everyKeyInACatalogueIsUsed() {
        let text = Sources.swift.map(\.text).joined()
        // Keys that are put together: "campaigns.over.\(reason).title".
        let composed = [
            "campaigns.over.", "app.home.figure.", "app.home.step.", "site.menu.", "web.error.", "people.mail.changed.",
            "people.security.done.",
            "people.field.", "campaigns.field.", "campaigns.flag.", "campaigns.mail.endorse.", "campaigns.mail.proposal.",
            "organisations.field.",
            "organisations.mail.", "moderation.field.", "moderation.reason.",
            "moderation.done.", "moderation.verdict.", "moderation.block.", "moderation.follows.", "moderation.problem.",
            "translations.field.",
            "translations.state.", "imports.state.", "imports.will.", "imports.did.", "imports.undoing.", "imports.choice.",
            "imports.field.",
            "desk.field.", "desk.role.", "desk.verb.", "desk.job.", "desk.outbox.state.", "mailings.role.", "mailings.state.",
            "mailings.field.",
            "mailings.any.", "mailings.count.",
        ]
        for key in catalogue.keys where !composed.contains(where: key.hasPrefix) {
            #expect(text.contains("\"\(key)\""), "\(key) is used nowhere")
        }
    }

    /// For a verb without words the log shows its bare name, which nobody should have to read.
    @Test func everyVerbOfTheLogHasWordsAndNoOtherHas() {
        let named = /enum \w+: String, AuditVerb\b[^{]*\{\n((?:[^}\n]*\n)*?) *\}/
        let verbs = Sources.swift.flatMap { file in
            file.text.matches(of: named).flatMap { match in
                match.1.split(separator: "\n").compactMap { $0.firstMatch(of: /^ *case (.+)$/)?.1 }.flatMap { $0.split(separator: ", ") }
            }
        }
        #expect(verbs.count > 50)
        let worded = catalogue.keys.filter { $0.hasPrefix("desk.verb.") }
        #expect(Set(verbs.map { "desk.verb.\($0)" }) == Set(worded))
    }

    /// Names in literals that look like keys and are none: kinds of jobs, purposes of secrets, names of files and hosts.
    private static let otherNames: Set<String> = [
        "campaigns.remind", "campaigns.heldBack", "campaigns.code", "campaigns.handle", "campaigns.source", "campaigns.recount",
        "campaigns.rekey",
        "campaigns.forget", "campaigns.withdrawal", "mail.body",
        "mail.com", "mail.marks", "mail.ru", "mail.smtp", "organisations.csv", "organisations.end", "organisations.mandates",
        "imports.work", "imports.forget", "mailings.forget", "mailings.unsubscribe", "people.limits", "people.totp", "people.totp.offer",
        "people.forget",
    ]
}
