import App
import Campaigns
import Foundation
import Harness
import Mail
import Organisations
import People
import Storage
import Testing
import Text
import Time
import Web

/// What Dara, the visitors of the campaign, the official contact and the secretariat each see of an endorsement and of a proposal.
@Suite struct DaraEndorses {
    private static let contact = "office@clc.example"
    private static let organisation = "/en/account/organisations/wsm"
    private static let endorsement = "\(organisation)/endorsements/social-protection-for-all"
    private static let campaign = "/en/campaigns/social-protection-for-all"

    /// Organisations that endorse the demo campaign, so many of each category.
    private func endorse(_ count: Int, _ site: TestSite, of categories: [Organisations.Category]) async throws {
        let now = site.time.now
        try await site.program.database.write { db in
            let campaign = try #require(try CampaignStore.featured(on: db))
            let day = try #require(CivilDay("2025-11-30"))
            for category in categories {
                for number in 1...count {
                    let name = "Federation \(number + 100) of the \(category.rawValue) of the province and of the towns around it"
                    let key = try OrganisationStore.add(
                        .init(category: category, names: [.init(language: .english, name: name)]), at: now, on: db)
                    let id = try EndorsementStore.ask(
                        campaign.id, by: key, .init(signatory: "The board", function: "President", decidedOn: day), person: nil, at: now,
                        on: db)
                    if let id { try EndorsementStore.confirm(id, at: now, on: db) }
                }
            }
        }
    }

    /// How many bytes a browser gets over the line.
    private func weight(_ site: TestSite, _ path: String) async -> Int {
        await site.live.responder.reply(to: HandmadeRequest("GET", path, headers: [("Accept-Encoding", "br")])).body.count
    }

    @Test(arguments: TestEngine.allCases) func theCampaignNamesWhoEndorsesByCategory(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let visitor = site.browser()
            let none = await visitor.get(Self.campaign)
            #expect(none.words.contains("No organisation has endorsed it here yet"))
            #expect(try none.link("Endorse for an organisation") == "/en/account/organisations")

            try await endorse(13, site, of: [.unions])
            try await endorse(1, site, of: [.academia])
            let page = await visitor.get(Self.campaign)
            #expect(page.words.contains("14 organisations endorse it"))
            for number in 101...112 { #expect(page.words.contains("Federation \(number) of the unions")) }
            #expect(!page.words.contains("Federation 113 of the unions"))
            #expect(page.words.contains("Federation 101 of the academia") && !page.words.contains("All 1:"))
            #expect(try page.link("Federation 101 of the unions").hasPrefix("/en/organisations/federation-101"))
            #expect(try page.link("Endorse for an organisation") == "/en/account/organisations")
            let all = await visitor.get(try page.link("All 13"))
            #expect(all.path == "\(Self.campaign)/organisations" && all.words.contains("Federation 113 of the unions"))
            #expect(all.text.contains("<section id=\"unions\">") && page.text.contains("/organisations#unions"))
        }
    }

    @Test func theCampaignStaysLightWhoeverEndorsesIt() async throws {
        try await TestSite.with { site in
            try await endorse(13, site, of: Organisations.Category.allCases)
            let page = await site.browser().get(Self.campaign)
            let sheet = try #require(page.text.firstMatch(of: /<link rel="stylesheet" href="([^"]+)"/))
            let bytes = await (weight(site, Self.campaign), weight(site, String(sheet.1)))
            #expect(bytes.0 > 3_000 && bytes.1 > 1_000 && bytes.0 + bytes.1 <= 18_000, "\(bytes)")
        }
    }

