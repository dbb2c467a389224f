import App
import Harness
import Jobs
import Storage
import Testing
import Text
import Time

/// Amina, organiser of a domestic workers' union in Dakar, signs on an old phone, without JavaScript.
@Suite struct AminaSigns {
    static let campaign = "/fr/campaigns/social-protection-for-all"

    static let answers: [String: String?] = [
        "name": "Amina Exemple", "email": "amina@union.example", "country": "SN", "town": "Dakar", "sentence": "Pour nos filles",
        "shown": "yes",
        "support": "yes",
    ]

    @Test func ordinaryWordsAreNoAddresses() async throws {
        try await TestSite.with { site in
            for (organisation, sentence, status) in [
                ("Care.be", "Fin.Et voilà", 200), ("11.be", "Pas de santé.la vie", 200), ("Sample", "Stop.it now", 200),
                ("Cheap.com", "Yes", 422), ("Sample", "Buy at t.ly/x", 422),
            ] {
                let browser = site.browser()
                let form = try await browser.get("/en/campaigns/social-protection-for-all").form("/signatures")
                let sent = await browser.submit(
                    form,
                    [
                        "name": "Amina Sample", "email": "amina@example.org", "country": "SN", "support": "yes",
                        "organisation": organisation, "sentence": sentence,
                    ])
                #expect(sent.status == status, "\(organisation), \(sentence)")
            }
        }
    }

    @Test(arguments: TestEngine.allCases) func fromTheHomePageToTheCount(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let before = try await site.count()
            let browser = site.browser(language: "fr")

            // She comes to the door and follows the invitation.
            let home = await browser.get("/")
            #expect(home.path == "/fr")
            let page = await browser.get(try home.link("Signer la pétition"))
            #expect(page.path == Self.campaign)

            // She fills in the form and is told to look into her mailbox.
            let sent = await browser.submit(try page.form("/signatures"), Self.answers)
            #expect(sent.status == 200)
            #expect(sent.words.contains("Ouvrez votre boîte mail"))
            #expect(try await site.count() == before, "nothing counts before she confirms")

            // The mail is in French; opening its link confirms nothing.
            let letter = try #require(try await site.mail(to: "amina@union.example").first)
            #expect(letter.language == "fr")
            let link = try #require(letter.link)
            let confirm = await browser.get(link)
            #expect(confirm.words.contains("Confirmez votre signature"))
            #expect(try await site.count() == before, "a scanner that follows the link confirms nothing")

            // The button does.
            let thanks = await browser.submit(try confirm.form("/confirmation"))
            #expect(thanks.words.contains("votre signature compte"))
            for service in ["wa.me", "t.me", "facebook.com", "mailto:"] { #expect(thanks.text.contains(service)) }
            #expect(try await site.count() == before + 1)

            // A second tap changes nothing.
            _ = await browser.submit(try confirm.form("/confirmation"))
            #expect(try await site.count() == before + 1)

            // The page shows her, since she chose so.
            let after = await browser.get(Self.campaign)
            #expect(after.words.contains("Amina Exemple"))
            #expect(after.words.contains("Pour nos filles"))
        }
    }

