internal import Foundation
internal import HTML
internal import HTTPTypes
internal import Text

/// Draws what a visitor sees of a failure: a page in the reader's language, a problem in JSON (RFC 9457) for programs, else plain text.
struct ErrorPages: Sendable {
    let facts: SiteFacts
    let translators: Translators
    let frame: Frame

    /// In which form the asker wants the answer.
    enum Form {
        case page, json, text

        /// `count.json` is data, and so is what is asked for with `Accept: application/json`.
        init(path: String, _ fields: HTTPFields) {
            let name = path.split(separator: "/").last ?? ""
            let ending = name.split(separator: ".").dropFirst().last
            if ending == "json" || fields.prefersJSON {
                self = .json
            } else {
                self = ending == nil || ending == "html" ? .page : .text
            }
        }
    }

    func render(_ failure: WebFailure, as form: Form, in language: Language, id: String) -> Rendered {
        let t = translators[language]
        let title = t(failure.titleKey)
        let message = t(failure.messageKey) + (failure.status == .serverError ? " " + id : "")
        let (type, bytes) = content(title, message, failure.status, form, t)
        var fields: HTTPFields = [.contentType: type, .contentLanguage: t.language.code]
        for (name, value) in failure.headers { fields[.known(name)] = value }
        return Rendered(status: failure.status, fields: fields, bytes: bytes)
    }

    private func content(_ title: String, _ message: String, _ status: Status, _ form: Form, _ t: Translator) -> (String, [UInt8]) {
        switch form {
        case .page:
            if let drawn = try? frame(page(title, message, status, t), facts(status, t)) { return ("text/html; charset=utf-8", drawn.utf8) }
        case .json:
            let problem: [String: JSONValue] = ["detail": .text(message), "status": .number(status.code), "title": .text(title)]
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            if let encoded = try? encoder.encode(problem) { return ("application/problem+json", [UInt8](encoded)) }
        case .text: break
        }
        return ("text/plain; charset=utf-8", Array("\(title)\n\n\(message)\n".utf8))
    }

    private func page(_ title: String, _ message: String, _ status: Status, _ t: Translator) -> Page {
        // The page that says whom to write to may not work either.
        let mailbox = status == .serverError ? facts.contact() : nil
        let contact: HTML =
            mailbox.flatMap { mailbox in
                WebURL("mailto:\(mailbox)").map { "<p><a href=\"\($0)\">\(mailbox)</a></p>" as HTML }
            } ?? .empty
        let home = URLPath(segments: [t.language.code])
        let body: HTML = """
            <div class="title"><div class="wrap"><h1>\(title)</h1><p class="lead">\(message)</p>\(contact)
            <p><a class="button" href="\(home)">\(t("web.error.home"))</a></p></div></div>
            """
        return Page(language: t.language, title: title, body: body, addressInLanguage: { URLPath(segments: [$0.code]) }, isIndexed: false)
    }

    private func facts(_ status: Status, _ t: Translator) -> PageFacts {
        PageFacts(translator: t, base: facts.base, languages: facts.choice().offered, status: status)
    }
}

private enum JSONValue: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}

extension HTTPFields {
    /// Whether JSON is asked for and a page is not: browsers ask for pages by name.
    var prefersJSON: Bool {
        guard let accept = self[.accept]?.lowercased() else { return false }
        return accept.contains("application/json") && !accept.contains("text/html")
    }
}