    @Test(arguments: TestEngine.allCases) func officialContactsSeeTheMailboxOfWhomTheyAreAskedAbout(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await site.contact(Self.contact, of: "wsm", endorses: false)
            let jonas = try await site.signedIn(.moderator)
            let dara = try await site.signedIn(mailbox: "dara.sample@gmail.com")
            let form = try await dara.get("\(Self.organisation)/mandate").form("/mandate")
            _ = await dara.submit(form, ["function": "President"])
            let letter = try #require(try await site.mail(to: Self.contact).last)
            #expect(letter.text.contains("dara.sample@gmail.com") && letter.text.contains("Tout le monde peut y avoir une adresse"))
            let visitor = site.browser(language: "fr")
            let link = try #require(letter.link)
            let question = await visitor.get(link)
            #expect(question.words.contains("dara.sample@gmail.com") && question.words.contains("cela ne prouve rien"))
            #expect(!(await jonas.get("/en/desk/organisations/wsm")).words.contains("answered from this mailbox"), "reading is no answer")
            _ = await visitor.submit(try question.form("/confirmation"))

            let desk = await jonas.get("/en/desk/organisations/wsm")
            #expect(desk.words.contains("answered from this mailbox on"), "who answered has the mailbox")
            _ = await jonas.submit(try desk.form("/desk/organisations/wsm"), ["domain": "clc.example"])
            let endorsing = try await dara.get(Self.endorsement).form("/endorsements/social-protection-for-all")
            _ = await dara.submit(endorsing, ["signatory": "The board", "decidedOn": "2025-11-30"])
            let second = try #require(try await site.mail(to: Self.contact).last)
            #expect(second.text.contains("The board") && second.text.contains("dara.sample@gmail.com"))
            #expect((await visitor.get(try #require(second.link))).words.contains("dara.sample@gmail.com"))

            let own = try await site.signedIn(mailbox: "rosa@mail.clc.example")
            _ = await own.submit(form, ["function": "Treasurer"])
            let same = try #require(try await site.mail(to: Self.contact).last)
            #expect(same.text.contains("rosa@mail.clc.example") && same.text.contains("du domaine de l’organisation"))
            let other = try await site.signedIn(mailbox: "ines@other.example")
            _ = await other.submit(form, ["function": "Adviser"])
            #expect(try await site.mail(to: Self.contact).last?.text.contains("d’un autre domaine") == true)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatIsSentTwiceIsOne(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await site.contact(Self.contact, of: "wsm", endorses: false)
            let dara = try await site.representative(of: "wsm")
            let form = try await dara.get(Self.endorsement).form("/endorsements/social-protection-for-all")
            let typed = ["signatory": "The board", "decidedOn": "2025-11-30"]
            let pdf = Array("%PDF-1.4 letter".utf8)
            for _ in 1...5 {
                let sent = await dara.submit(form, typed, file: "letter", named: "a.pdf", pdf)
                #expect(sent.path == "\(Self.organisation)?done=1", "the same page each time")
            }
            #expect(try await site.mail(to: Self.contact).filter { $0.link?.contains("/endorsements/") == true }.count == 1)
            #expect((await dara.submit(form, typed)).status == 422, "without its letter it is another")
            #expect((await dara.submit(form, typed.merging(["signatory": "The congress"]) { $1 })).status == 422)

            let words = [
                "country": "KH", "title": "Health care for garment workers", "summary": "One sentence.", "demand": "We demand it.",
                "body": "Because.",
            ]
            let proposal = try await dara.get("\(Self.organisation)/campaigns/social-protection-for-all").form(
                "/campaigns/social-protection-for-all")
            async let first = dara.submit(proposal, words)
            async let second = dara.submit(proposal, words)
            for sent in await [first, second] { #expect(sent.path == "\(Self.organisation)?done=1") }
            let list = await dara.get(Self.organisation)
            #expect(list.words.matches(of: /Health care for garment workers/).count == 1)
            #expect(list.words.contains("Waits for the secretariat") && !list.words.contains("Draft"))
            let jonas = try await site.signedIn(.moderator)
            #expect((await jonas.get("/en/desk")).text.matches(of: /id="proposal-\d+"/).count == 1)
            _ = await dara.submit(proposal, words.merging(["country": "VN"]) { $1 })
            #expect((await jonas.get("/en/desk")).text.matches(of: /id="proposal-\d+"/).count == 2, "for another country it is another")
        }
    }

    @Test(arguments: TestEngine.allCases) func whatEndedKeepsItsHistory(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await site.contact(Self.contact, of: "wsm", endorses: false)
            let dara = try await site.representative(of: "wsm")
            let jonas = try await site.signedIn(.moderator)
            let form = try await dara.get(Self.endorsement).form("/endorsements/social-protection-for-all")
            let pdf = Array("%PDF-1.4 letter".utf8)
            _ = await dara.submit(form, ["decidedOn": "2025-11-30"], file: "letter", named: "a.pdf", pdf)
            let queue = await jonas.get("/en/desk")
            let kept = try queue.link("The letter")
            _ = await jonas.submit(try queue.form("/decision"), ["verdict": "keep"])
            _ = await dara.submit(try await dara.get(Self.organisation).form("/endorsements/social-protection-for-all/withdrawal"))
            #expect((await jonas.get(kept)).reply.body == pdf, "at the desk")
            let own = try await dara.get(Self.organisation).link("The letter")
            #expect((await dara.get(own)).reply.body == pdf, "for its own people")
            #expect((await dara.get("\(Self.endorsement)/letter")).reply.body == pdf)
            #expect((await dara.get("\(Self.endorsement)/letter?of=9999")).status == 404)
            let other = try await site.representative(of: "ituc")
            #expect((await other.get(own)).status == 404)
            #expect((await other.get(own.replacing("/wsm/", with: "/ituc/"))).status == 404, "nor under the name of another")
            #expect(!(await site.browser().get("/en/organisations/wsm")).text.contains("/letter"))

            _ = await dara.submit(form, ["decidedOn": "2025-12-30"], file: "letter", named: "b.pdf", pdf)
            let again = await jonas.get("/en/desk")
            let gone = try again.link("The letter")
            _ = await jonas.submit(try again.form("/decision"), ["verdict": "refuse", "reason": "invented"])
            #expect((await jonas.get(gone)).status == 404, "the letter of what never stood goes")
            #expect((await dara.get(Self.organisation)).words.contains("refused on"))
            #expect(!(await site.browser().get("/en/organisations/wsm")).words.contains("refused on"), "nobody else learns it")
        }
    }

    @Test func aQuestionAboutAProposalSaysHowToAnswer() async throws {
        try await TestSite.with { site in
            let dara = try await site.representative(of: "wsm")
            let proposal = try await dara.get("\(Self.organisation)/campaigns/social-protection-for-all").form(
                "/campaigns/social-protection-for-all")
            _ = await dara.submit(
                proposal,
                ["country": "KH", "title": "Health care", "summary": "One sentence.", "demand": "We demand it.", "body": "Because."])
            let jonas = try await site.signedIn(.moderator)
            _ = await jonas.submit(try await jonas.get("/en/desk").form("/decision"), ["verdict": "ask", "note": "Which law?"])
            let letter = try #require(try await site.mail(to: "representative@wsm.example").last)
            #expect(letter.text.contains("Which law?") && letter.text.contains("Answer this message"))
            #expect((await dara.get(try #require(letter.link))).words.contains("It waits for the secretariat"))
        }
    }
}
