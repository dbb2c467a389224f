import App
import Campaigns
import Foundation
import Geography
import Graph
import HTML
import Harness
import Mail
import Organisations
import People
import Storage
import Testing
import Text
import Time
import Web

/// Petra of the secretariat has kept the members in a spreadsheet for years. She brings it in, looks, decides, carries it out, and can take it back.
@Suite struct PetraBringsHerSpreadsheet {
    private static let list = """
        Nom;Sigle;Catégorie;Pays;Site web;Contact;E-mail;Réseaux
        Mutuelle du quartier;MQX;Mutuelles de santé;Sénégal;mq.example.org;Awa Sample;awa@mq.example.org;WSM
        Solidarité mondiale;;ONG internationales;Atlantis;;;;
        WSM;;ONG internationales;BE;;;;
        Confédération inventée;CIX;syndicats;CI;;;pas une adresse;
        Association du fleuve;;Chorale;Lemurie;;;;
        Union sans pays;;syndicats;;;;;
        Trop;peu
        Mutuelle du Quartier ;;Mutuelles de santé;SN;;Bo Sample;bo@mq.example.org;

        """

    private func count(_ site: TestSite) async throws -> Int {
        try await site.program.database.read { try OrganisationStore.count(on: $0) }
    }

    /// A category as a page calls it, in French.
    private func category(_ site: TestSite, _ category: Organisations.Category) -> String {
        category.name(site.program.catalogue.translator(for: .french))
    }

    private func list(_ site: TestSite) -> String {
        Self.list.replacing("ONG internationales", with: category(site, .ngos)).replacing(
            "Mutuelles de santé", with: category(site, .mutuals)
        )
        .replacing("syndicats", with: category(site, .unions))
    }

    @Test(arguments: TestEngine.allCases) func sheLooksCarriesOutAndTakesBack(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator, language: "fr")
            let before = try await count(site)
            let preview = try await site.bring(list(site), as: petra, file: "C:\\membres.csv")
            #expect(preview.status == 200)
            #expect(preview.words.contains("membres.csv"))
            #expect(preview.words.contains("« Atlantis » n’est pas un pays connu"))
            #expect(preview.words.contains("« Chorale » n’est pas une catégorie connue."))
            #expect(preview.words.matches(of: /Voici les catégories connues/).count == 1, "once for all lines")
            #expect(preview.words.contains("« Lemurie » n’est pas un pays connu"), "all that is wrong with a line is said at once")
            #expect(preview.words.contains("Connue sous le même sigle"))
            #expect(preview.words.contains("Ligne 8") && preview.words.contains("Cette ligne a 2 cellules et les intitulés 8"))
            #expect(preview.words.contains("La même que la ligne 2 de cette liste"))
            #expect(try await count(site) == before, "a preview changes nothing")

