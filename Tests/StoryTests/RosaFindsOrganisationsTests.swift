import App
import Geography
import Graph
import Harness
import Organisations
import Storage
import Testing
import Text
import Time
import Web

/// Rosa, of a confederation in Buenos Aires, looks for allies and takes the list along.
@Suite struct RosaFindsOrganisations {
    private static let hiddenName = "Sindicato clandestino"

    /// Enters an organisation at risk beside those that Rosa looks for.
    private func hide(in site: TestSite) async throws {
        let now = site.time.now
        try await site.program.database.write { db in
            let id = try OrganisationStore.add(
                Organisation.Facts(
                    category: .academia, country: Country(code: "AR"), visibility: .hidden,
                    names: [.init(language: .spanish, name: Self.hiddenName, acronym: "SCX")], languages: [.spanish], themes: ["old-age"]),
                slug: "clandestino", at: now, on: db)
            let network = try #require(try OrganisationStore.key(of: "sample-network-latin-america", on: db))
            try OrganisationStore.put(Membership(organisation: id, network: network), at: now, on: db)
            // A network that is hidden itself does not show through its members.
            let secret = try OrganisationStore.add(
                Organisation.Facts(category: .networks, visibility: .hidden, names: [.init(language: .spanish, name: "Red clandestina")]),
                slug: "red-clandestina", at: now, on: db)
            let member = try #require(try OrganisationStore.key(of: "cgt-ra", on: db))
            try OrganisationStore.put(Membership(organisation: member, network: secret), at: now, on: db)
        }
    }

