import App
import Foundation
import Graph
import Harness
import Mail
import Organisations
import People
import Storage
import Testing
import Text
import Time
import Web

/// What Petra’s spreadsheet would do that she could not see: hide, double, give power, be taken back only in part.
@Suite struct PetraBringsListsWithTraps {
    private func find(_ site: TestSite, _ slug: String) async throws -> Organisation? {
        try await site.program.database.read { db in
            try OrganisationStore.key(of: slug, on: db).flatMap { try OrganisationStore.find($0, on: db) }
        }
    }

    @Test func noPageIsBeyondTheLast() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let list = "/en/desk/imports/\(try await site.list(as: petra))"
            for page in ["9223372036854775807", "1000000", "2", "0", "-1", "x"] {
                #expect((await petra.get("\(list)?page=\(page)")).status == 404, "\(page)")
            }
            #expect((await petra.get("\(list)?page=1")).status == 200)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatIsAtRiskStaysHiddenAndColumnsThatAreNotReadAreNamed(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let text = """
                name,category,masqué,visibility
                Union at risk,unions,oui,hidden
                Union in the open,unions,nee,
                Union of nobody,unions,perhaps,

                """
            let preview = try await site.bring(text, as: petra)
            #expect(preview.words.contains("Columns that were not understood: visibility"))
            #expect(preview.words.contains("neither yes nor no"))
            _ = await petra.submit(try preview.form("/execution"))
            #expect(try await find(site, "union-at-risk")?.facts.visibility == .hidden)
            #expect(try await find(site, "union-in-the-open")?.facts.visibility == .everyone)
            #expect((await petra.get("/en/organisations/union-at-risk")).status == 404)
            #expect(!(await petra.get("/en/organisations?q=risk")).words.contains("Union at risk"))
        }
    }

    @Test(arguments: TestEngine.allCases) func aMailboxInOtherLettersIsTheSameContact(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let text = "organisation,name,email,official\nWSM,Ama Sample,ama@example.org,yes\nWSM,,AMA@Example.org,\n"
            let preview = try await site.bring(text, "contacts", as: petra)
            #expect(preview.words.contains("The same as line 2 of this list"))
            #expect(preview.words.contains("ama@example.org · yes"))
            _ = await petra.submit(try preview.form("/execution"))
            let again = try await site.bring("organisation,email,official\nWSM,Ama@EXAMPLE.org,yes\n", "contacts", as: petra)
            #expect(again.words.contains("As it stands, this list changes nothing"))
            let other = try await site.bring(
                "name,category,country,website,acronym,email,official\nWSM,networks,,,,AMA@example.org,yes\nNew union,unions,SN,new.example.org,NUX,nu@example.org,yes\n",
                as: petra)
            #expect(other.words.contains("nu@example.org") && other.words.contains("Official"), "what gives power is seen")
            let chosen = await petra.submit(try other.form("/choices"), ["choice-2": "merge"])
            _ = await petra.submit(try chosen.form("/execution"))
            let contacts = try await site.program.database.read { db in
                try OrganisationStore.contacts(of: try #require(try OrganisationStore.key(of: "wsm", on: db)), on: db)
            }
            #expect(contacts.map(\.details.mailbox.address) == ["ama@example.org"])
        }
    }

    @Test(arguments: TestEngine.allCases) func whatStayedIsTakenBackOnceNothingHoldsIt(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let first = await petra.submit(try await site.bring("name,category\nUnion of the sea,unions\n", as: petra).form("/execution"))
            #expect(first.words.contains("Entered 1"))
            let second = await petra.submit(
                try await site.bring("name,category,country\nUnion of the sea,,SN\n", as: petra).form("/execution"))
            let kept = await petra.submit(try first.form("/reversal"))
            #expect(kept.words.contains("1 stays") && kept.words.contains("Entered 1"))
            _ = await petra.submit(try second.form("/reversal"))
            let gone = await petra.submit(try await petra.get(kept.path).form("/reversal"))
            #expect(gone.words.contains("1 line is as before") && !gone.words.contains("stays"))
            #expect(gone.words.contains("Entered: taken back 1"), "\(gone.words)")
            #expect(try await find(site, "union-of-the-sea") == nil)
        }
    }

    @Test(arguments: TestEngine.allCases) func lettersThatSomebodyAddedKeepTheirName(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            _ = await petra.submit(try await site.bring("name_en,category\nUnion of bakers,unions\n", as: petra).form("/execution"))
            let filled = await petra.submit(
                try await site.bring("name_en,name_fr\nUnion of bakers,Syndicat des boulangers\n", as: petra).form("/execution"))
            let form = try await petra.get("/en/desk/organisations/union-of-bakers").form("/desk/organisations/union-of-bakers")
            _ = await petra.submit(form, ["acronym-fr": "SBX"])
            _ = await petra.submit(try filled.form("/reversal"))
            let names = try #require(try await find(site, "union-of-bakers")).facts.names
            #expect(names.first { $0.language == .french }?.acronym == "SBX")
        }
    }

    @Test(arguments: TestEngine.allCases) func anotherNameUnderAnAddressIsOnlyLikely(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let text = """
                slug,name,category,email
                first-of-all,First of all,unions,one@example.org
                first-of-all,Quite another,unions,two@example.org

