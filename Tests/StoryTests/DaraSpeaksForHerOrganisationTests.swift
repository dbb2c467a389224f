import App
import Foundation
import Harness
import Jobs
import Organisations
import People
import Storage
import Testing
import Time
import Web

/// Dara asks to act for her confederation, its official contact confirms, she writes its profile and endorses a campaign.
@Suite struct DaraSpeaksForHerOrganisation {
    private static let contact = "office@clc.example"
    private static let organisation = "/en/account/organisations/wsm"
    private static let campaign = "/en/campaigns/social-protection-for-all"

    /// A moderator notes an official contact of the organisation.
    private static func addContact(_ site: TestSite, _ mailbox: String = contact) async throws {
        let jonas = try await site.signedIn(.moderator)
        let page = await jonas.get("/en/desk/organisations/wsm")
        let form = try page.form("/contacts")
        #expect((await jonas.submit(form, ["contactMailbox": "nowhere"])).status == 422)
        let saved = await jonas.submit(
            form, ["contactFunction": "Office", "contactMailbox": mailbox, "contactLanguage": "fr", "contactOfficial": "yes"])
        #expect(saved.words.contains(mailbox))
    }

    private static func ask(_ site: TestSite, _ mailbox: String = "dara@clc.example", slug: String = "wsm") async throws -> Browser {
        let dara = try await site.signedIn(mailbox: mailbox)
        let page = await dara.get("/en/organisations/\(slug)")
        let form = try await dara.get(try page.link("I speak for this organisation")).form("/mandate")
        #expect((await dara.submit(form, ["function": ""])).status == 422)
        let asked = await dara.submit(form, ["function": "President"])
        #expect(asked.words.contains("waits for an answer"))
        return dara
    }

    private static func confirmed(_ site: TestSite) async throws -> Browser {
        try await addContact(site)
        let dara = try await ask(site)
        let link = try #require(try await site.mail(to: contact).last?.link)
        let visitor = site.browser(language: "fr")
        #expect((await visitor.submit(try await visitor.get(link).form("/confirmation"))).status == 200)
        return dara
    }

