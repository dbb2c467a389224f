import App
import Foundation
import Harness
import People
import Storage
import Testing
import Text
import Time
import Web

/// Jonas and his colleagues write to the contacts of endorsers in Africa, in French; whoever wants no more of it says so with one click.
@Suite struct JonasWritesToPeople {
    private static let desk = "/en/desk/mailings"
    private static let africa = [
        "source-endorsers": "yes", "region": "002", "language": "fr", "campaign": "social-protection-for-all",
    ]

    /// An editor writes a mailing in French. Gives its address on the desk.
    private static func write(_ site: TestSite, _ editor: Browser, _ audience: [String: String] = africa, subject: String = "Des nouvelles")
        async throws -> String
    {
        let made = await editor.submit(try await editor.get(desk).form("/desk/mailings"))
        let words = try await editor.get("\(made.path)/words/fr").form("/words/fr")
        #expect((await editor.submit(words, ["subject": "", "body": ""])).status == 422)
        let body = "Bonjour {name},\n\nVoir [la campagne](/fr/campaigns/social-protection-for-all)."
        #expect((await editor.submit(words, ["subject": subject, "body": body])).words.contains("Saved"))
        let form = try await editor.get(made.path).form(made.path)
        #expect((await editor.submit(form, audience)).words.contains("Saved"))
        return made.path
    }

    private static func send(_ site: TestSite, _ path: String) async throws {
        let els = try await site.signedIn(.administrator)
        let sent = await els.submit(try await els.get("\(path)/sending").form("/sending"))
        #expect(sent.path == path)
        try await site.feed()
    }

    private static func contacts(_ site: TestSite) async throws {
        try await site.contact("dakar@example.org", of: "sample-domestic-workers-dakar", name: "Awa")
        try await site.contact("cotonou@example.org", of: "sample-health-mutual-cotonou")
        try await site.contact("nairobi@example.org", of: "sample-young-workers-nairobi", language: .english)
        try await site.contact("brussels@example.org", of: "sample-migrants-union-brussels")
        try await site.contact("lima@example.org", of: "sample-street-vendors-lima", endorses: false)
    }

    @Test(arguments: TestEngine.allCases) func toEndorsersContactsInAfricaInFrench(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await Self.contacts(site)
            let jonas = try await site.signedIn(.editor, mailbox: "jonas@example.org")
            let path = try await Self.write(site, jonas)
            let page = await jonas.get(path)
            #expect(page.words.contains("It reaches 2 people"))
            #expect(page.words.contains("An administrator sends it"))
            #expect((await jonas.get("\(path)/sending")).status == 404)
            #expect((await jonas.post("\(path)/sending", body: Array("people=2".utf8))).status == 404)

            let preview = await jonas.get("\(path)/preview/fr")
            #expect(preview.words.contains("Bonjour Test editor,") && preview.words.contains("contact officiel"))
            let letter = await jonas.answer("GET", "\(path)/preview/fr/letter")
            #expect(
                letter.text.contains("https://site.example/fr/campaigns/")
                    && letter.header("Content-Security-Policy")?.contains("sandbox") == true)
            #expect((await jonas.get("\(path)/preview/nl")).status == 404)
            #expect((await jonas.submit(try preview.form("/trial"))).words.contains("on its way to jonas@example.org"))
            let trial = try #require(try await site.mail(to: "jonas@example.org").last)
            #expect(trial.subject == "Des nouvelles")
            let trialStop = try Self.stop(trial)
            #expect((await site.browser().post(trialStop, body: [], headers: [])).words.contains("un essai"))