                """
            let preview = try await site.bring(text, as: petra)
            #expect(preview.words.contains("The same address in the directory, under another name"))
            _ = await petra.submit(try preview.form("/execution"))
            let contacts = try await site.program.database.read { db in
                try OrganisationStore.contacts(of: try #require(try OrganisationStore.key(of: "first-of-all", on: db)), on: db)
            }
            #expect(contacts.map(\.details.mailbox.address) == ["one@example.org"])
        }
    }

    @Test func ordinaryWordsAreKnown() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let text = """
                Nom;Catégorie;Pays
                Un;Syndicat;RDC
                Deux;trade union;Burkina-Faso
                Trois;ONG;Cote d Ivoire
                Quatre;NGO;UK
                Cinq;mutuelle de santé;U.S.A.
                Six;vakbond;RD Congo
                Sept;sindicato;Côte d'Ivoire
                Huit;;DRC

                """
            let form = try await petra.get("/en/desk/imports/new?kind=organisations").form("/desk/imports")
            let preview = await petra.submit(form, ["lines": text, "blank": "unions"])
            #expect(preview.words.contains("Will be entered 8"), "\(preview.words)")
            let without = await petra.submit(form, ["lines": "name;country\nNeuf;SN\nDix\nOnze;SN;x\n", "blank": "unions"])
            #expect(without.words.contains("Will be entered 1") && without.words.contains("Cannot be taken 2"))
            _ = await petra.submit(try without.form("/execution"))
            #expect(try await find(site, "neuf")?.facts.category == .unions)
        }
    }

    @Test func bothSidesOfALikelyLineStandInTheSameRowsAndWords() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            _ = await petra.submit(
                try await site.bring("name,category,country\nUnion of the Garment Workers,unions,KH\n", as: petra).form("/execution"))
            let preview = try await site.bring("name,category,country\nGarment Workers’ Unions,trade union,KH\n", as: petra)
            #expect(preview.words.contains("Union of the Garment Workers Garment Workers’ Unions"), "\(preview.words)")
            #expect(preview.words.contains("Cambodia Cambodia") && preview.words.contains("Trade unions Trade unions"))
        }
    }

    @Test func tooMuchIsNotPasted() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let form = try await petra.get("/en/desk/imports/new?kind=organisations").form("/desk/imports")
            let long = "name\n" + String(repeating: "Union of somewhere\n", count: 16_000)
            let page = await petra.submit(form, ["lines": long])
            #expect(page.status == 422 && page.words.contains("too much to paste"))
        }
    }
}
