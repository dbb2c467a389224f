/// The status of an answer, RFC 9110 section 15.
public struct Status: Hashable, Sendable, CustomStringConvertible {
    /// Three digits.
    public let code: Int

    /// The status with that code. Traps below 200 and above 599.
    public init(code: Int) {
        precondition((200...599).contains(code), "no answer has the status \(code)")
        self.code = code
    }

    /// The three digits.
    public var description: String { code.description }

    /// 200
    public static let ok = Status(code: 200)
    /// 201
    public static let created = Status(code: 201)
    /// 202
    public static let accepted = Status(code: 202)
    /// 204
    public static let noContent = Status(code: 204)
    /// 304: what you hold is still so.
    public static let notModified = Status(code: 304)
    /// 303: look there with GET, whatever this request was.
    public static let seeOther = Status(code: 303)
    /// 308: there from now on, with the same method.
    public static let permanentRedirect = Status(code: 308)
    /// 400
    public static let badRequest = Status(code: 400)
    /// 403
    public static let forbidden = Status(code: 403)
    /// 404
    public static let notFound = Status(code: 404)
    /// 405
    public static let methodNotAllowed = Status(code: 405)
    /// 409: what was sent does not fit what is there now.
    public static let conflict = Status(code: 409)
    /// 410: was there once.
    public static let gone = Status(code: 410)
    /// 413
    public static let tooLarge = Status(code: 413)
    /// 415
    public static let unsupportedMedia = Status(code: 415)
    /// 422: a form with problems, shown again.
    public static let unprocessable = Status(code: 422)
    /// 429
    public static let tooMany = Status(code: 429)
    /// 500
    public static let serverError = Status(code: 500)
    /// 503
    public static let unavailable = Status(code: 503)
}
