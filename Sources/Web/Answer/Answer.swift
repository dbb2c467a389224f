internal import Foundation
public import HTML

/// What a handler gives back. Unless it is `cached`, nobody may keep it: `Cache-Control: no-store`.
public struct Answer: Sendable {
    enum Body: Sendable {
        case page(Page)
        case bytes([UInt8], type: String)
        case stream(type: String, @Sendable (AnswerWriter) async throws -> Void)
        case none
    }

    /// The status.
    public let status: Status
    let body: Body
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var policy: CachePolicy?

    private init(_ status: Status, _ body: Body) {
        self.status = status
        self.body = body
    }

    /// A page of the site.
    public static func page(_ page: Page, status: Status = .ok) -> Answer {
        Answer(status, .page(page))
    }

    /// After a form: look there (303).
    public static func redirect(to path: URLPath) -> Answer {
        Answer(.seeOther, .none).header("Location", path.description)
    }

    /// To another site (303): only to an address that a person of the site chose.
    public static func redirect(to address: WebURL) -> Answer {
        Answer(.seeOther, .none).header("Location", address.description)
    }

    /// The page has another address now (308).
    public static func permanentRedirect(to path: URLPath) -> Answer {
        Answer(.permanentRedirect, .none).header("Location", path.description)
    }

    /// JSON that is made already.
    public static func json(bytes: [UInt8], status: Status = .ok) -> Answer {
        .bytes(bytes, type: "application/json", status: status)
    }

    /// A value as JSON: keys in alphabetical order, times as the value's own coding says. Throws what the value's coding throws.
    public static func json(_ value: some Encodable, status: Status = .ok) throws -> Answer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json(bytes: [UInt8](try encoder.encode(value)), status: status)
    }

    /// Plain text.
    public static func text(_ text: String, status: Status = .ok) -> Answer {
        .bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
    }

    /// Bytes of a media type, with its `charset` where it is text.
    public static func bytes(_ bytes: [UInt8], type: String, status: Status = .ok) -> Answer {
        Answer(status, .bytes(bytes, type: type))
    }

    /// An answer that is written bit by bit, for what is too long to hold. It is sent as it comes, without compression, and never cached.
    /// An error after the first byte breaks the connection off, so that nobody takes half a file for a whole one.
    public static func stream(type: String, _ write: @escaping @Sendable (AnswerWriter) async throws -> Void) -> Answer {
        Answer(.ok, .stream(type: type, write))
    }

    /// What the browser holds is still so (304).
    public static let notModified = Answer(.notModified, .none)

    /// Done, nothing to say (204).
    public static let noContent = Answer(.noContent, .none)

    /// The same answer, which may serve everybody. Only below `Guard.everyone`, and only if the handler looked at nothing of the
    /// browser (headers, cookies, address): otherwise it is not kept, and a debug build stops.
    public func cached(_ policy: CachePolicy) -> Answer {
        var answer = self
        answer.policy = policy
        return answer
    }

    /// The same answer with a header. One of the same name is replaced, except `Set-Cookie`, of which there may be several.
    /// Traps if the name is not one.
    public func header(_ name: String, _ value: String) -> Answer {
        var answer = self
        let lowered = name.lowercased()
        if lowered != "set-cookie" { answer.headers.removeAll { $0.name == lowered } }
        answer.headers.append((lowered, value))
        return answer
    }

    /// The same answer, which search engines are asked not to list.
    public func withoutIndexing() -> Answer {
        header("X-Robots-Tag", "noindex")
    }

    /// The same answer as a file to keep, under this name (RFC 6266, RFC 8187).
    public func download(as name: String) -> Answer {
        let encoded = name.utf8.reduce(into: "") { text, byte in
            let isPlain = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || (48...57).contains(byte)
            text +=
                isPlain || "-._".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return header("Content-Disposition", "attachment; filename*=UTF-8''\(encoded)")
    }
}

extension Answer {
    /// Thrown where an answer cannot be returned, such as a guard that leads to the sign-in page.
    public struct Instead: Error {
        /// The answer to give.
        public let answer: Answer

        /// Gives this answer.
        public init(_ answer: Answer) {
            self.answer = answer
        }
    }
}
