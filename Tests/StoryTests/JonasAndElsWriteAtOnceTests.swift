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
    ]

    @Test(arguments: forms, TestEngine.allCases) func theSecondSeesWhatTheFirstSaved(shared: Shared, engine: TestEngine) async throws {
        try await TestSite.with(engine) { site in
            let jonas = try await site.signedIn(shared.role, mailbox: "jonas@example.org")
            let els = try await site.signedIn(shared.role, mailbox: "els@example.org")
            let his = try await jonas.get(shared.page).form(shared.form)
            let hers = try await els.get(shared.page).form(shared.form)
            #expect((await jonas.submit(his, [shared.field: "By Jonas", "act": "publish"])).status == 200)

            let told = await els.submit(hers, [shared.field: "By Els", "act": "publish"])
            #expect(told.status == 409)
            #expect(told.words.contains("Meanwhile somebody else saved this"))
            #expect(told.words.contains("By Jonas"), "she sees what stands now")
            #expect(told.text.contains("value=\"By Els\""), "and keeps what she typed")
            #expect((await jonas.get(shared.page)).text.contains("value=\"By Jonas\""), "nothing was saved")

            let knowingly = await els.submit(try told.form(shared.form), ["act": "publish"])
            #expect(knowingly.status == 200)
            #expect((await jonas.get(shared.page)).text.contains("value=\"By Els\""))
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
}