            let done = await petra.submit(try preview.form("/execution"))
            #expect(done.words.contains("La liste est exécutée"))
            #expect(try await count(site) == before + 2)
            let (known, contacts) = try await site.program.database.read { db in
                let key = try #require(try OrganisationStore.key(of: "mutuelle-du-quartier", on: db))
                return (try #require(try OrganisationStore.find(key, on: db)), try OrganisationStore.contacts(of: key, on: db))
            }
            #expect(known.facts.country?.code == "SN" && known.facts.category == .mutuals)
            #expect(known.facts.website?.description == "https://mq.example.org")
            #expect(Set(contacts.map(\.details.mailbox.address)) == ["awa@mq.example.org", "bo@mq.example.org"])
            #expect((await petra.get("/fr/organisations?q=quartier")).words.contains("Mutuelle du quartier"))
            #expect((await petra.get("/fr/organisations/mutuelle-du-quartier")).words.contains("WSM"))
            #expect(try await site.mail(to: "awa@mq.example.org").isEmpty, "nobody is written to")

            let undone = await petra.submit(try done.form("/reversal"))
            #expect(undone.words.contains("La liste est annulée"))
            #expect(try await count(site) == before)
            #expect((await petra.get("/fr/organisations/mutuelle-du-quartier")).status == 404)
            let log = await (try await site.signedIn(.administrator)).get("/en/desk/log")
            #expect(log.words.contains("Test moderator carried out the list Organisations : membres.csv"))
            #expect(log.words.contains("Test moderator took back the list Organisations : membres.csv"))
        }
    }

    @Test(arguments: TestEngine.allCases) func whatTheDirectoryExportsComesBackUnchanged(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let file = await petra.get("/organisations.csv")
            let lines = file.text.split(separator: "\r\n").count - 1
            let preview = try await site.bring(file.reply.body, as: petra, file: "organisations.csv")
            #expect(preview.words.contains("As it stands, this list changes nothing"))
            #expect(preview.words.contains("Says nothing new \(lines)"))
            #expect(!preview.words.contains("Cannot be taken"))
        }
    }

    @Test(arguments: TestEngine.allCases) func sheDecidesWhatIsTheSame(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let now = site.time.now
            let key = try await site.program.database.write { db in
                try OrganisationStore.add(
                    Organisation.Facts(
                        category: .unions, names: [.init(language: .english, name: "Union of the Garment Workers")], themes: ["old-age"]),
                    at: now, on: db)
            }
            let petra = try await site.signedIn(.moderator)
            let before = try await count(site)
            let text = """
                name,category,country,website,themes
                Garment Workers’ Unions,unions,KH,https://garment.example.org,maternity
                Tailors of the river,unions,KH,https://garment.example.org,

                """
            let preview = try await site.bring(text, as: petra)
            #expect(preview.words.contains("Likely there already"))
            #expect(preview.words.contains("Union of the Garment Workers"))
            #expect(preview.words.contains("The same words, written a little differently"))
            // Undecided is left out.
            #expect(preview.words.contains("As it stands") == false, "the second line is something new")

            let chosen = await petra.submit(try preview.form("/choices"), ["choice-2": "merge"])
            let done = await petra.submit(try chosen.form("/execution"))
            #expect(done.words.contains("The list is carried out"))
            #expect(try await count(site) == before + 1)
            let facts = try #require(try await site.program.database.read { try OrganisationStore.find(key, on: $0) }).facts
            #expect(facts.country?.code == "KH" && facts.website?.description == "https://garment.example.org")
            #expect(facts.themes == ["old-age"], "what people wrote stays")
            #expect(facts.names.map(\.name) == ["Union of the Garment Workers"])
            #expect(done.words.contains("Fills what is empty: Country"))

            // The same question is not asked again.
            let again = try await site.bring(text + "\n", as: petra)
            #expect(try again.form("/choices").fields.contains { $0.name == "choice-2" && $0.value == "merge" })
        }
    }

    @Test(arguments: TestEngine.allCases) func whatPeopleChangedMeanwhileStays(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let before = try await count(site)
            let done = await petra.submit(
                try await site.bring("name,category\nOne of two,unions\nTwo of two,unions\nthree Two,unions\n", as: petra).form(
                    "/execution"))
            let form = try await petra.get("/en/desk/organisations/two-of-two").form("/desk/organisations/two-of-two")
            _ = await petra.submit(form, ["website": "https://two.example.org"])
            let undone = await petra.submit(try done.form("/reversal"))
            #expect(undone.words.contains("2 lines are as before"))
            #expect(undone.words.contains("1 stays"))
            #expect(undone.words.contains("Changed by people since"))
            #expect(try await count(site) == before + 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatOthersEnteredMeanwhileIsNotThereTwice(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let before = try await count(site)
            let preview = try await site.bring("name,category\nUnion of the harbour,unions\nUnion of the hill,unions\n", as: petra)
            let form = try await petra.get("/en/desk/organisations/new").form("/desk/organisations")
            _ = await petra.submit(form, ["name-en": "Union of the Harbour", "category": "unions"])
            let done = await petra.submit(try preview.form("/execution"))
            #expect(done.words.contains("Others were at work meanwhile"))
            #expect(done.words.contains("Entered 1") && done.words.contains("Not taken 1"))
            #expect(try await count(site) == before + 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func aNetworkComesWithItsMembersInOneList(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let text = """
                name,acronym,category,networks,themes
                Too early,,unions,Network of the coast,
                Network of the coast,NCX,networks,,old-age|old-age
                Fishers of the coast,,unions,NCX|WSM,
                WSM,,,Network of the coast,
                Boat builders,,unions,Nobody’s network,

                """
            let preview = try await site.bring(text, as: petra)
            #expect(preview.words.contains("“Network of the coast” is not in the directory"))
            #expect(preview.words.contains("“Nobody’s network” is not in the directory"))
            let done = await petra.submit(try preview.form("/execution"))
            let network = await petra.get("/en/organisations/network-of-the-coast")
            #expect(network.words.contains("Fishers of the coast"))
            let undone = await petra.submit(try done.form("/reversal"))
            #expect(!undone.words.contains("Changed by people since"))
            #expect((await petra.get("/en/organisations/network-of-the-coast")).status == 404)
        }
    }

    @Test func theSameFileAgainSaysSo() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let text = "name,category\nOnly once,unions\n"
            _ = await petra.submit(try await site.bring(text, as: petra).form("/execution"))
            let again = try await site.bring(text, as: petra, file: "renamed.csv")
            #expect(again.words.contains("This very list was carried out before"))
            #expect(again.words.contains("As it stands, this list changes nothing"))
            let gone = await petra.submit(try again.form("/removal"))
            #expect(gone.words.contains("given up"))
        }
    }

    @Test func wrongFilesAreAnsweredOnTheFormWithWhatWasTyped() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            for (bytes, words) in [
                (Array("PK\u{3}\u{4}".utf8), "Save as"), (Array("name\n".utf8), "no line below it"), ([], "nothing in this file"),
                (Array("name,Nom\na,b\n".utf8), "Two columns hold the same"),
                (Array(repeating: UInt8(ascii: "x"), count: 5_100_000), "larger than 5 MB"),
            ] {
                let page = try await site.bring(bytes, as: petra)
                #expect(page.status == 422)
                #expect(page.words.contains(words))
            }
            let form = try await petra.get("/en/desk/imports/new").form("/desk/imports")
            #expect((await petra.submit(form)).words.contains("Choose a file, or paste lines"))
            let pasted = await petra.submit(form, ["lines": "name\tcategory\n\"open\tunions\n"])
            #expect(pasted.status == 422)
            #expect(pasted.words.contains("opens a cell and never closes it") && pasted.text.contains("open\tunions"))
        }
    }

    @Test func unknownHeadingsAreNamedOnThePage() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let asked = try await site.bring("Jina;Aina\nChama cha wafanyakazi;unions\n", as: petra)
            #expect(asked.words.contains("Which column holds what?"))
            #expect(asked.words.contains("For example: Chama cha wafanyakazi"))
            let form = try asked.form("/columns")
            #expect((await petra.submit(form)).status == 422)
            #expect((await petra.submit(form, ["column-0": "name", "column-1": "name"])).status == 422)
            let preview = await petra.submit(form, ["column-0": "name", "column-1": "category"])
            #expect(preview.words.contains("Will be entered 1"))
        }
    }

    @Test(arguments: TestEngine.allCases) func contactsComeToOrganisationsThatAreThere(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let petra = try await site.signedIn(.moderator)
            let text = """
                organisation,name,function,email,official
                WSM,Ama Sample,Secretary,ama@example.org,yes
                wsm,Ama again,,ama@example.org,no
                Nowhere,Bo Sample,,bo@example.org,no
                ITUC,=Cy,,cy@example.org,no
                ITUC,Dee Sample,,dee@example,perhaps

                """
            let preview = try await site.bring(text, "contacts", as: petra)
            #expect(preview.words.contains("“Nowhere” is not in the directory"))
            #expect(preview.words.contains("The same as line 2 of this list"))
            let done = await petra.submit(try preview.form("/execution"))
            #expect(done.words.contains("Entered 1"))
            let contacts = { () async throws -> [Contact] in
                try await site.program.database.read { db in
                    try OrganisationStore.contacts(of: try #require(try OrganisationStore.key(of: "wsm", on: db)), on: db)
                }
            }
            #expect(try await contacts().map(\.details.isOfficial) == [true])
            _ = await petra.submit(try done.form("/reversal"))
            #expect(try await contacts().isEmpty)
        }
    }

    @Test func aLongListIsReadAndCarriedOutByAJob() async throws {
        try await TestSite.with { site in
            let petra = try await site.signedIn(.moderator)
            let before = try await count(site)
            let rows = (1...700).map { "Union of district \($0),unions,SN" }.joined(separator: "\n")
            let reading = try await site.bring("name,category,country\n\(rows)\n", as: petra)
            #expect(reading.words.contains("being read") && reading.words.contains("0 of 700 lines"))
            try await site.work()
            let preview = await petra.get(try reading.link("Look again"))
            #expect(preview.words.contains("Carry out 700 lines"))
            let running = await petra.submit(try preview.form("/execution"))
            #expect(running.words.contains("being carried out"))
            try await site.work()
            #expect(try await count(site) == before + 700)
            #expect((await petra.get("/en/organisations?q=district")).words.contains("700 organisations"))
            let done = await petra.get(running.path)
            #expect(done.words.contains("Entered 700"))
            #expect((await petra.get("\(running.path)?show=created&page=14")).words.contains("Line 701"))
            _ = await petra.submit(try done.form("/reversal"))
            try await site.work()
            #expect(try await count(site) == before)
        }
    }
}
