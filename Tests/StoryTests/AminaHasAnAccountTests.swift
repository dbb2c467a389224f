import App
import Foundation
import Harness
import People
import Storage
import Testing
import Time
import Web

@testable import Secrets

/// Amina has an account: signs up, comes back, forgets her password, changes what she signed, leaves. Without JavaScript.
@Suite struct AminaHasAnAccount {
    static let mailbox = "amina@example.org"
    static let password = "un long chemin vers Dakar"

    /// Signs up and confirms; the browser is signed in afterwards.
    static func signUp(_ site: TestSite, mailbox: String = mailbox, name: String = "Amina", language: String = "fr") async throws -> Browser
    {
        let browser = site.browser(language: language)
        let form = try await browser.get("/\(language)/account/new").form("/account/new")
        let sent = await browser.submit(form, ["name": name, "email": mailbox, "password": password])
        #expect(sent.path == "/\(language)/account/new/sent")
        let link = try #require(try await site.mail(to: mailbox).last?.link)
        let page = await browser.get(link)
        #expect(browser.cookies.line == nil, "opening the link signs nobody in")
        let home = await browser.submit(try page.form(link))
        #expect(home.path == "/\(language)/account")
        #expect(home.words.contains(name))
        return browser
    }

    private static func signIn(_ browser: Browser, _ password: String, mailbox: String = mailbox) async throws -> Screen {
        let form = try await browser.get("/fr/account/session").form("/account/session")
        return await browser.submit(form, ["email": mailbox, "password": password])
    }

