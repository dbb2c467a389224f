import App
import Testing

extension TestSite {
    /// Brings a list by hand, as a file. Gives the page that follows.
    func bring(
        _ text: String, _ kind: String = "organisations", as browser: Browser, file: String = "list.csv", _ typed: [String: String] = [:]
    ) async throws -> Screen {
        try await bring(Array(text.utf8), kind, as: browser, file: file, typed)
    }

    /// Brings bytes as a list.
    func bring(
        _ bytes: [UInt8], _ kind: String = "organisations", as browser: Browser, file: String = "list.csv", _ typed: [String: String] = [:]
    ) async throws -> Screen {
        let form = try await browser.get("/\(browser.language)/desk/imports/new?kind=\(kind)").form("/desk/imports")
        return await browser.submit(form, typed, file: "file", named: file, bytes)
    }

    /// The key of a list that waits for a decision.
    func list(as browser: Browser) async throws -> String {
        let page = try await bring("name;category\nSample list;unions\n", as: browser)
        return String(page.path.split(separator: "/").last ?? "")
    }
}
