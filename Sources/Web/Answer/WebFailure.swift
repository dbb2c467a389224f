/// Why a request cannot be answered as it wished: a status, a cause for the log, and the words for the visitor as keys of the catalogue.
/// Any other error that leaves a handler is a 500, with its description in the log.
public struct WebFailure: Error, Sendable {
    /// The status of the answer.
    public let status: Status
    /// What happened, for the log. The visitor never sees it.
    public let cause: String
    /// The key of the title that the visitor sees.
    public let titleKey: String
    /// The key of what the visitor can do now.
    public let messageKey: String
    private(set) var headers: [(name: String, value: String)] = []

    /// A failure with words of a feature's own.
    public init(status: Status, cause: String, titleKey: String, messageKey: String) {
        self.status = status
        self.cause = cause
        self.titleKey = titleKey
        self.messageKey = messageKey
    }

    private init(_ status: Status, _ name: String, _ cause: String) {
        self.init(status: status, cause: cause, titleKey: "web.error.\(name).title", messageKey: "web.error.\(name).message")
    }

    /// There is nothing at this address, or nothing that this visitor may see (404).
    public static var notFound: WebFailure { WebFailure(.notFound, "notFound", "not found") }
    /// It was here once (410).
    public static var gone: WebFailure { WebFailure(.gone, "gone", "gone") }
    /// The request makes no sense (400).
    public static func badRequest(_ cause: String) -> WebFailure { WebFailure(.badRequest, "badRequest", cause) }
    /// The visitor is known and may not do this (403).
    public static func forbidden(_ cause: String) -> WebFailure { WebFailure(.forbidden, "forbidden", cause) }
    /// The form came from another site (403).
    public static func crossOrigin(_ cause: String) -> WebFailure { WebFailure(.forbidden, "crossOrigin", cause) }
    /// What was sent is longer than allowed (413).
    public static func tooLarge(_ cause: String) -> WebFailure { WebFailure(.tooLarge, "tooLarge", cause) }
    /// What was sent is not of a kind that is understood here (415).
    public static func unsupportedMedia(_ cause: String) -> WebFailure { WebFailure(.unsupportedMedia, "unsupportedMedia", cause) }
    /// Too many requests for now (429).
    public static func tooMany(_ cause: String) -> WebFailure {
        WebFailure(.tooMany, "tooMany", cause).header("Retry-After", "600")
    }
    /// The site cannot do it just now, and will again: the database is away, the disk full (503).
    public static func unavailable(_ cause: String) -> WebFailure {
        WebFailure(.unavailable, "unavailable", cause).header("Retry-After", "30")
    }

    static func methodNotAllowed(_ methods: [Method]) -> WebFailure {
        let allowed = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }.joined(separator: ", ")
        return WebFailure(.methodNotAllowed, "methodNotAllowed", "only \(allowed)").header("Allow", allowed)
    }

    static func serverError(_ cause: String) -> WebFailure { WebFailure(.serverError, "serverError", cause) }

    private func header(_ name: String, _ value: String) -> WebFailure {
        var failure = self
        failure.headers.append((name, value))
        return failure
    }
}