            try await Self.send(site, path)
            let dakar = try #require(try await site.mail(to: "dakar@example.org").last)
            #expect(dakar.text.contains("Bonjour Awa,") && dakar.text.contains("https://site.example/fr/campaigns/"))
            #expect(dakar.text.contains("adhère à une campagne"), "it says why they get it")
            #expect(try await site.mail(to: "cotonou@example.org").last?.text.contains("Bonjour,") == true)
            for other in ["nairobi", "brussels", "lima"] { #expect(try await site.mail(to: "\(other)@example.org").isEmpty) }

            let progress = await jonas.get(path)
            #expect(progress.words.contains("going out") && progress.words.contains("neither opening nor clicking"))
            #expect(progress.words.contains("Part of the world Africa"), "it says whom it went to")
            #expect((await jonas.get("\(path)/words/fr")).status == 404, "what went out is not changed")
            let log = await (try await site.signedIn(.administrator)).get("/en/desk/log")
            #expect(log.words.contains("sent the mailing Des nouvelles"))
        }
    }

    @Test(arguments: TestEngine.allCases) func oneClickEndsItWithoutAnAccount(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await Self.contacts(site)
            let jonas = try await site.signedIn(.editor)
            try await Self.send(site, try await Self.write(site, jonas))
            let second = try await Self.write(site, jonas)
            try await Self.send(site, second)
            let link = try Self.stop(try #require(try await site.mail(to: "dakar@example.org").first))
            #expect(try await site.mail(to: "dakar@example.org").count == 2)

            let visitor = site.browser(language: "fr")
            let page = await visitor.get(link)
            #expect(page.status == 200 && page.words.contains("dakar@example.org"))
            #expect(try await site.mail(to: "dakar@example.org").count == 2, "a scanner that opens links changes nothing")
            let clicked = await visitor.post(link, body: Array("List-Unsubscribe=One-Click".utf8), headers: [])
            #expect(clicked.status == 200 && clicked.path == link, "RFC 8058: no redirect, no session, no Origin")
            #expect(clicked.words.contains("C’est fait"))
            #expect(try await site.mail(to: "dakar@example.org").isEmpty, "what waited in the outbox is gone")
            #expect((await jonas.get(second)).words.contains("stopped before they went"))

            let third = try await Self.write(site, jonas)
            #expect((await jonas.get(third)).words.contains("It reaches 1 person"))
            #expect((await jonas.get(third)).words.contains("1 who asked for no more"))
            let contacts = try await Self.write(site, jonas, ["source-contacts": "yes", "region": "002", "language": "fr"])
            #expect((await jonas.get(contacts)).words.contains("It reaches 2 people"), "as a contact of an organisation still")
            let all = await visitor.submit(try page.form(link), ["scope": "all"])
            #expect(all.words.contains("plus aucun envoi"))
            #expect((await jonas.get(contacts)).words.contains("It reaches 1 person"))
        }
    }

    @Test func aMailProgramMayPostInAnyEncodingAndALinkIsNotGuessed() async throws {
        try await TestSite.with { site in
            try await Self.contacts(site)
            let jonas = try await site.signedIn(.editor)
            try await Self.send(site, try await Self.write(site, jonas))
            let link = try Self.stop(try #require(try await site.mail(to: "cotonou@example.org").first))
            let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            let answer = await site.browser().post(link, body: Array(body.utf8), type: "multipart/form-data; boundary=x", headers: [])
            #expect(answer.status == 200 && answer.words.contains("C’est fait"))
            for bad in ["x", String(link.split(separator: "/").last?.dropLast(3) ?? "")] {
                #expect((await site.browser().get("/fr/mailings/unsubscriptions/\(bad)")).status == 404)
                #expect((await site.browser().post("/fr/mailings/unsubscriptions/\(bad)", body: [], headers: [])).status == 404)
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func signersAreReachedAsFarAsTheyAgreed(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await site.program.database.write { try $0.run("UPDATE consent SET withdrawn_at = 1") }
            for (name, ticks) in [("amina", ["campaignNews"]), ("binta", []), ("coumba", ["campaignNews"])] {
                let visitor = site.browser(language: "fr")
                let form = try await visitor.get("/fr/campaigns/social-protection-for-all").form("/signatures")
                var typed = ["name": name, "email": "\(name)@example.sn", "country": "SN", "support": "yes"]
                for tick in ticks { typed[tick] = "yes" }
                _ = await visitor.submit(form, typed)
                guard name != "coumba" else { continue }
                let link = try #require(try await site.mail(to: "\(name)@example.sn").last?.link)
                _ = await visitor.submit(try await visitor.get(link).form("/confirmation"))
            }
            let jonas = try await site.signedIn(.editor)
            let made = await jonas.submit(try await jonas.get(Self.desk).form("/desk/mailings"))
            let form = try await jonas.get(made.path).form(made.path)
            #expect((await jonas.submit(form, ["source-signatories": "yes"])).status == 422, "news of one campaign is what they agreed to")
            #expect(
                (await jonas.submit(form, ["source-signatories": "yes", "campaign": "social-protection-for-all", "category": "unions"]))
                    .status == 422)
            let path = try await Self.write(
                site, jonas, ["source-signatories": "yes", "campaign": "social-protection-for-all", "country": "SN"])
            #expect((await jonas.get(path)).words.contains("It reaches 1 person"), "confirmed and consenting alone")
            try await Self.send(site, path)
            let letter = try #require(try await site.mail(to: "amina@example.sn").last)
            #expect(letter.text.contains("accepté d’en recevoir des nouvelles"))
            _ = await site.browser().post(try Self.stop(letter), body: Array("scope=kind".utf8), headers: [])
            let withdrawn: Int? = try await site.program.database.read {
                try $0.value("SELECT count(*) FROM consent WHERE purpose = 'campaignNews' AND withdrawn_at > 1")
            }
            #expect(withdrawn == 1, "the ledger says so")
            #expect(
                (await jonas.get(try await Self.write(site, jonas, ["source-signatories": "yes", "campaign": "social-protection-for-all"])))
                    .words.contains("It reaches 0 people"))
        }
    }

    @Test(arguments: TestEngine.allCases) func whoTakesTheirSignatureBackIsNotWrittenToByWhatWaits(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await site.program.database.write { try $0.run("UPDATE consent SET withdrawn_at = 1") }
            var links: [String: String] = [:]
            for name in ["amina", "binta", "coumba"] {
                let visitor = site.browser(language: "fr")
                let form = try await visitor.get("/fr/campaigns/social-protection-for-all").form("/signatures")
                let typed = ["name": name, "email": "\(name)@example.sn", "country": "SN", "support": "yes", "campaignNews": "yes"]
                _ = await visitor.submit(form, typed)
                let link = try #require(try await site.mail(to: "\(name)@example.sn").last?.link)
                _ = await visitor.submit(try await visitor.get(link).form("/confirmation"))
                links[name] = link
            }
            let jonas = try await site.signedIn(.editor)
            let path = try await Self.write(
                site, jonas, ["source-signatories": "yes", "campaign": "social-protection-for-all", "country": "SN"], subject: "Des pas")
            try await Self.send(site, path)
            for name in links.keys { #expect(try await site.mail(to: "\(name)@example.sn").contains { $0.subject == "Des pas" }) }
            let visitor = site.browser(language: "fr")
            let amina = await visitor.get(try #require(links["amina"]))
            _ = await visitor.submit(try amina.form("/withdrawal"))
            let bintasLink = try #require(links["binta"])
            let binta = await visitor.get(bintasLink)
            _ = await visitor.submit(try binta.form(bintasLink), ["campaignNews": nil])
            for name in ["amina", "binta"] {
                #expect(try await !site.mail(to: "\(name)@example.sn").contains { $0.subject == "Des pas" }, "\(name)")
            }
            #expect(try await site.mail(to: "coumba@example.sn").contains { $0.subject == "Des pas" })
        }
    }

    @Test func whatChangedSinceItWasSeenIsAskedAgain() async throws {
        try await TestSite.with { site in
            try await Self.contacts(site)
            let jonas = try await site.signedIn(.editor)
            let path = try await Self.write(site, jonas)
            let els = try await site.signedIn(.administrator)
            let form = try await els.get("\(path)/sending").form("/sending")
            _ = await jonas.submit(try await jonas.get("\(path)/words/fr").form("/words/fr"), ["subject": "Autre", "body": "Autre chose"])
            let asked = await els.submit(form)
            #expect(asked.status == 409 && asked.words.contains("It changed since you looked") && asked.words.contains("Autre"))
            try await site.feed()
            #expect(try await site.mail(to: "dakar@example.org").isEmpty)
            #expect((await els.submit(try asked.form("/sending"))).path == path, "seen anew, it goes")
            let log = await els.get("/en/desk/log")
            #expect(log.words.contains("changed the words of the mailing") && log.words.contains("changed whom the mailing is for"))
        }
    }

    @Test func hostileWordsDoNoHarm() async throws {
        try await TestSite.with { site in
            try await site.contact("dakar@example.org", of: "sample-domestic-workers-dakar", name: "[x](https://evil.example)")
            let jonas = try await site.signedIn(.editor)
            let path = try await Self.write(site, jonas, subject: "For {name} <b>")
            let form = try await jonas.get("\(path)/words/fr").form("/words/fr")
            #expect((await jonas.submit(form, ["subject": "A\r\nBcc: b@example.org", "body": "x"])).status == 422)
            #expect((await jonas.submit(form, ["subject": String(repeating: "x", count: 151), "body": "x"])).status == 422)
            #expect((await jonas.submit(form, ["subject": "x", "body": "[click](javascript:alert(1))"])).status == 422)
            let unknown = await jonas.submit(form, ["subject": "x", "body": "Bonjour {prenom}"])
            #expect(unknown.status == 422 && unknown.words.contains("{prenom}"))
            let audience = try await jonas.get(path).form(path)
            for wrong in [
                ["region": "999"], ["country": "XX"], ["network": "nothing"], ["campaign": "'; DROP TABLE mailing"], ["role": "king"],
            ] {
                #expect((await jonas.submit(audience, wrong)).status == 422)
            }
            try await Self.send(site, path)
            let letter = try #require(try await site.mail(to: "dakar@example.org").last)
            #expect(letter.subject == "For [x](https://evil.example) <b>")
            #expect((await jonas.get("\(Self.desk)/999")).status == 404)
            #expect((await jonas.get("\(Self.desk)/999/words/fr")).status == 404)
        }
    }

    @Test func theArchiveShowsWhatIsMarkedAndSent() async throws {
        try await TestSite.with { site in
            try await Self.contacts(site)
            let jonas = try await site.signedIn(.editor)
            var marked = Self.africa
            marked["public"] = "yes"
            let path = try await Self.write(site, jonas, marked)
            let id = try #require(path.split(separator: "/").last)
            let visitor = site.browser()
            #expect((await visitor.get("/en/mailings/\(id)")).status == 404, "a draft is nobody's business")
            #expect(!(await visitor.get("/en/mailings")).words.contains("Des nouvelles"))
            try await Self.send(site, path)
            #expect((await visitor.get("/en/mailings")).words.contains("Des nouvelles"))
            let page = await visitor.get("/en/mailings/\(id)")
            #expect(page.words.contains("Bonjour,") && !page.words.contains("{name}"))
            let els = try await site.signedIn(.administrator)
            let shown = await els.get(path)
            #expect(shown.words.contains("It is in the public archive"))
            #expect((await els.submit(try shown.form("/archive"))).words.contains("It is not in the public archive"))
            #expect((await visitor.get("/en/mailings/\(id)")).status == 404)
            #expect(!(await visitor.get("/en/mailings")).words.contains("Des nouvelles"))
            _ = await els.submit(try await els.get(path).form("/archive"))
            #expect((await visitor.get("/en/mailings/\(id)")).status == 200)
            let hidden = try await Self.write(site, jonas)
            try await Self.send(site, hidden)
            #expect((await visitor.get("/en/mailings/\(try #require(hidden.split(separator: "/").last))")).status == 404)
        }
    }

    @Test func administratorsHoldUpStopAndSetThePace() async throws {
        try await TestSite.with { site in
            try await Self.contacts(site)
            let els = try await site.signedIn(.administrator)
            let limits = try await els.get("\(Self.desk)/limits").form("/limits")
            for wrong in [["perMinute": "1"], ["perMinute": "many"], ["perWeek": "0"], ["perWeek": "8"]] {
                #expect((await els.submit(limits, wrong.mapValues { $0 })).status == 422)
            }
            #expect((await els.submit(limits, ["perMinute": "60", "perWeek": "1"])).words.contains("Saved"))
            let path = try await Self.write(site, els)
            let look = try await els.get("\(path)/sending").form("/sending")
            _ = await els.submit(look)
            _ = await els.submit(look)
            _ = await els.submit(try await els.get(path).form("/pause"))
            try await site.feed()
            #expect(try await site.mail(to: "dakar@example.org").isEmpty)
            _ = await els.submit(try await els.get(path).form("/resumption"))
            try await site.feed()
            #expect(try await site.mail(to: "dakar@example.org").count == 1)
            _ = await els.submit(try await els.get(path).form("/cancellation"))
            #expect(try await site.mail(to: "dakar@example.org").isEmpty, "what was in the outbox does not go either")

            let second = try await Self.write(site, els)
            #expect((await els.get(second)).words.contains("have had 1 mailings this week") == false, "what was stopped does not count")
            let copied = await els.submit(
                try await els.get(Self.desk).form("/desk/mailings"), ["copy": try #require(path.split(separator: "/").last).description])
            #expect(copied.words.contains("It reaches 2 people"), "words and audience come along")
            let removed = await els.submit(try copied.form("/removal"))
            #expect(removed.words.contains("The draft is gone"))
            #expect((await els.get(copied.path)).status == 404)
        }
    }

    /// The path of the link that ends mails, which stands last.
    private static func stop(_ letter: Letter) throws -> String {
        let links = letter.text.matches(of: /https:\/\/site\.example(\/\S+\/mailings\/unsubscriptions\/\S+)/)
        return String(try #require(links.last).1)
    }
}
