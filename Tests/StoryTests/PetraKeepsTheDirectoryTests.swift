import App
import Harness
import Mail
import Organisations
import People
import Storage
import Testing
import Text
import Web

/// Petra takes lists back that others have worked on since, and the form at the desk holds her to what lists are held to.
@Suite struct PetraKeepsTheDirectory {
    private func find(_ site: TestSite, _ slug: String) async throws -> Organisation? {
        try await site.program.database.read { try OrganisationStore.find(slug, on: $0) }
    }

    @Test(arguments: TestEngine.allCases) func whatStaysIsNamedAndNothingIsOfferedThatDoesNothing(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let list = "name,category\nUnion of the sea,unions\nUnion of the shore,unions\n"
            let done = await petra.submit(try await site.bring(list, as: petra).form("/execution"))
            let address = "/en/desk/organisations/union-of-the-sea"
            let form = try await petra.get(address).form(address)
            _ = await petra.submit(form, ["country": "SN"])
            let kept = await petra.submit(try done.form("/reversal"))
            #expect(kept.words.contains("The list is taken back, except 1 line"))
            #expect(!kept.words.contains("Take back 1 line") && kept.words.contains("Pressing a button again would change nothing"))
            #expect(!kept.text.contains("/reversal"))
            #expect(try kept.link("Union of the sea") == address)

            _ = await petra.submit(try await petra.get(address).form(address), ["country": ""])
            let offered = await petra.get(kept.path)
            #expect(offered.words.contains("Take back 1 line") && !offered.words.contains("would change nothing"))
            let gone = await petra.submit(try offered.form("/reversal"))
            #expect(gone.words.contains("The list is taken back") && !gone.words.contains("except"))
            #expect(try await find(site, "union-of-the-sea") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatAMergedLineLeftIsOfferedTheSameWay(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let list = "name,category\nUnion of the sea,unions\n"
            _ = await petra.submit(try await site.bring(list, as: petra).form("/execution"))
            let filled = await petra.submit(
                try await site.bring("name,country\nUnion of the sea,SN\n", as: petra).form("/execution"))
            let address = "/en/desk/organisations/union-of-the-sea"
            let form = try await petra.get(address).form(address)
            _ = await petra.submit(form, ["country": "KE"])
            let kept = await petra.submit(try filled.form("/reversal"))
            #expect(kept.words.contains("except 1 line") && !kept.text.contains("/reversal"))
            _ = await petra.submit(try await petra.get(address).form(address), ["country": "SN"])
            let gone = await petra.submit(try await petra.get(kept.path).form("/reversal"))
            #expect(!gone.words.contains("except"))
            #expect(try #require(try await find(site, "union-of-the-sea")).facts.country == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func aContactWhoAnsweredStaysWhenItsListIsTakenBack(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let list = "organisation,function,mailbox,official\nwsm,Office,office@clc.example,yes\nwsm,Press,press@clc.example,no\n"
            let done = await petra.submit(try await site.bring(list, "contacts", as: petra).form("/execution"))
            let dara = try await site.signedIn(mailbox: "dara@clc.example")
            _ = await dara.submit(try await dara.get("/en/account/organisations/wsm/mandate").form("/mandate"), ["function": "President"])
            let link = try #require(try await site.mail(to: "office@clc.example").last?.link)
            let visitor = site.browser()
            #expect((await visitor.post("\(link)/refusal", body: [])).status == 200)
            let contacts = { () async throws -> [Contact] in
                try await site.program.database.read { db in
                    try OrganisationStore.contacts(of: try #require(try OrganisationStore.key(of: "wsm", on: db)), on: db)
                }
            }
            #expect(try await contacts().map { $0.confirmedAt != nil } == [true, false], "whoever refuses has the mailbox too")
            let kept = await petra.submit(try done.form("/reversal"))
            #expect(kept.words.contains("except 1 line") && !kept.text.contains("/reversal"))
            #expect(try await contacts().map(\.details.mailbox.address) == ["office@clc.example"])
        }
    }

