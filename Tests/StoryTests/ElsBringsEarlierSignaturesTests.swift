import App
import Campaigns
import Harness
import People
import Storage
import Testing
import Time

/// Els brings people who signed on paper and on another site. They count; only those who consented are written to.
@Suite struct ElsBringsEarlierSignatures {
    private static let list = """
        Name,E-mail,Country,Town,Shown,Signed,Consent source,Consent date,Consent,News
        Ama Sample,Ama.Sample@example.org,Senegal,Dakar,yes,2025-05-01,"sheet of 1 May, Dakar",01/05/2025,I agree,yes
        Bo Sample,bo@example.org,SN,,no,,,,,
        Bo Sample,BO+x@example.org,SN,,no,,,,,
        Cy Sample,cy@example.org,KE,,no,2099-01-01,,,,
        Dee Sample,no mailbox,KE,,no,,,,,
        Eve Sample,eve@example.org,Atlantis,,no,,,,,
        Fay Sample,fay@example.org,KE,,no,,"a hall",,,
        =Gus,gus@example.org,KE,,no,,,,,

        """

    private func bring(_ site: TestSite, as els: Browser, _ text: String = list) async throws -> Screen {
        let form = await els.get("/en/desk/imports/new?kind=signatures")
        let campaign = try #require(form.text.firstMatch(of: /<option value="(\d+)"/))
        return try await site.bring(text, "signatures", as: els, ["subject": String(campaign.1)])
    }

    @Test(arguments: TestEngine.allCases) func theyCountAndNobodyIsWrittenToWithoutConsent(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let before = try await site.count()
            let preview = try await bring(site, as: els)
            for words in [
                "The same person twice", "is still to come", "Atlantis", "A consent needs both where and when",
                "Without where and when consent was given",
            ] { #expect(preview.words.contains(words), "\(words)") }
            #expect(try await site.count() == before)
            let done = await els.submit(try preview.form("/execution"))
            #expect(done.words.contains("Entered 3"))
            #expect(try await site.count() == before + 3)

            // Days go by: no confirmation, no reminder, nothing.
            try await site.work()
            site.time.advance(by: .days(3))
            try await site.work()
            for mailbox in ["Ama.Sample@example.org", "bo@example.org", "fay@example.org"] {
                #expect(try await site.mail(to: mailbox).isEmpty)
            }
            let consents = try await site.program.database.read { db in
                try db.rows(
                    """
                    SELECT s.name, c.purpose, c.given_at, n.words FROM signature AS s JOIN consent AS c ON c.holder = s.id
                    JOIN consent_notice AS n ON n.version = c.notice AND n.purpose = c.purpose
                    WHERE c.holder_kind = 'signature' AND s.mailbox LIKE '%ample@example.org' ESCAPE '\\' ORDER BY c.purpose
                    """
                ).map { row -> (String, String, Instant, String) in
                    (try row["name"], try row["purpose"], try row["given_at"], try row["words"])
                }
            }
            #expect(consents.map(\.1) == ["campaignNews", "support"])
            #expect(consents.first?.2.iso8601 == "2025-05-01T00:00:00Z")
            #expect(consents.first?.3 == "I agree\nsheet of 1 May, Dakar")
            let others: Int? = try await site.program.database.read { db in
                try db.value(
                    """
                    SELECT count(*) FROM consent WHERE holder_kind = 'signature'
                        AND holder IN (SELECT id FROM signature WHERE mailbox IN ('bo@example.org', 'fay@example.org'))
                    """)
            }
            #expect(others == 0)

            // The whole list back: the count is what it was.
            _ = await els.submit(try await els.get(done.path).form("/reversal"))
            #expect(try await site.count() == before)
            #expect(try await Recount(database: site.program.database, clock: site.time.clock, logger: site.program.logger).run() == 0)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoChangedOrWithdrewMeanwhileIsLeftAlone(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let before = try await site.count()
            let done = await els.submit(try await bring(site, as: els).form("/execution"))
            // Bo finds the signature in an account of his own, and takes it back; its line in the list goes with it.
            let bo = try await site.signedIn(mailbox: "bo@example.org")
            let own = await bo.get(try await bo.get("/en/account/signatures").link("Change"))
            _ = await bo.submit(try own.form("/withdrawal"))
            #expect(try await site.count() == before + 2)
            let cells: Int? = try await site.program.database.read { db in
                try db.value("SELECT count(*) FROM import_line WHERE cells LIKE '%bo@example.org%' ESCAPE '\\'")
            }
            #expect(cells == 0)
            let undone = await els.submit(try await els.get(done.path).form("/reversal"))
            #expect(undone.words.contains("2 lines are as before"))
            #expect(undone.words.contains("1 stays") && !undone.text.contains("/reversal"), "nothing more would go")
            #expect(try await site.count() == before)

            // The same list another time: two come back, he does not, until he signs himself.
            let again = try await bring(site, as: els)
            #expect(again.words.contains("they took it back"))
            _ = await els.submit(try again.form("/execution"))
            #expect(try await site.count() == before + 2)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoTookItBackWhileAListWaitedStaysOut(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let before = try await site.count()
            let (first, second) = (try await bring(site, as: els), try await bring(site, as: els))
            _ = await els.submit(try first.form("/execution"))
            let bo = try await site.signedIn(mailbox: "bo@example.org")
            _ = await bo.submit(try await bo.get(try await bo.get("/en/account/signatures").link("Change")).form("/withdrawal"))
            #expect(try await site.count() == before + 2)
            _ = await els.submit(try second.form("/execution"))
            #expect(try await site.count() == before + 2, "the list was judged before")
        }
    }

