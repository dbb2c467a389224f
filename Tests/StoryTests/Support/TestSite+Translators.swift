import People
import Testing

extension TestSite {
    /// An address that an editor made for somebody who translates the demo campaign, as a path of the site.
    func translatorsLink(into language: String = "es", of text: String = "campaign/social-protection-for-all") async throws -> String {
        let editor = try await signedIn(.editor, mailbox: "links@example.org")
        let page = await editor.get("/en/desk/translations/\(text)/\(language)")
        let made = await editor.submit(try page.form("/links"), ["purpose": "Lucía"])
        let link = try #require(made.text.firstMatch(of: /https:\/\/site\.example(\/[a-z]+\/translations\/[A-Za-z0-9_-]{43})/))
        return String(link.1)
    }

    /// A browser that has come by such a link, and knows nobody.
    func translator() async throws -> Browser {
        let browser = browser()
        #expect((await browser.get(try await translatorsLink())).status == 200)
        return browser
    }
}
