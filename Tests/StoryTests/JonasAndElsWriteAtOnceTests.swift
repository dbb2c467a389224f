import App
import Harness
import People
import Testing

/// Jonas and Els have the same form open at the desk: nobody writes over the other without knowing.
@Suite struct JonasAndElsWriteAtOnce {
    /// A form that both have open: where it stands, where it goes, and what each types into which field.
    struct Shared: Sendable, CustomTestStringConvertible {
        let page: String
        let form: String
        let role: Role
        let field: String
        let testDescription: String
    }

    static let forms = [
        Shared(page: "/en/desk/settings", form: "/desk/settings", role: .administrator, field: "name-en", testDescription: "settings"),
        Shared(page: "/en/desk/pages/why/fr", form: "/pages/why/fr", role: .editor, field: "title", testDescription: "page"),
        Shared(
            page: "/en/desk/campaigns/social-protection-for-all/words/nl", form: "/words/nl", role: .editor, field: "title",
            testDescription: "campaign"),
        Shared(
            page: "/en/desk/translations/campaign/social-protection-for-all/es", form: "/draft", role: .editor, field: "title",
            testDescription: "translation"),
        Shared(
            page: "/en/desk/organisations/wsm", form: "/desk/organisations/wsm", role: .moderator, field: "acronym-en",
            testDescription: "organisation"),
        Shared(page: "/en/desk/mailings/{id}/words/fr", form: "/words/fr", role: .editor, field: "subject", testDescription: "mailing"),
    ]