    @Test(arguments: TestEngine.allCases) func anOfficialContactConfirmsAndSheWritesTheProfile(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await Self.addContact(site)
            let dara = try await Self.ask(site)
            #expect((await dara.get(Self.organisation)).status == 404, "asking is no mandate")
            let letter = try #require(try await site.mail(to: Self.contact).last)
            #expect(letter.language == "fr")
            let link = try #require(letter.link)
            let visitor = site.browser(language: "fr")
            let page = await visitor.get(link)
            #expect(page.words.contains("President"))
            #expect((await dara.get(Self.organisation)).status == 404, "opening the link changes nothing")
            _ = await visitor.submit(try page.form("/confirmation"))
            #expect((await visitor.get(link)).status == 410)
            #expect(try await site.mail(to: "dara@clc.example").last?.text.contains("for a year") == true)

            let form = try await dara.get(Self.organisation).form("/organisations/wsm")
            #expect((await dara.submit(form, ["website": "javascript:alert(1)"])).status == 422)
            #expect((await dara.submit(form, ["represented": "10"])).status == 422, "a number needs its year and source")
            let saved = await dara.submit(
                form,
                [
                    "profile": "We organise **domestic workers**.", "website": "example.org", "languages": "en, km", "theme-old-age": "yes",
                    "category": "governments", "hidden": "yes", "name-en": "Something Else", "domain": "evil.example",
                ])
            #expect(saved.path == "\(Self.organisation)?done=1")
            let shown = await site.browser().get("/en/organisations/wsm")
            #expect(shown.words.contains("We organise domestic workers"))
            #expect(shown.words.contains("Old-age pensions"))
            #expect(!shown.words.contains("Something Else") && !shown.words.contains("Governments"), "what moderators decide stays")
        }
    }

    @Test(arguments: TestEngine.allCases) func sheEndorsesACampaignAndItCountsOnceConfirmed(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await Self.confirmed(site)
            let before = try await site.count()
            let form = try await dara.get(try await dara.get(Self.organisation).link("Endorse the manifesto")).form(
                "/endorsements/social-protection-for-all")
            #expect((await dara.submit(form, ["decidedOn": "2030-01-01"])).status == 422, "a decision comes first")
            #expect((await dara.submit(form, ["decidedOn": "yesterday"])).status == 422)
            _ = await dara.submit(form, ["signatory": "The board", "decidedOn": "2025-11-30"])
            _ = await dara.submit(form, ["signatory": "The board", "decidedOn": "2025-11-30"])
            #expect(!(await site.browser().get(Self.campaign)).words.contains("organisation endorses it"))

            let letters = try await site.mail(to: Self.contact).filter { $0.link?.contains("/endorsements/") == true }
            #expect(letters.count == 1, "sent twice, asked once")
            let link = try #require(letters.last?.link)
            let visitor = site.browser(language: "fr")
            _ = await visitor.submit(try await visitor.get(link).form("/confirmation"))
            #expect((await site.browser().get(Self.campaign)).words.contains("1 organisation endorses it"))
            #expect((await site.browser().get("\(Self.campaign)/organisations")).text.contains("/en/organisations/wsm"))
            #expect(try await site.count() == before, "organisations are never added to people")

            let page = await dara.get(Self.organisation)
            _ = await dara.submit(try page.form("/endorsements/social-protection-for-all/withdrawal"))
            #expect(!(await site.browser().get(Self.campaign)).words.contains("organisation endorses it"))
            _ = await dara.submit(form, ["signatory": "The board", "decidedOn": "2025-12-30"])
            #expect((await dara.get(Self.organisation)).words.contains("Waits for the confirmation"), "it may come back later")
        }
    }

    @Test func moderatorsDecideToAndNobodyOnTheirOwn() async throws {
        try await TestSite.with { site in
            _ = try await Self.ask(site)
            let jonas = try await site.signedIn(.moderator)
            let queue = await jonas.get("/en/desk")
            #expect(queue.words.contains("President at"))
            _ = await jonas.submit(try queue.form("/decision"), ["verdict": "keep"])
            #expect((await jonas.get("/en/desk")).words.contains("Everything is decided"))

            let form = try await jonas.get("/en/account/organisations/ituc/mandate").form("/mandate")
            _ = await jonas.submit(form, ["function": "Adviser"])
            let own = await jonas.get("/en/desk")
            #expect(own.words.contains("somebody else decides"))
            let id = try #require(own.text.firstMatch(of: /id="representative-(\d+)"/))
            let forced = await jonas.post("/en/desk/queue/representative/\(id.1)/decision", body: Array("verdict=keep".utf8))
            #expect(forced.status == 403)
        }
    }

    @Test(arguments: TestEngine.allCases) func aLetterComesWithAnEndorsementAndOnlyThoseWhoDecideSeeIt(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await Self.confirmed(site)
            let address = "\(Self.organisation)/endorsements/social-protection-for-all"
            let form = try await dara.get(address).form("/endorsements/social-protection-for-all")
            let html = Array("<html><script>1</script>".utf8)
            #expect((await dara.submit(form, ["decidedOn": "2025-11-30"], file: "letter", named: "a.pdf", html)).status == 422)
            let pdf = Array("%PDF-1.4 letter".utf8)
            _ = await dara.submit(form, ["decidedOn": "2025-11-30"], file: "letter", named: "lettre.pdf", pdf)
            #expect((await dara.submit(form, ["decidedOn": "2025-11-30"])).status == 422, "one waits already")
            #expect((await dara.get("\(address)/letter")).reply.body == pdf)

            let visitor = site.browser(language: "fr")
            let link = try #require(try await site.mail(to: Self.contact).last?.link)
            let question = await visitor.get(link)
            #expect((await visitor.get(try question.link("La lettre"))).reply.body == pdf)
            let jonas = try await site.signedIn(.moderator)
            let shown = try await jonas.get("/en/desk").link("The letter")
            #expect((await jonas.get(shown)).reply.body == pdf)
            #expect((await dara.get(shown)).status == 404)
            #expect((await visitor.get(shown)).path.contains("/account"))
            _ = await visitor.submit(try question.form("/confirmation"))
            #expect((await visitor.get("\(link)/letter")).status == 404, "the link is used")
        }
    }

    @Test(arguments: TestEngine.allCases) func sheProposesANationalCampaign(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await Self.confirmed(site)
            let address = "\(Self.organisation)/campaigns/social-protection-for-all"
            #expect((await dara.get(Self.organisation)).words.contains("Propose one under"))
            let form = try await dara.get(address).form("/campaigns/social-protection-for-all")
            let words = [
                "country": "KH", "title": "Health care for garment workers", "summary": "One sentence.", "demand": "We demand it.",
                "body": "Because.",
            ]
            #expect((await dara.submit(form, words.merging(["country": "XX"]) { $1 })).status == 422)
            #expect((await dara.submit(form, words)).words.contains("Health care for garment workers"))
            let visitor = site.browser()
            let page = "/en/campaigns/health-care-for-garment-workers-kh"
            #expect((await visitor.get(page)).status == 404)

            let lena = try await site.signedIn(.editor)
            let draft = await lena.get("/en/desk/campaigns/health-care-for-garment-workers-kh")
            #expect(draft.words.contains("decide in the queue"))
            #expect((await lena.post("\(draft.path)/opening", body: [])).status == 404, "the queue decides")
            #expect((await lena.post("\(draft.path)/removal", body: [])).status == 404)
            let jonas = try await site.signedIn(.moderator)
            let card = try await jonas.get("/en/desk").form("/decision")
            #expect((await jonas.submit(card, ["verdict": "ask", "note": "Which law?"])).words.contains("A question was sent on"))
            #expect(try await site.mail(to: "dara@clc.example").last?.text.contains("Which law?") == true)
            let mine = await dara.get(try await dara.get(Self.organisation).link("Health care for garment workers"))
            _ = await dara.submit(try mine.form("-kh"), ["demand": "We demand the law of 2019."])
            #expect((await jonas.get("/en/desk")).words.contains("We demand the law of 2019."))
            _ = await jonas.submit(card, ["verdict": "keep"])
            let shown = await visitor.get(page)
            #expect(shown.words.contains("Cambodia") && shown.words.contains("Part of") && shown.words.contains("Led by"))
            #expect((await visitor.get(Self.campaign)).words.contains("Health care for garment workers"))
            #expect((await visitor.get("/en/campaigns")).words.contains("Health care for garment workers"))
            #expect(!(await visitor.get("/en")).words.contains("Health care for garment workers"), "the home page shows the common one")

            _ = await dara.submit(form, words.merging(["title": "Another"]) { $1 })
            let second = try await jonas.get("/en/desk").form("/decision")
            _ = await jonas.submit(second, ["verdict": "refuse", "reason": "duplicate", "note": "Join the first."])
            let letter = try #require(try await site.mail(to: "dara@clc.example").last)
            #expect(letter.text.contains("Reason:") && letter.text.contains("Join the first.") && letter.text.contains("We demand it."))
            #expect((await visitor.get("/en/campaigns/another-kh")).status == 404)
            #expect((await visitor.get("/en/organisations/wsm")).words.contains("Health care for garment workers"))

            _ = await dara.submit(form, words.merging(["title": "A third"]) { $1 })
            let third = await dara.get("\(Self.organisation)/proposals/a-third-kh")
            #expect((await dara.submit(try third.form("-kh"), ["title": ""])).status == 422)
            _ = await dara.post("\(Self.organisation)/proposals/a-third-kh/removal", body: [])
            #expect((await dara.get("\(Self.organisation)/proposals/a-third-kh")).status == 404)
            #expect((await dara.get("\(Self.organisation)/proposals/health-care-for-garment-workers-kh")).status == 404, "it is published")
            let other = try await Self.ask(site, "rosa@other.example", slug: "ituc")
            #expect((await other.get(address)).status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases) func aModeratorRenewsAndEndsAMandate(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await Self.confirmed(site)
            let jonas = try await site.signedIn(.moderator)
            let page = await jonas.get("/en/desk/organisations/wsm")
            let form = try page.form("/renewal")
            #expect((await jonas.submit(form)).words.contains("dara@clc.example"))
            let ended = await jonas.post(form.action.replacing("/renewal", with: "/closure"), body: [])
            #expect(ended.words.contains("Nobody acts for it here"))
            #expect((await dara.get(Self.organisation)).status == 404)
            let own = await jonas.submit(
                try await jonas.get("/en/account/organisations/wsm/mandate").form("/mandate"), ["function": "Boss"])
            #expect(own.words.contains("waits for an answer"))
            let id = try #require(await jonas.get("/en/desk/organisations/wsm").text.firstMatch(of: /mandates\/(\d+)\/renewal/))
            #expect((await jonas.post("/en/desk/organisations/wsm/mandates/\(id.1)/renewal", body: [])).status == 403)
            #expect(try await site.mail(to: "dara@clc.example").last?.text.contains("the answer is no") == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func ofTwoContactsTheFirstDecides(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await Self.addContact(site)
            try await Self.addContact(site, "chair@clc.example")
            let dara = try await Self.ask(site)
            let visitor = site.browser(language: "fr")
            let office = try #require(try await site.mail(to: Self.contact).last?.link)
            let chair = try #require(try await site.mail(to: "chair@clc.example").last?.link)
            #expect((await visitor.post("\(office)/confirmation", body: [])).status == 200)
            #expect((await visitor.post("\(chair)/refusal", body: [])).status == 410, "it is decided")
            #expect((await visitor.post("\(office)/confirmation", body: [])).status == 410, "once")
            #expect((await dara.get(Self.organisation)).status == 200)

            let endorsement = try await dara.get("\(Self.organisation)/endorsements/social-protection-for-all").form(
                "/endorsements/social-protection-for-all")
            _ = await dara.submit(endorsement, ["decidedOn": "2025-11-30"])
            let asked = try #require(try await site.mail(to: "chair@clc.example").last?.link)
            #expect((await visitor.post("\(asked)/refusal", body: [])).status == 200)
            let late = try #require(try await site.mail(to: Self.contact).last?.link)
            #expect((await visitor.post("\(late)/confirmation", body: [])).status == 410)
            #expect(!(await site.browser().get("\(Self.campaign)/organisations")).words.contains("We Social Movements"))
            let log = await (try await site.signedIn(.administrator)).get("/en/desk/log")
            #expect(log.words.contains("confirmed the mandate of") && log.words.contains("refused the endorsement of"))
        }
    }

    @Test func nobodyIsConfirmedByAContactOfTheirOwnMaking() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            let form = try await jonas.get("/en/desk/organisations/wsm").form("/contacts")
            _ = await jonas.submit(
                form,
                ["contactFunction": "Me", "contactMailbox": "other@jonas.example", "contactLanguage": "en", "contactOfficial": "yes"])
            _ = await jonas.submit(try await jonas.get("/en/account/organisations/wsm/mandate").form("/mandate"), ["function": "Boss"])
            #expect(try await site.mail(to: "other@jonas.example").isEmpty)
            let late = await jonas.post("/en/desk/queue/representative/999/decision", body: Array("verdict=keep".utf8))
            #expect(late.words.contains("decided already"))
        }
    }

    @Test func contactsAreNotAskedWithoutEnd() async throws {
        try await TestSite.with { site in
            try await Self.addContact(site)
            let dara = try await Self.ask(site)
            let visitor = site.browser(language: "fr")
            let link = try #require(try await site.mail(to: Self.contact).last?.link)
            #expect((await visitor.post("\(link)/refusal", body: [])).status == 200)
            #expect((await dara.get(Self.organisation)).status == 404)
            let form = try await dara.get("\(Self.organisation)/mandate").form("/mandate")
            for _ in 2...Representative.asksADay {
                #expect((await dara.submit(form, ["function": "President"])).words.contains("waits for an answer"))
                _ = await dara.submit(try await dara.get("/en/account/organisations").form("/closure"))
            }
            #expect((await dara.submit(form, ["function": "President"])).status == 422)
            #expect(try await site.mail(to: Self.contact).count == Representative.asksADay)
            site.time.advance(by: .days(1))
            #expect((await dara.submit(form, ["function": "President"])).words.contains("waits for an answer"))
        }
    }

    @Test func aRepresentativeOfAnotherOrganisationFindsNothing() async throws {
        try await TestSite.with { site in
            let dara = try await Self.confirmed(site)
            let other = try await Self.ask(site, "rosa@other.example", slug: "ituc")
            let jonas = try await site.signedIn(.moderator)
            _ = await jonas.submit(try await jonas.get("/en/desk").form("/decision"), ["verdict": "keep"])
            #expect((await other.get("/en/account/organisations/ituc")).status == 200)
            for (browser, slug, wanted) in [(dara, "wsm", 200), (dara, "ituc", 404), (other, "wsm", 404)] {
                #expect((await browser.get("/en/account/organisations/\(slug)")).status == wanted)
                #expect((await browser.get("/en/account/organisations/\(slug)/endorsements/social-protection-for-all")).status == wanted)
            }
            for path in [
                "", "/endorsements/social-protection-for-all", "/endorsements/social-protection-for-all/withdrawal", "/mandate/closure",
            ] {
                #expect((await other.post("\(Self.organisation)\(path)", body: [])).status == 404, "\(path)")
            }
        }
    }

    @Test func aMandateEndsUnlessItIsRenewed() async throws {
        try await TestSite.with { site in
            let dara = try await Self.confirmed(site)
            try await site.live.worker.addSchedules()
            site.time.advance(by: .days(340))
            try await site.work()
            let letter = try #require(try await site.mail(to: Self.contact).last)
            #expect(letter.subject.contains("Encore une année"))
            let visitor = site.browser(language: "fr")
            let question = await visitor.get(try #require(letter.link))
            #expect(question.words.contains("parle-t-elle toujours pour vous") && question.words.contains("jusqu’au"))
            #expect(!question.words.contains("demande à agir"), "nobody asks for something new")
            _ = await visitor.submit(try question.form("/confirmation"))
            site.time.advance(by: .days(29))
            #expect((try await site.signInAgain(dara, "dara@clc.example").get(Self.organisation)).status == 200, "renewed")
            site.time.advance(by: .days(400))
            try await site.work()
            #expect((try await site.signInAgain(dara, "dara@clc.example").get(Self.organisation)).status == 404, "over")
        }
    }

    @Test(arguments: TestEngine.allCases) func sheLearnsThatHerMandateEndedAndAsksAgain(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await Self.confirmed(site)
            try await site.live.worker.addSchedules()
            site.time.advance(by: .days(340))
            try await site.work()
            let late = try #require(try await site.mail(to: Self.contact).last?.link)
            #expect(try await site.mail(to: "dara@clc.example").last?.subject.contains("Acting for") == true)
            let before = try await site.mail(to: "dara@clc.example").count
            // The last day is over, and the nightly work comes later.
            site.time.advance(by: .days(25) + .minutes(1))
            _ = try await site.signInAgain(dara, "dara@clc.example")
            #expect((await dara.get("/en/account/organisations")).words.contains("Your mandate for We Social Movements ended on"))
            site.time.advance(by: .days(1))
            try await site.work()
            site.time.advance(by: .days(1))
            try await site.work()
            let letters = try await site.mail(to: "dara@clc.example")
            #expect(letters.count == before + 1, "told once")
            #expect(letters.last?.text.contains("nobody renewed it") == true)
            #expect(letters.last?.link == "\(Self.organisation)/mandate")
            #expect((await site.browser().post("\(late)/confirmation", body: [])).status == 410)

            _ = try await site.signInAgain(dara, "dara@clc.example")
            let mine = await dara.get("/en/account/organisations")
            #expect(mine.words.contains("Your mandate for We Social Movements ended on") && !mine.words.contains("None yet"))
            let asked = await dara.submit(try await dara.get(try mine.link("Ask again")).form("/mandate"), ["function": "President"])
            #expect(asked.words.contains("waits for an answer") && !asked.words.contains("ended on"))
        }
    }

    @Test func whoAsksAgainAtOnceNeedNotWaitForTheNight() async throws {
        try await TestSite.with { site in
            let dara = try await Self.confirmed(site)
            site.time.advance(by: .days(366))
            _ = try await site.signInAgain(dara, "dara@clc.example")
            let form = try await dara.get("\(Self.organisation)/mandate").form("/mandate")
            #expect((await dara.submit(form, ["function": "President"])).words.contains("waits for an answer"))
        }
    }

    @Test(arguments: TestEngine.allCases) func theLogSaysWhichContactDecided(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            _ = try await Self.confirmed(site)
            let els = try await site.signedIn(.administrator)
            let log = await els.get("/en/desk/log")
            #expect(log.words.contains("(\(Self.contact), Office) confirmed the mandate of"))
            #expect(log.words.contains("The official contact of"))
            let jonas = try await site.signedIn(.moderator, mailbox: "tidy@example.org")
            _ = await jonas.submit(try await jonas.get("/en/desk/organisations/wsm").form("/removal"))
            let after = await els.get("/en/desk/log")
            #expect(!after.words.contains(Self.contact), "who left leaves the log")
            #expect(after.words.contains("The official contact of"))
        }
    }

    @Test(arguments: TestEngine.allCases) func aContactWhoseAccountIsErasedLeavesTheLog(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            _ = try await Self.confirmed(site)
            _ = try await site.signedIn(mailbox: Self.contact)
            try await site.program.database.write { [outbox = site.program.outbox] db in
                let person = try #require(try PersonStore.find(mailbox: Self.contact, on: db))
                try RepresentativeData(outbox: outbox).erase(person, choosing: ErasureChoice(withdrawsSignatures: false), on: db)
            }
            let log = await (try await site.signedIn(.administrator)).get("/en/desk/log")
            #expect(!log.words.contains(Self.contact) && log.words.contains("The official contact of We Social Movements confirmed"))
        }
    }

    @Test func whileTwoLeadershipsContestEachOtherNobodyActs() async throws {
        try await TestSite.with { site in
            let dara = try await Self.confirmed(site)
            let jonas = try await site.signedIn(.moderator)
            let endorsement = try await dara.get("\(Self.organisation)/endorsements/social-protection-for-all").form(
                "/endorsements/social-protection-for-all")
            _ = await dara.submit(endorsement, ["decidedOn": "2025-11-30"])
            let asked = try #require(try await site.mail(to: Self.contact).last?.link)
            let form = try await jonas.get("/en/desk/organisations/wsm").form("/contest")
            #expect((await jonas.submit(form, ["contest": String(repeating: "x", count: 1001)])).status == 422)
            _ = await jonas.submit(form, ["contest": "Two congresses, two boards."])
            #expect((await dara.get(Self.organisation)).status == 404)
            #expect((await site.browser().post("\(asked)/confirmation", body: [])).status == 410, "nor does a contact")
            #expect((await dara.get("/en/account/organisations")).words.contains("contested"))
            let page = await site.browser().get("/en/organisations/wsm")
            #expect(page.words.contains("contested"))
            #expect(!page.words.contains("Two congresses"), "the note is the secretariat's")
            _ = await jonas.submit(form, ["contest": ""])
            #expect((await dara.get(Self.organisation)).status == 200)
        }
    }

    @Test func moderatorsAddHideAndConnectOrganisations() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            let form = try await jonas.get("/en/desk/organisations/new").form("/desk/organisations")
            #expect((await jonas.submit(form, ["category": "unions"])).status == 422, "a name is needed")
            #expect((await jonas.submit(form, ["name-en": "X", "category": "nonsense"])).status == 422)
            let made = await jonas.submit(
                form, ["name-en": "Union of Testers", "acronym-en": "UT", "category": "unions", "country": "KE", "languages": "sw"])
            #expect(made.words.contains("Saved"))
            #expect((await site.browser().get("/en/organisations?q=testers")).words.contains("Union of Testers"))

            let network = try await jonas.get("/en/desk/organisations/union-of-testers").form("/memberships")
            #expect((await jonas.submit(network, ["network": "nothing", "role": "member"])).status == 422)
            #expect((await jonas.submit(network, ["network": "union-of-testers", "role": "member"])).status == 422, "not of itself")
            _ = await jonas.submit(network, ["network": "ituc", "role": "member", "since": "2020-02-29"])
            #expect((await site.browser().get("/en/organisations/ituc")).words.contains("Union of Testers"))

            let edit = try await jonas.get("/en/desk/organisations/union-of-testers").form("/desk/organisations/union-of-testers")
            _ = await jonas.submit(edit, ["hidden": "yes"])
            #expect((await site.browser().get("/en/organisations/union-of-testers")).status == 404)
            #expect(!(await site.browser().get("/en/organisations/ituc")).words.contains("Union of Testers"))
            #expect((await jonas.get("/en/desk/organisations?q=testers")).words.contains("hidden"))
            let person = try await site.signedIn(mailbox: "nosy@example.org")
            #expect((await person.get("/en/account/organisations/union-of-testers/mandate")).status == 404)
        }
    }

    @Test func whatStandsInTheDirectoryCanBeSavedAgain() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.moderator)
            let csv = await site.browser().get("/organisations.csv").text
            let slugs = csv.matches(of: /\/en\/organisations\/([a-z0-9\-]+)/).map { String($0.1) }
            // One of them is called by a number.
            #expect(slugs.count > 10 && slugs.contains("11-11-11"), "\(slugs)")
            for slug in Set(slugs) {
                let page = await jonas.get("/en/desk/organisations/\(slug)")
                let saved = await jonas.submit(try page.form("/desk/organisations/\(slug)"), [:])
                #expect(saved.words.contains("Saved"), "\(slug)")
            }
        }
    }
}