    @Test(arguments: TestEngine.allCases) func withTheCodeInsteadOfTheLink(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let before = try await site.count()
            let browser = site.browser(language: "fr")
            let sent = await browser.submit(try await browser.get(Self.campaign).form("/signatures"), Self.answers)
            let code = try #require(try await site.mail(to: "amina@union.example").first?.code)
            let form = try sent.form("/confirmation")
            let field = try sent.field("one-time-code")

            let wrong = await browser.submit(form, [field: code == "111111" ? "222222" : "111111"])
            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Ce code n’est pas le bon"))

            let thanks = await browser.submit(form, [field: "\(code.prefix(3)) \(code.suffix(3))"])
            #expect(thanks.words.contains("votre signature compte"))
            #expect(try await site.count() == before + 1)
        }
    }

    @Test(arguments: TestEngine.allCases) func sheChangesHerMindFromTheSameMail(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let before = try await site.count()
            let browser = site.browser(language: "fr")
            _ = await browser.submit(try await browser.get(Self.campaign).form("/signatures"), Self.answers)
            let link = try #require(try await site.mail(to: "amina@union.example").first?.link)
            _ = await browser.submit(try await browser.get(link).form("/confirmation"))

            // The link now leads to what is shown; she no longer wants to be.
            let change = await browser.get(link)
            #expect(change.words.contains("Votre signature compte"))
            let saved = await browser.submit(try change.form(link), ["shown": nil, "town": "Thiès", "campaignNews": "yes"])
            #expect(saved.words.contains("C’est enregistré"))
            #expect(saved.text.contains("value=\"Thiès\""))
            #expect(!(await browser.get(Self.campaign)).words.contains("Amina Exemple"))
            #expect(try await site.count() == before + 1)

            // Then she withdraws, twice.
            let form = try change.form("/withdrawal")
            let withdrawn = await browser.submit(form)
            #expect(withdrawn.words.contains("Votre signature est retirée"))
            _ = await browser.submit(form)
            #expect(try await site.count() == before)
            #expect((await browser.get(link)).words.contains("Vos données sont effacées"))
        }
    }

    @Test(arguments: TestEngine.allCases) func signingAgainShowsTheSamePageAndCountsOnce(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let before = try await site.count()
            let browser = site.browser(language: "fr")
            let form = try await browser.get(Self.campaign).form("/signatures")
            let first = await browser.submit(form, Self.answers)
            let again = await browser.submit(form, Self.answers)
            let otherwise = await browser.submit(form, Self.answers.merging(["email": "AMINA+phone@Union.example"]) { $1 })
            #expect(first.words == again.words)
            #expect(first.words == otherwise.words)
            #expect(try await site.mail(to: "amina@union.example").count == 1)

            let link = try #require(try await site.mail(to: "amina@union.example").first?.link)
            _ = await browser.submit(try await browser.get(link).form("/confirmation"))
            site.time.advance(by: .minutes(11))
            let confirmed = await browser.submit(form, Self.answers)
            #expect(first.words == confirmed.words, "the page does not tell that she signed")
            let letters = try await site.mail(to: "amina@union.example")
            #expect(letters.last?.subject.contains("Vous avez déjà signé") == true)
            #expect(try await site.count() == before + 1)
        }
    }

    @Test func wordsWithoutSpacesStandWhereTheyAreBroken() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            let name = String(repeating: "A", count: 100)
            let sentence = String(repeating: "w", count: 300)
            let form = try await browser.get(Self.campaign).form("/signatures")
            _ = await browser.submit(form, Self.answers.merging(["name": name, "sentence": sentence]) { $1 })
            let confirm = await browser.get(try #require(try await site.mail(to: "amina@union.example").first?.link))
            let facts = try #require(confirm.text.firstMatch(of: /<dl class="facts">([\s\S]*?)<\/dl>/))
            for words in [name, sentence] { #expect(facts.1.contains("<dd>\(words)</dd>")) }
        }
    }

    @Test(arguments: Language.interface) func erasingPromisesNoMoreThanItDoes(language: Language) async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: language.code)
            let form = try await browser.get("/\(language.code)/campaigns/social-protection-for-all").form("/signatures")
            _ = await browser.submit(form, Self.answers)
            let first = try #require(try await site.mail(to: "amina@union.example").last?.link)
            let page = await browser.get(first)
            // Anybody may write that name and mailbox into the form again, and then a mail goes out again.
            for promise in ["write to you about it again", "ne vous écrirons plus", "volveremos a escribirle", "schrijven u er niet meer"] {
                #expect(!page.words.contains(promise))
            }
            _ = await browser.submit(try page.form("/withdrawal"))
            let kept = try await site.program.database.read { db in
                try db.rows("SELECT id FROM signature WHERE mailbox = 'amina@union.example' OR sentence = 'Pour nos filles'").count
            }
            #expect(kept == 0)
            _ = await browser.submit(form, Self.answers)
            #expect(try await site.mail(to: "amina@union.example").count == 1)
        }
    }

    @Test func theLinkOfAnEarlierMailLeadsToTheNewerOne() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            let form = try await browser.get(Self.campaign).form("/signatures")
            _ = await browser.submit(form, Self.answers)
            _ = await browser.submit(form, Self.answers.merging(["sentence": "Pour nos fils aussi"]) { $1 })
            let letters = try await site.mail(to: "amina@union.example")
            #expect(letters.count == 2)
            let old = await browser.get(try #require(letters.first?.link))
            #expect(old.status == 404 && old.words.contains("le lien du plus récent"))
            #expect((await browser.get(try #require(letters.last?.link))).words.contains("Pour nos fils aussi"))
        }
    }

    @Test(arguments: ["fr", "en", "es", "nl"]) func theWholeWayIsInTheReadersLanguage(language: String) async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: language)
            let page = await browser.get("/\(language)/campaigns/social-protection-for-all")
            #expect(page.text.contains("<html lang=\"\(language)\""))
            let sent = await browser.submit(try page.form("/signatures"), Self.answers)
            #expect(sent.text.contains("<html lang=\"\(language)\""))
            let letter = try #require(try await site.mail(to: "amina@union.example").first)
            #expect(letter.language == language)
            #expect(letter.link?.hasPrefix("/\(language)/") == true)
        }
    }

    @Test func aReminderComesAfterTwoDaysAndOnlyOnce() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            _ = await browser.submit(try await browser.get(Self.campaign).form("/signatures"), Self.answers)
            try await site.live.worker.addSchedules()
            for _ in 0..<5 {
                try await site.work()
                site.time.advance(by: .days(1))
            }
            let letters = try await site.mail(to: "amina@union.example")
            #expect(letters.count == 2)
            #expect(letters.last?.subject.contains("Il manque votre confirmation") == true)
            // Both links lead to the same signature.
            for letter in letters { #expect((await browser.get(try #require(letter.link))).words.contains("Confirmez votre signature")) }
        }
    }
}
