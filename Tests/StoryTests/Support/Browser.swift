import Foundation
import Synchronization
import Testing
import Web

/// A browser without JavaScript: follows redirects, fills in forms by what is on the page, sends what browsers send with them.
struct Browser: Sendable {
    let site: Responder
    let language: String
    let cookies = CookieJar()

    /// Opens a page, following redirects.
    func get(_ path: String) async -> Screen {
        await load(HandmadeRequest("GET", path, headers: [("Accept-Language", language), ("Accept", "text/html")]), path)
    }

    /// Sends a form of a screen, with what was typed over what the page holds. Unticked boxes are not sent.
    func submit(_ form: Form, _ typed: [String: String?] = [:], headers: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]) async
        -> Screen
    {
        var fields = form.fields
        for (name, value) in typed {
            fields.removeAll { $0.name == name }
            if let value { fields.append((name, value)) }
        }
        let body = fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        return await post(form.action, body: Array(body.utf8), headers: headers)
    }

    /// Sends a form with a file, as browsers do.
    func submit(_ form: Form, _ typed: [String: String], file: String, named name: String, _ bytes: [UInt8]) async -> Screen {
        let boundary = "----SocleTestBoundary"
        let fields = form.fields.filter { typed[$0.name] == nil && $0.name != file } + typed.map { (name: $0.key, value: $0.value) }
        var body = fields.map {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n"
        }.joined()
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n"
        return await post(
            form.action, body: Array(body.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8),
            type: "multipart/form-data; boundary=\(boundary)")
    }

    /// Sends a form that asks and changes nothing: its fields stand in the address.
    func ask(_ form: Form, _ typed: [String: String]) async -> Screen {
        let fields = form.fields.filter { typed[$0.name] == nil } + typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        return await get(form.action + "?" + fields.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&"))
    }

    /// Sends bytes as a form.
    func post(
        _ path: String, body: [UInt8], type: String = "application/x-www-form-urlencoded",
        headers: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
    ) async -> Screen {
        let all = [("Content-Type", type), ("Accept-Language", language), ("Accept", "text/html")] + headers
        return await load(HandmadeRequest("POST", path, headers: all.map { (name: $0.0, value: $0.1) }, body: body), path)
    }

    /// The bare answer to a request without a body, redirects included.
    func answer(_ method: String, _ path: String) async -> Reply {
        var headers: [(name: String, value: String)] = [("Accept", "text/html"), ("Sec-Fetch-Site", "same-origin")]
        if let line = cookies.line { headers.append(("Cookie", line)) }
        if method == "POST" { headers.append(("Content-Type", "application/x-www-form-urlencoded")) }
        return await site.reply(to: HandmadeRequest(method, path, headers: headers, body: method == "POST" ? [] : nil))
    }

    private func load(_ request: HandmadeRequest, _ path: String) async -> Screen {
        var request = request
        if let line = cookies.line { request.headers.append((name: "Cookie", value: line)) }
        let reply = await site.reply(to: request)
        for (name, value) in reply.headers where name == "set-cookie" { cookies.keep(value) }
        if (300..<400).contains(reply.status.code), reply.status.code != 304, let place = reply.header("Location") {
            return await get(String(place.prefix { $0 != "#" }))
        }
        return Screen(path: path, reply: reply)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// The cookies that a site gave to a browser.
final class CookieJar: Sendable {
    private let held = Mutex<[String: String]>([:])

    /// What the browser sends, if it holds any.
    var line: String? {
        let all = held.withLock { $0 }
        return all.isEmpty ? nil : all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }

    /// Takes a `Set-Cookie` header.
    func keep(_ header: String) {
        let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        guard let name = pair.first else { return }
        let isCleared = header.contains("Max-Age=0")
        held.withLock { $0[String(name)] = isCleared || pair.count < 2 ? nil : String(pair[1]) }
    }

    /// Puts a cookie there by hand.
    func plant(_ name: String, _ value: String) {
        held.withLock { $0[name] = value }
    }

    subscript(_ name: String) -> String? { held.withLock { $0[name] } }
}

/// What a browser shows.
struct Screen: Sendable {
    let path: String
    let reply: Reply

    var status: Int { reply.status.code }
    var text: String { reply.text }

    /// The words of the page, without markup, white space as one.
    var words: String {
        text.replacing(/<(script|style)[^>]*>.*?<\/(script|style)>/, with: "").replacing(/<[^>]*>/, with: " ")
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&").replacing(/\s+/, with: " ")
    }

    /// The form that is sent to an address ending so.
    func form(_ ending: String) throws -> Form {
        for match in text.matches(of: /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/) {
            let action = match.1.prefix { $0 != "#" }
            if action.hasSuffix(ending) { return Form(action: String(action), markup: String(match.2)) }
        }
        return try #require(nil as Form?, "no form to …\(ending) on \(path)")
    }

    /// The address of the first link whose words hold these.
    func link(_ words: String) throws -> String {
        for match in text.matches(of: /<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/) where match.2.contains(words) {
            return String(match.1.prefix { $0 != "#" })
        }
        return try #require(nil as String?, "no link “\(words)” on \(path)")
    }
}

/// A form of a page with what it holds.
struct Form: Sendable {
    let action: String
    var fields: [(name: String, value: String)] = []

    init(action: String, markup: String) {
        self.action = action
        for match in markup.matches(of: /<input([^>]*)>/) {
            let attributes = String(match.1)
            guard let name = Self.attribute("name", attributes) else { continue }
            if Self.attribute("type", attributes) == "checkbox" && !attributes.contains(" checked") { continue }
            fields.append((name, Self.attribute("value", attributes) ?? ""))
        }
        for match in markup.matches(of: /<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/) {
            fields.append((String(match.1), String(match.2)))
        }
        for match in markup.matches(of: /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/) {
            let chosen = match.2.firstMatch(of: /<option value="([^"]*)" selected/)
            fields.append((String(match.1), chosen.map { String($0.1) } ?? ""))
        }
    }

    private static func attribute(_ name: String, _ markup: String) -> String? {
        guard let start = markup.range(of: " \(name)=\"") else { return nil }
        return String(markup[start.upperBound...].prefix { $0 != "\"" })
    }
}

extension Screen {
    /// The name of the field with that `autocomplete` token.
    func field(_ token: String) throws -> String {
        for match in text.matches(of: /<(input|select|textarea)([^>]*)>/) {
            let markup = String(match.2)
            if markup.contains(" autocomplete=\"\(token)\""), let name = markup.firstMatch(of: /\ name="([^"]*)"/) { return String(name.1) }
        }
        return try #require(nil as String?, "no field for \(token) on \(path)")
    }
}