    @Test(arguments: TestEngine.allCases) func sheFiltersOpensFollowsAndDownloads(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            try await hide(in: site)
            let rosa = site.browser(language: "es")
            let home = await rosa.get("/es")
            let directory = await rosa.get(try home.link("Organizaciones"))
            #expect(directory.words.contains("Organización Internacional del Trabajo"))
            let form = try directory.form("/organisations")
            let found = await rosa.ask(form, ["country": "AR", "theme": "old-age"])
            #expect(found.status == 200)
            #expect(found.words.contains("2 organizaciones"))
            #expect(found.words.contains("Argentina") && found.words.contains("Pensiones de vejez"))
            #expect(!found.text.contains("<option value=\"academia\""))

            let one = await rosa.get(try found.link("Trabajadoras de casas particulares"))
            #expect(one.words.contains("Ejemplo inventado"))
            let network = await rosa.get(try one.link("Red América Latina y el Caribe"))
            #expect(network.words.contains("3 organizaciones miembros"))
            #expect(network.words.contains("Alianza de vendedoras ambulantes de Lima"))

            let file = await rosa.get(try found.link("CSV"))
            #expect(file.reply.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(file.reply.header("Content-Disposition")?.contains("organisations.csv") == true)
            let lines = file.text.split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(lines.contains { $0.contains("Confederación General del Trabajo de la República Argentina,CGT-RA") })
            let json = await rosa.get(try found.link("JSON"))
            #expect(json.text.contains("\"slug\":\"cgt-ra\""))
        }
    }

    @Test func aHiddenOrganisationIsFoundNowhere() async throws {
        try await TestSite.with { site in
            try await hide(in: site)
            let browser = site.browser(language: "es")
            let places = [
                "/es/organisations", "/es/organisations?q=clandestino", "/es/organisations?country=AR",
                "/es/organisations?category=academia",
                "/es/organisations?network=sample-network-latin-america", "/es/organisations?network=red-clandestina",
                "/es/organisations/sample-network-latin-america", "/es/organisations/cgt-ra", "/organisations.csv", "/organisations.json",
                "/organisations.csv?q=clandestino", "/organisations.json?network=red-clandestina", "/sitemap.xml",
            ]
            for place in places {
                let page = await browser.get(place)
                #expect(page.status == 200, "\(place)")
                let rest = page.text.replacing("q=clandestino", with: "").replacing("value=\"clandestino\"", with: "")
                    .replacing("network=red-clandestina", with: "").replacing("«clandestino»", with: "").replacing(
                        "</span>red-clandestina", with: "")
                #expect(!rest.lowercased().contains("clandestin"), "\(place)")
                #expect(!rest.contains("SCX"), "\(place)")
            }
            #expect((await browser.get("/es/organisations?q=clandestino")).words.contains("0 organizaciones"))
            #expect((await browser.get("/es/organisations?network=red-clandestina")).words.contains("0 organizaciones"))
            #expect((await browser.get("/es/organisations/clandestino")).status == 404)
            #expect((await browser.get("/es/organisations/red-clandestina")).status == 404)
            // What is not there looks the same.
            #expect((await browser.get("/es/organisations?network=nada")).words.contains("0 organizaciones"))
        }
    }

    @Test func hostileQueriesGetWordsNotErrors() async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            for query in [
                "category=thieves", "country=XX", "region=0", "language=!", "q=" + String(repeating: "a", count: 5000),
                "country=BE&country=SN",
            ] {
                let page = await browser.get("/en/organisations?\(query)")
                #expect(page.status == 422, "\(query.prefix(40))")
                #expect(page.words.contains("needs your attention"))
                #expect((await browser.get("/organisations.csv?\(query)")).status == 400)
                #expect((await browser.get("/organisations.json?\(query)")).status == 400)
            }
            for query in ["q=%25", "q=_", "q=%27%22--", "q=%3Cscript%3E", "theme=nothing", "network=nobody", "unknown=1", "q="] {
                let page = await browser.get("/en/organisations?\(query)")
                #expect(page.status == 200, "\(query)")
                #expect(!page.text.contains("<script>"))
            }
            for query in ["q=%00", "q=%FF", "q=" + String(repeating: "a", count: 10_000)] {
                #expect((await browser.get("/en/organisations?\(query)")).status == 400, "\(query.prefix(20))")
            }
            #expect((await browser.get("/en/organisations/nobody")).status == 404)
        }
    }

    @Test(arguments: ["/en/organisations", "/en/organisations/ilo"]) func whatIsNoPageOfAListIsNotFound(list: String) async throws {
        try await TestSite.with { site in
            let browser = site.browser()
            for page in ["2", "1000000", "9223372036854775807", "99999999999999999999", "0", "-1", "%2B1", "1.0", "abc", "1&page=1"] {
                #expect((await browser.get("\(list)?page=\(page)")).status == 404, "\(page)")
            }
            for page in ["1", "", "01"] { #expect((await browser.get("\(list)?page=\(page)")).status == 200, "\(page)") }
        }
    }

    @Test func anOldAddressLeadsToTheNewOne() async throws {
        try await TestSite.with { site in
            let now = site.time.now
            try await site.program.database.write { db in
                let id = try #require(try OrganisationStore.key(of: "ituc", on: db))
                try OrganisationStore.rename(id, to: "ituc-csi", at: now, on: db)
            }
            let page = await site.browser().get("/en/organisations/ituc")
            #expect(page.path == "/en/organisations/ituc-csi")
            #expect(page.status == 200)
        }
    }

    @Test func aChangeShowsAtOnceOnEveryPageThatNamesIt() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            let pages = ["/fr/organisations", "/fr/organisations/acv-csc", "/fr/organisations/ituc"]
            for page in pages { #expect((await browser.get(page)).words.contains("Confédération syndicale internationale")) }
            let now = site.time.now
            try await site.program.database.write { db in
                let id = try #require(try OrganisationStore.key(of: "ituc", on: db))
                guard var facts = try OrganisationStore.find(id, on: db)?.facts else { return }
                facts.names = [.init(language: .french, name: "Nouveau nom", acronym: "NN")]
                try OrganisationStore.change(id, to: facts, at: now, on: db)
            }
            for page in pages {
                let words = (await browser.get(page)).words
                #expect(words.contains("Nouveau nom"), "\(page)")
                #expect(!words.contains("Confédération syndicale internationale"), "\(page)")
            }
        }
    }
}