    @Test(arguments: TestEngine.allCases) func sheSignsUpLeavesAndComesBack(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let browser = try await Self.signUp(site)
            #expect((await browser.get("/fr/account/profile")).status == 200)
            let out = await browser.submit(try await browser.get("/fr/account").form("/account/session/closure"))
            #expect(out.path == "/fr/account/session")
            #expect((await browser.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"))
            #expect(try await Self.signIn(browser, "quelque chose d’autre").status == 422)
            let back = try await Self.signIn(browser, Self.password)
            #expect(back.path == "/fr/account")
        }
    }

    @Test func whoeverIsNotSignedInIsLedToSignInAndBack() async throws {
        try await TestSite.with { site in
            _ = try await Self.signUp(site)
            let browser = site.browser(language: "fr")
            let form = try await browser.get("/fr/account/security").form("/account/session")
            let page = await browser.submit(form, ["email": Self.mailbox, "password": Self.password])
            #expect(page.path == "/fr/account/security")
            let evil = try await browser.get("/fr/account/session?next=//evil.example/x").form("/account/session")
            #expect((await browser.submit(evil, ["email": Self.mailbox, "password": Self.password])).path == "/fr/account")
        }
    }

    @Test func nobodyLearnsWhetherAMailboxIsKnown() async throws {
        try await TestSite.with { site in
            _ = try await Self.signUp(site)
            let browser = site.browser(language: "en")
            let known = await browser.submit(
                try await browser.get("/en/account/new").form("/account/new"),
                ["name": "Other", "email": Self.mailbox, "password": Self.password])
            let unknown = await browser.submit(
                try await browser.get("/en/account/new").form("/account/new"),
                ["name": "Other", "email": "new@example.org", "password": Self.password])
            #expect(known.words == unknown.words)
            #expect(try await site.mail(to: Self.mailbox).last?.link?.contains("recovery") == true)

            var recoveries: [String] = []
            for mailbox in [Self.mailbox, "nobody@example.org"] {
                let form = try await browser.get("/en/account/recovery").form("/account/recovery")
                recoveries.append((await browser.submit(form, ["email": mailbox])).words)
            }
            #expect(recoveries[0] == recoveries[1])
            #expect(try await site.mail(to: "nobody@example.org").isEmpty)

            var refusals: [String] = []
            for mailbox in [Self.mailbox, "nobody@example.org"] {
                refusals.append(try await Self.signIn(site.browser(language: "en"), "wrong password", mailbox: mailbox).words)
            }
            #expect(refusals[0] == refusals[1])
        }
    }

    @Test(arguments: TestEngine.allCases) func nobodyPlantsAPasswordInAnAccountThatTheyDoNotConfirm(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let stranger = site.browser(language: "fr")
            let form = try await stranger.get("/fr/account/new").form("/account/new")
            _ = await stranger.submit(form, ["name": "Stranger", "email": Self.mailbox, "password": "the stranger chose this"])
            let amina = site.browser(language: "fr")
            _ = await amina.submit(form, ["name": "Amina", "email": Self.mailbox, "password": Self.password])
            // She cannot know which of the two mails is hers.
            let links = try await site.mail(to: Self.mailbox).compactMap(\.link)
            #expect(links.count == 2)
            let chosen = await amina.submit(try await amina.get(links[0]).form(links[0]))
            #expect(chosen.path.contains("/account/recoveries/"), "she chooses a password now")
            #expect((await stranger.get(links[1])).status == 410)
            for password in ["the stranger chose this", Self.password] {
                #expect(try await Self.signIn(stranger, password).status == 422)
            }
            #expect((await amina.submit(try chosen.form(chosen.path), ["password": "une phrase qui est à elle"])).status == 200)
            #expect(try await Self.signIn(amina, "une phrase qui est à elle").path == "/fr/account")
        }
    }

    @Test func aForgottenPasswordIsReplacedOnceAndEverySessionEnds() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let other = site.browser(language: "fr")
            _ = await other.submit(try await other.get("/fr/account/recovery").form("/account/recovery"), ["email": "Amina@example.org"])
            let link = try #require(try await site.mail(to: Self.mailbox).last?.link)
            let form = try await other.get(link).form(link)
            let tooShort = await other.submit(form, ["password": "court"])
            #expect(tooShort.status == 422)
            let done = await other.submit(form, ["password": "une tout autre phrase"])
            #expect(done.status == 200)
            #expect((await browser.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"), "the earlier session ended")
            #expect((await other.submit(form, ["password": "et encore une autre"])).status == 410)
            #expect(try await Self.signIn(other, Self.password).status == 422)
            #expect(try await Self.signIn(other, "une tout autre phrase").path == "/fr/account")
            #expect(try await site.mail(to: Self.mailbox).last?.text.contains("vient d’être changé") == true)
        }
    }

    @Test func aLinkIsTooOldAfterItsTime() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            _ = await browser.submit(
                try await browser.get("/fr/account/new").form("/account/new"),
                ["name": "Amina", "email": Self.mailbox, "password": Self.password])
            let link = try #require(try await site.mail(to: Self.mailbox).last?.link)
            site.time.advance(by: .days(4))
            #expect((await browser.get(link)).status == 410)
            #expect((await browser.post(link, body: [])).status == 410)
            #expect((await browser.get("/fr/account/confirmations/AAAA")).status == 404)
        }
    }

    @Test func guessingWaits() async throws {
        try await TestSite.with { site in
            _ = try await Self.signUp(site)
            let browser = site.browser(language: "fr")
            for _ in 0..<5 { #expect(try await Self.signIn(browser, "wrong password").status == 422) }
            let stopped = try await Self.signIn(browser, Self.password)
            #expect(stopped.status == 429)
            #expect(stopped.reply.header("Retry-After") != nil)
            site.time.advance(by: .minutes(16))
            #expect(try await Self.signIn(browser, Self.password).path == "/fr/account")
        }
    }

    @Test func aMailboxGetsFiveAccountMailsADay() async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "fr")
            for _ in 0..<8 {
                let form = try await browser.get("/fr/account/new").form("/account/new")
                let sent = await browser.submit(form, ["name": "Amina", "email": Self.mailbox, "password": Self.password])
                #expect(sent.path == "/fr/account/new/sent")
            }
            #expect(try await site.mail(to: Self.mailbox).count == 5)
        }
    }

    @Test func aPasswordChangeEndsOtherSessionsAndKeepsThisOne() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let other = site.browser(language: "fr")
            #expect(try await Self.signIn(other, Self.password).path == "/fr/account")
            let form = try await browser.get("/fr/account/security").form("/account/password")
            let thief = site.browser(language: "fr")
            thief.cookies.plant("__Host-session", try #require(browser.cookies["__Host-session"]))
            #expect((await thief.get("/fr/account/profile")).status == 200)
            #expect((await browser.submit(form, ["current": "pas le bon", "password": "une tout autre phrase"])).status == 422)
            let done = await browser.submit(form, ["current": Self.password, "password": "une tout autre phrase"])
            #expect(done.path == "/fr/account/security?done=password")
            #expect((await other.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"))
            #expect((await browser.get("/fr/account/profile")).status == 200)
            #expect((await thief.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"), "a copy of the cookie is worth nothing")
        }
    }

    @Test func anotherMailboxCountsOnceItIsConfirmed() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let form = try await browser.get("/fr/account/security").form("/account/mailbox")
            _ = await browser.submit(form, ["email": "amina@union.example", "mailboxPassword": Self.password])
            #expect((await browser.get("/fr/account")).words.contains(Self.mailbox))
            let link = try #require(try await site.mail(to: "amina@union.example").last?.link)
            #expect((await browser.submit(try await browser.get(link).form(link))).status == 200)
            #expect((await browser.get("/fr/account")).words.contains("amina@union.example"))
            let last = try #require(try await site.mail(to: Self.mailbox).last)
            #expect(last.text.contains("autre adresse") && last.text.contains("écrivez immédiatement au secrétariat"))
            #expect(last.link == "/fr/contact", "no new password is set from a mailbox that is no longer hers")
            #expect((await browser.get("/fr/contact")).status == 200)
        }
    }

    @Test(arguments: TestEngine.allCases) func whoLostTelephoneAndCodesIsHelpedByAnAdministrator(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let amina = try await Self.signUp(site)
            let offer = await amina.get("/fr/account/second-factor")
            let key = try #require(offer.text.firstMatch(of: /<code class="key">([A-Z2-7 ]+)<\/code>/))
            let code = TOTPSeed(bytes: try Self.base32(String(key.1))).digits(site.time.now.milliseconds / 30_000)
            _ = await amina.submit(try offer.form("/second-factor"), ["code": code, "password": Self.password])

            let els = try await site.signedIn(.administrator)
            let page = await els.get("/en/desk/people?email=\(Self.mailbox)")
            let form = try page.form("/second-factor/removal")
            let note = "called back on the number we have"
            #expect((await els.submit(form, ["note": note, "password": "a guess"])).status == 422)
            #expect((await els.submit(form, ["note": nil, "password": TestSite.password])).status == 422, "the log says how one knew")
            #expect((await amina.get("/fr/account")).status == 200)
            let done = await els.submit(form, ["note": note, "password": TestSite.password])
            #expect(done.words.contains("Saved") && !done.text.contains("/second-factor/removal"))
            #expect((await els.get("/en/desk/log")).words.contains("took the second factor off the account of Amina"))
            #expect((await els.get("/en/desk/log")).words.contains(note))

            #expect((await amina.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"), "signed out everywhere")
            #expect(try await site.mail(to: Self.mailbox).last?.text.contains("deuxième facteur") == true)
            #expect((try await Self.signIn(site.browser(language: "fr"), Self.password)).path == "/fr/account")
        }
    }

    @Test func ofOnesOwnTheFactorGoesInOnesAccount() async throws {
        try await TestSite.with { site in
            let els = try await site.signedIn(.administrator)
            #expect(!(await els.get("/en/desk/people?email=administrator@example.org")).text.contains("/second-factor/removal"))
        }
    }

    @Test(arguments: TestEngine.allCases) func aSecondFactorIsAskedForAndItsCodesWorkOnce(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let browser = try await Self.signUp(site)
            let page = await browser.get("/fr/account/second-factor")
            let key = try #require(page.text.firstMatch(of: /<code class="key">([A-Z2-7 ]+)<\/code>/))
            let seed = TOTPSeed(bytes: try Self.base32(String(key.1)))
            let code = { seed.digits(site.time.now.milliseconds / 30_000) }
            #expect((await browser.submit(try page.form("/second-factor"), ["code": "000000", "password": Self.password])).status == 422)
            #expect(
                (await browser.submit(try page.form("/second-factor"), ["code": code(), "password": "a guess"])).status == 422,
                "a browser left open is not enough")
            let codes = await browser.submit(try page.form("/second-factor"), ["code": code(), "password": Self.password])
            let recovery = codes.text.matches(of: /<li><code>([a-z0-9-]+)<\/code>/).map { String($0.1) }
            #expect(recovery.count == 10)
            #expect((await browser.get("/fr/account/second-factor")).path == "/fr/account/security", "turned off first, with the password")
            #expect(
                (await browser.submit(try page.form("/second-factor"), ["code": code(), "password": Self.password])).path
                    == "/fr/account/security")

            let other = site.browser(language: "fr")
            let halfway = try await Self.signIn(other, Self.password)
            #expect(halfway.path.hasPrefix("/fr/account/session/code"))
            let planted = other.cookies["__Host-session"]
            #expect((await other.get("/fr/account/profile")).path.hasPrefix("/fr/account/session"), "the password alone is not enough")
            let form = try await other.get("/fr/account/session/code").form("/session/code")
            #expect((await other.submit(form, ["code": code()])).status == 422, "the code that set it up is used")
            site.time.advance(by: .seconds(30))
            #expect((await other.submit(form, ["code": code()])).path == "/fr/account")
            #expect(other.cookies["__Host-session"] != planted, "the session is another one after the second proof")

            let third = site.browser(language: "fr")
            _ = try await Self.signIn(third, Self.password)
            let ask = try await third.get("/fr/account/session/code").form("/session/code")
            #expect((await third.submit(ask, ["code": recovery[0].uppercased()])).path == "/fr/account")
            let fourth = site.browser(language: "fr")
            _ = try await Self.signIn(fourth, Self.password)
            #expect((await fourth.submit(ask, ["code": recovery[0]])).status == 422)
        }
    }

    @Test(arguments: TestEngine.allCases) func whatSheSignedInOtherCapitalsIsHersToo(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let amina = try await Self.signUp(site)
            let visitor = site.browser(language: "fr")
            for (name, mailbox) in [("Amina Diallo", "Amina@Example.org"), ("Amina Tag", "amina+x@example.org")] {
                let form = try await visitor.get("/fr/campaigns/social-protection-for-all").form("/signatures")
                _ = await visitor.submit(form, ["name": name, "email": mailbox, "country": "SN", "support": "yes"])
            }
            let mine = await amina.get("/fr/account/signatures")
            #expect(mine.text.matches(of: /Confirmer ma signature/).count == 1, "not the other mailbox, though compared as the same")
            #expect((await amina.get("/fr/account/data.json")).text.contains("Amina Diallo"))
            let before = try await site.count()
            _ = await amina.submit(try mine.form("/confirmation"))
            #expect(try await site.count() == before + 1)
        }
    }

    @Test func whatSheSignedIsThereAndCanBeChangedAndTakenBack() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let before = try await site.count()
            let campaign = "/fr/campaigns/social-protection-for-all"
            let form = try await browser.get(campaign).form("/signatures")
            _ = await browser.submit(form, ["name": "Amina D.", "email": Self.mailbox, "country": "SN", "support": "yes"])
            let mine = await browser.get("/fr/account/signatures")
            _ = await browser.submit(try mine.form("/confirmation"))
            #expect(try await site.count() == before + 1)

            let stranger = try await Self.signUp(site, mailbox: "other@example.org", name: "Autre")
            let path = try await browser.get("/fr/account/signatures").link("Modifier")
            #expect((await stranger.get(path)).status == 404)
            #expect((await stranger.post("\(path)/withdrawal", body: [])).status == 404)

            let change = try await browser.get(path).form(path)
            #expect((await browser.submit(change, ["town": "Thiès", "shown": "yes"])).words.contains("Votre nom est affiché"))
            let kept = await browser.get("/fr/account/data.json").text
            #expect(kept.contains("\"mails\"") && kept.contains("\"subject\""), "what was mailed to her, too")
            #expect(kept.contains("Thiès"))
            #expect(kept.contains(#""purpose":"support""#) && kept.contains(#""language":"fr""#), "\(kept)")
            _ = await browser.submit(try await browser.get(path).form("/withdrawal"))
            #expect(try await site.count() == before)
        }
    }

    @Test func ofASignatureThatDoesNotCountNothingIsSaidToBeShown() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let form = try await browser.get("/fr/campaigns/social-protection-for-all").form("/signatures")
            _ = await browser.submit(
                form, ["name": "Amina D.", "email": Self.mailbox, "country": "SN", "shown": "yes", "support": "yes"])
            let waiting = await browser.get("/fr/account/signatures")
            #expect(waiting.words.contains("pas encore confirmée") && !waiting.words.contains("Votre nom"))
            _ = await browser.submit(try waiting.form("/confirmation"))
            #expect((await browser.get("/fr/account/signatures")).words.contains("Votre nom est affiché"))
            try await site.program.database.write { db in
                try db.run("UPDATE signature SET removed_at = 1, removed_why = 'refused' WHERE mailbox = \(Self.mailbox)")
            }
            let refused = await browser.get("/fr/account/signatures")
            #expect(refused.words.contains("elle ne compte pas") && !refused.words.contains("Votre nom"))
        }
    }

    @Test(arguments: [false, true]) func sheLeavesWithOrWithoutHerSignatures(withdraws: Bool) async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let before = try await site.count()
            let form = try await browser.get("/fr/campaigns/social-protection-for-all").form("/signatures")
            _ = await browser.submit(form, ["name": "Amina D.", "email": Self.mailbox, "country": "SN", "support": "yes"])
            _ = await browser.submit(try await browser.get("/fr/account/signatures").form("/confirmation"))
            let close = try await browser.get("/fr/account/data").form("/account/closure")
            #expect((await browser.submit(close, ["password": "pas le bon"])).status == 422)
            let closed = await browser.submit(close, ["password": Self.password, "signatures": withdraws ? "yes" : nil])
            #expect(closed.path == "/fr/account/closed")
            #expect(try await site.count() == before + (withdraws ? 0 : 1))
            #expect(browser.cookies.line == nil)
            #expect(try await Self.signIn(browser, Self.password).status == 422)
            let isGone = try await site.program.database.read { try PersonStore.find(mailbox: Self.mailbox, on: $0) == nil }
            #expect(isGone)
        }
    }

    @Test func theLastAdministratorStays() async throws {
        try await TestSite.with { site in
            let browser = try await Self.signUp(site)
            let now = site.time.now
            try await site.program.database.write { db in
                let person = try #require(try PersonStore.find(mailbox: Self.mailbox, on: db))
                try PersonStore.give(.administrator, to: person.id, by: nil, at: now, on: db)
            }
            let close = try await browser.get("/fr/account/data").form("/account/closure")
            let refused = await browser.submit(close, ["password": Self.password])
            #expect(refused.status == 422)
            #expect(refused.words.contains("seule personne à administrer"))
        }
    }

    @Test(arguments: [
        ["name": "", "email": "x@example.org", "password": "long enough to pass"],
        ["name": "A", "email": "x", "password": "long enough to pass"],
        ["name": "A", "email": "x@example.org", "password": "short"], ["name": "A", "email": "x@example.org", "password": "aaaaaaaaaaaa"],
        ["name": "A", "email": "x@example.org", "password": "password123"],
        ["name": "www.evil.example", "email": "x@example.org", "password": "long enough"],
        ["name": "A", "email": "longname@example.org", "password": "longname@example.org"],
        ["name": "A", "email": "x@example.org", "password": String(repeating: "ab", count: 500)],
    ])
    func whatCannotBeTakenIsExplained(typed: [String: String]) async throws {
        try await TestSite.with { site in
            let browser = site.browser(language: "en")
            let form = try await browser.get("/en/account/new").form("/account/new")
            let again = await browser.submit(form, typed.mapValues { $0 as String? })
            #expect(again.status == 422)
            #expect(again.text.contains("aria-invalid=\"true\""))
            let passwordField = try #require(again.text.firstMatch(of: /<input id="password"[^>]*>/))
            #expect(!passwordField.0.contains("value="), "a password is never shown again")
        }
    }

    private static func base32(_ text: String) throws -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = 0
        var count = 0
        var bytes: [UInt8] = []
        for letter in text where letter != " " {
            bits = bits << 5 | (try #require(alphabet.firstIndex(of: letter)))
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
                bits &= (1 << count) - 1
            }
        }
        return bytes
    }
}