    @Test(arguments: TestEngine.allCases) func whatTheFormRefusesAListRefusesToo(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let address = "/en/desk/organisations/ituc"
            let form = try await petra.get(address).form(address)
            let number = ["represented": "10", "representedYear": "2027", "representedSource": "Its congress"]
            let wrong: [(form: [String: String], list: String, words: String)] = [
                (["website": "http://user:pw@x.example"], "website\nhttp://user:pw@x.example", "without a name or a password"),
                (["domain": "gmail.com"], "domain\ngmail.com", "Anybody can have a mailbox at “gmail.com”"),
                (["domain": "notadomain"], "domain\nnotadomain", "“notadomain” is no domain"),
                (number, "represented,represented_year,represented_source\n10,2027,Its congress", ""),
            ]
            for (typed, list, words) in wrong {
                let refused = await petra.submit(form, typed)
                #expect(refused.status == 422 && refused.words.contains(words), "\(typed)")
                let lines = list.split(separator: "\n")
                let preview = try await site.bring("slug,\(lines[0])\nituc,\(lines[1])\n", as: petra)
                #expect(preview.words.contains("Cannot be taken 1") && preview.words.contains(words), "\(list): \(preview.words)")
            }
            #expect((await petra.submit(form, number.merging(["representedYear": "2024"]) { $1 })).words.contains("Saved"))
            let again = try await petra.get(address).form(address)
            #expect((await petra.submit(again, ["website": "union.example/about", "domain": "@Union.example"])).words.contains("Saved"))
            #expect(try await find(site, "ituc")?.facts.domain == "union.example")
        }
    }

    @Test(arguments: TestEngine.allCases) func oneThatIsThereAlreadyIsAskedAboutBeforeItIsEnteredAgain(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let ending = "/desk/organisations"
            let form = try await petra.get("/en/desk/organisations/new").form(ending)
            let name = try #require(try await find(site, "wsm")).name(for: .english).name
            let typed: [[String: String]] = [
                ["name-nl": name.uppercased()], ["name-en": "Another movement", "website": "http://wsm.be/contact"],
            ]
            for typed in typed {
                let asked = await petra.submit(form, typed.merging(["category": "unions"]) { $1 })
                #expect(asked.status == 422 && asked.words.contains("Already in the directory"), "\(typed)")
                #expect(try asked.link(name) == "/en/desk/organisations/wsm")
                #expect((await petra.submit(try asked.form(ending))).status == 422, "nobody said that it is another")
                let mistaken = await petra.submit(try asked.form(ending), ["another": "yes", "languages": "?"])
                #expect(mistaken.status == 422 && !mistaken.words.contains("Already in the directory"))
                let changed = await petra.submit(
                    try mistaken.form(ending), ["languages": "", "website": "https://ripess.org"])
                #expect(changed.status == 422 && changed.words.contains("Intercontinental Network"), "the box spoke of others")
                let made = await petra.submit(try mistaken.form(ending), ["languages": ""])
                #expect(made.words.contains("Saved") && !made.path.contains("/wsm"), "\(made.path)")
            }
            let other = ["name-en": "Union of the bay", "website": "https://bay.example", "category": "unions"]
            #expect((await petra.submit(form, other)).words.contains("Saved"), "what is like none is entered at once")
            let address = "/en/desk/organisations/union-of-the-bay"
            _ = await petra.submit(try await petra.get(address).form(address), ["hidden": "yes"])
            #expect(try (await petra.submit(form, other)).link("Union of the bay") == address, "hidden ones are asked about too")
        }
    }

    @Test(arguments: TestEngine.allCases) func nobodyIsAMemberOfItself(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            for line in ["ITUC,,unions,ITUC", "ITUC,,unions,ituc", "New union,,unions,New union", ",ituc,,ITUC"] {
                let preview = try await site.bring("name,slug,category,networks\n\(line)\n", as: petra)
                #expect(preview.words.contains("An organisation is no member of itself"), "\(line)")
                #expect(!preview.text.contains("/execution"))
            }
            // Likely the same, by its website; a person says so, and then it would be in itself.
            let list = "name,category,website,networks\nUnion of the sea,unions,https://sea.example,\n"
            _ = await petra.submit(try await site.bring(list, as: petra).form("/execution"))
            let part = "name,category,website,networks\nSea division,unions,https://sea.example,Union of the sea\n"
            let asked = try await site.bring(part, as: petra)
            let merged = await petra.submit(try asked.form("/choices"), ["choice-2": "merge"])
            let done = await petra.submit(try merged.form("/execution"))
            #expect(done.words.contains("An organisation is no member of itself"), "\(done.words)")
        }
    }

    @Test(arguments: TestEngine.allCases) func aMembershipHasItsDaysAndANetworkIsFoundByItsLetters(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            _ = await petra.submit(try await site.bring("name,category\nUnion of ferries,unions\n", as: petra).form("/execution"))
            let path = "/en/desk/organisations/union-of-ferries"
            let add = try await petra.get(path).form("/memberships")
            let answers = ["network": "ITUC", "role": "member", "since": "2020-05-01", "until": "2019-01-01"]
            #expect((await petra.submit(add, answers)).words.contains("cannot end before it begins"))
            #expect((await petra.submit(add, ["network": "no such thing", "role": "member"])).status == 422)
            let saved = await petra.submit(add, ["network": "ITUC", "role": "member", "since": "2020-05-01"])
            #expect(saved.words.contains("International Trade Union Confederation member · since 1 May 2020"), "\(saved.words)")
            #expect((await site.browser().get("/en/organisations?network=ituc&q=ferries")).words.contains("Union of ferries"))

            // Its last day: who left is no longer found by the network.
            let ended = await petra.submit(try saved.form("/memberships"), ["until": "2021-01-01"])
            #expect(ended.words.contains("until 1 January 2021"))
            #expect(!(await site.browser().get("/en/organisations?network=ituc&q=ferries")).words.contains("Union of ferries"))
        }
    }

    @Test(arguments: TestEngine.allCases) func whatWasEnteredByMistakeIsTakenOutAndWhatOthersHangOnStays(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            _ = await petra.submit(try await site.bring("name,category\nUnion of nobody,unions\n", as: petra).form("/execution"))
            let form = try await petra.get("/en/desk/organisations/union-of-nobody").form("/union-of-nobody/removal")
            #expect((await petra.submit(form, [:])).status == 422, "the box says that one is sure")
            let gone = await petra.submit(form, ["sure": "yes"])
            #expect(gone.path.hasPrefix("/en/desk/organisations") && gone.words.contains("Taken out of the directory"))
            #expect((await site.browser().get("/en/organisations/union-of-nobody")).status == 404)
            #expect(!(await site.browser().get("/en/organisations?q=nobody")).words.contains("Union of nobody"))
            let els = try await site.signedIn(.administrator)
            #expect((await els.get("/en/desk/log")).words.contains("took out of the directory: Union of nobody"))

            let held = try await petra.get("/en/desk/organisations/ituc").form("/ituc/removal")
            let refused = await petra.submit(held, ["sure": "yes"])
            #expect(refused.status == 422 && refused.words.contains("Hide it instead"))
            #expect((await site.browser().get("/en/organisations/ituc")).status == 200)
        }
    }
}