    @Test(arguments: TestEngine.allCases) func whoAgreesOnTheSiteLaterIsAskedForConsentAndKept(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let before = try await site.count()
            let done = await els.submit(
                try await bring(site, as: els, "name,email,country\nOld Six,old.six@example.org,KE\nOld Seven,old.seven@example.org,KE\n")
                    .form("/execution"))

            // At once: an import is no form, so nothing was mailed that she would have to wait for.
            let six = site.browser()
            let answers: [String: String?] = [
                "name": "Old Six", "email": "old.six@example.org", "country": "KE", "sentence": "Still here", "shown": "yes",
                "support": "yes", "campaignNews": "yes",
            ]
            _ = await six.submit(try await six.get("/en/campaigns/social-protection-for-all").form("/signatures"), answers)
            let letter = try #require(try await site.mail(to: "old.six@example.org").first)
            #expect(letter.subject.contains("already signed"))
            let link = try #require(letter.link)
            let page = await six.get(link)
            #expect(page.words.contains("I explicitly agree that my signature"))

            // News alone is none; both are kept with the words that were shown.
            let alone = await six.submit(try page.form(link), ["campaignNews": "yes"])
            #expect(alone.status == 422 && alone.words.contains("without this consent we send none"))
            #expect(try await consents(of: "old.six@example.org", site).isEmpty)
            let saved = await six.submit(try page.form(link), ["support": "yes", "campaignNews": "yes", "sentence": "Still here"])
            #expect(saved.words.contains("Saved"))
            #expect(!saved.words.contains("I explicitly agree that my signature"))
            #expect(try await consents(of: "old.six@example.org", site) == ["campaignNews en", "support en"])

            // Her account would have asked too.
            let seven = try await site.signedIn(mailbox: "old.seven@example.org")
            let own = await seven.get(try await seven.get("/en/account/signatures").link("Change"))
            let refused = await seven.submit(try own.form(own.path), ["coalitionNews": "yes"])
            #expect(refused.status == 422 && refused.words.contains("I explicitly agree that my signature"))
            _ = await seven.submit(try own.form(own.path), ["support": "yes"])
            #expect(try await consents(of: "old.seven@example.org", site) == ["support en"])

            // Both agreed since: the list goes without them.
            let undone = await els.submit(try await els.get(done.path).form("/reversal"))
            #expect(undone.words.contains("2 stay"))
            #expect(try await site.count() == before + 2)
        }
    }

    /// What somebody agrees to now, each with the language of the words that they read.
    private func consents(of mailbox: String, _ site: TestSite) async throws -> [String] {
        try await site.program.database.read { db in
            try db.rows(
                """
                SELECT c.purpose, n.language FROM signature AS s JOIN consent AS c ON c.holder = s.id AND c.holder_kind = 'signature'
                JOIN consent_notice AS n ON n.version = c.notice AND n.purpose = c.purpose
                WHERE s.mailbox = \(mailbox) AND c.withdrawn_at IS NULL ORDER BY c.purpose
                """
            ).map { row in "\(try row["purpose"] as String) \(try row["language"] as String)" }
        }
    }

    @Test func whoSignedAlreadyIsRefused() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            _ = await els.submit(try await bring(site, as: els).form("/execution"))
            let again = try await bring(
                site, as: els, "name,email,country\nAMA  SAMPLE,ama.sample+x@example.org,SN\n")
            #expect(again.words.contains("Has signed already"))
        }
    }

    @Test(arguments: TestEngine.allCases) func whoNeverConfirmedGivesWayAndWhoWasTakenOutIsCalledSo(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator)
            let before = try await site.count()
            let stranger = site.browser()
            let form = try await stranger.get("/en/campaigns/social-protection-for-all").form("/signatures")
            for name in ["Old Eight", "Old Nine"] {
                let mailbox = name.lowercased().replacing(" ", with: ".") + "@example.org"
                _ = await stranger.submit(
                    form, ["name": name, "email": mailbox, "country": "KE", "sentence": "Not hers", "support": "yes"])
            }
            let link = try #require(try await site.mail(to: "old.eight@example.org").first?.link)
            try await site.program.database.write { db in
                try db.run(
                    "UPDATE signature SET removed_at = 1, removed_why = 'refused', confirmed_at = 1 WHERE mailbox = 'old.nine@example.org'")
            }
            let preview = try await bring(
                site, as: els, "name,email,country\nOld Eight,old.eight@example.org,KE\nOld Nine,old.nine@example.org,KE\n")
            #expect(!preview.words.contains("Has signed already"))
            #expect(preview.words.contains("Signed, but counts no longer"))
            let done = await els.submit(try preview.form("/execution"))
            #expect(done.words.contains("Entered 1"))
            #expect(try await site.count() == before + 1)

            // Nothing is left of what nobody proved: neither words nor consent nor mail.
            let kept = try await site.program.database.read { db in
                try db.rows("SELECT id, sentence FROM signature WHERE mailbox = 'old.eight@example.org'").map { row in
                    try row["sentence"] as String?
                }
            }
            #expect(kept == [nil])
            #expect(try await consents(of: "old.eight@example.org", site).isEmpty)
            #expect(try await site.mail(to: "old.eight@example.org").isEmpty)
            #expect((await stranger.get(link)).status == 404)
            _ = await els.submit(try await els.get(done.path).form("/reversal"))
            #expect(try await site.count() == before)
        }
    }

    @Test func moderatorsNeitherBringNorSeeThem() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            let list = try await bring(site, as: els)
            let moderator = try await site.signedIn(.moderator)
            let index = await moderator.get("/en/desk/imports")
            #expect(!index.words.contains("Earlier signatures"))
            #expect((await moderator.get("/en/desk/imports/new?kind=signatures")).status == 404)
            #expect((await moderator.get(list.path)).status == 404)
            let execution = try list.form("/execution")
            #expect((await moderator.submit(execution)).status == 404)
            let form = try await els.get("/en/desk/imports/new?kind=signatures").form("/desk/imports")
            #expect((await moderator.submit(form, ["lines": Self.list])).status == 404)
        }
    }
}