    @Test(arguments: forms, TestEngine.allCases) func theSecondSeesWhatTheFirstSaved(shared: Shared, engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(shared.role, mailbox: "jonas@example.org")
            let els = try await site.signedIn(shared.role, mailbox: "els@example.org")
            let page = try await site.sample(shared.page)
            let his = try await jonas.get(page).form(shared.form)
            let hers = try await els.get(page).form(shared.form)
            #expect((await jonas.submit(his, [shared.field: "By Jonas", "act": "publish"])).status == 200)

            let told = await els.submit(hers, [shared.field: "By Els", "act": "publish"])
            #expect(told.status == 409)
            #expect(told.words.contains("Meanwhile somebody else saved this"))
            #expect(told.words.contains("By Jonas"), "she sees what stands now")
            #expect(told.text.contains("value=\"By Els\""), "and keeps what she typed")
            #expect((await jonas.get(page)).text.contains("value=\"By Jonas\""), "nothing was saved")

            let knowingly = await els.submit(try told.form(shared.form), ["act": "publish"])
            #expect(knowingly.status == 200)
            #expect((await jonas.get(page)).text.contains("value=\"By Els\""))
        }
    }

    @Test func aFormWithAMistakeStaysAsOldAsItWas() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor, mailbox: "jonas@example.org")
            let els = try await site.signedIn(.editor, mailbox: "els@example.org")
            let page = "/en/desk/pages/why/fr"
            let hers = try await els.get(page).form("/pages/why/fr")
            _ = await jonas.submit(try await jonas.get(page).form("/pages/why/fr"), ["title": "By Jonas"])
            let wrong = await els.submit(hers, ["title": ""])
            #expect(wrong.status == 422)
            #expect((await els.submit(try wrong.form("/pages/why/fr"), ["title": "By Els"])).status == 409)
        }
    }

    @Test func aFormWithoutItsMarkSavesNothing() async throws {
        try await TestSite.with { site in
            let jonas = try await site.signedIn(.editor)
            let form = try await jonas.get("/en/desk/pages/why/fr").form("/pages/why/fr")
            #expect((await jonas.submit(form, ["title": "Other", "mark": nil])).status == 409)
            #expect((await jonas.submit(form, ["title": "Other", "mark": "nonsense"])).status == 409)
            #expect(!(await jonas.get("/fr/why")).words.contains("Other"))
        }
    }

    @Test(arguments: TestEngine.allCases) func whoWasHiddenStaysHiddenWhenAnOlderFormIsSaved(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(.moderator)
            let els = try await site.signedIn(.administrator)
            let page = "/en/desk/organisations/wsm"
            let form = "/desk/organisations/wsm"
            let hers = try await els.get(page).form(form)
            _ = await jonas.submit(try await jonas.get(page).form(form), ["hidden": "yes", "profile": "Written by Jonas."])

            let told = await els.submit(hers, ["website": "https://els.example"])
            #expect(told.status == 409)
            #expect(told.words.contains("it appears nowhere in public ticked"), "in words: \(told.words)")
            #expect(told.words.contains("Written by Jonas.") && told.text.contains("value=\"https://els.example\""))
            let visitor = site.browser()
            #expect((await visitor.get("/en/organisations/wsm")).status == 404, "nothing is shown again")

            let wrong = await els.submit(hers, ["website": "javascript:alert(1)"])
            #expect(wrong.status == 422)
            #expect((await els.submit(try wrong.form(form), ["website": "https://els.example"])).status == 409)
            #expect((await els.submit(hers, ["mark": nil])).status == 409)
            let taken = ["hidden": "yes", "profile": "Written by Jonas."]
            #expect((await els.submit(try told.form(form), taken)).words.contains("Saved"))
            let now = await jonas.get(page)
            #expect(now.text.contains("value=\"https://els.example\"") && now.words.contains("Written by Jonas."))
            #expect((await visitor.get("/en/organisations/wsm")).status == 404)
        }
    }

    @Test(arguments: TestEngine.allCases) func anOrganisationsOwnPeopleAreHeldToTheSame(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let dara = try await site.representative(of: "wsm")
            let jonas = try await site.signedIn(.moderator)
            let (desk, form) = ("/en/desk/organisations/wsm", "/desk/organisations/wsm")
            let (own, ownForm) = ("/en/account/organisations/wsm", "/account/organisations/wsm")
            let older = try await dara.get(own).form(ownForm)
            _ = await jonas.submit(try await jonas.get(desk).form(form), ["domain": "wsm.example"])
            #expect(
                (await dara.submit(older, ["profile": "Our words."])).words.contains("Saved"), "what the form has not is not asked about")
            #expect((await jonas.get(desk)).text.contains("value=\"wsm.example\""))

            let his = try await jonas.get(desk).form(form)
            let stale = try await dara.get(own).form(ownForm)
            _ = await jonas.submit(his, ["profile": "His words."])
            let told = await dara.submit(stale, ["profile": "Our other words."])
            #expect(told.status == 409 && told.words.contains("Meanwhile somebody else saved this"))
            #expect(told.words.contains("His words.") && told.words.contains("Our other words."))
            #expect((await site.browser().get("/en/organisations/wsm")).words.contains("His words."))
            #expect((await dara.submit(try told.form(ownForm))).words.contains("Saved"))
            #expect((await site.browser().get("/en/organisations/wsm")).words.contains("Our other words."))
        }
    }

    @Test(arguments: TestEngine.allCases) func aRoleThatAColleagueJustGaveIsNotTakenUnseen(engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let els = try await site.signedIn(.administrator, mailbox: "els@example.org")
            let other = try await site.signedIn(.administrator, mailbox: "other@example.org")
            _ = try await site.signedIn(mailbox: "mercy@example.org")
            let page = await els.get("/en/desk/people?email=mercy@example.org").path
            let stale = try await other.get(page).form("/roles")
            #expect((await els.submit(try await els.get(page).form("/roles"), ["moderator": "yes"])).words.contains("Saved"))
            let told = await other.submit(stale, ["editor": "yes"])
            #expect(told.status == 409 && told.words.contains("Meanwhile somebody else saved this"))
            #expect(told.words.contains("Moderator ticked") && told.words.contains("Editor not ticked"), "\(told.words)")
            let held = try await els.get(page).form("/roles").fields.map(\.name)
            #expect(held.contains("moderator") && !held.contains("editor"))
            _ = await other.submit(try told.form("/roles"), ["moderator": "yes"])
            #expect(try await els.get(page).form("/roles").fields.filter { $0.value == "yes" }.count == 2)
        }
    }
}
