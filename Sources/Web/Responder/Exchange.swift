internal import HTTPTypes
internal import HummingbirdCore
internal import Logging

/// What becomes known of a request on its way.
struct Exchange {
    let request: Request
    let peer: ClientAddress
    let id: String
    let logger: Logger
    /// The route it led to, if any.
    var route: BoundRoute?
    /// The address for the log.
    var shownPath = "…"
    /// Answered with what another request made.
    var wasKept = false

    init(_ request: Request, peer: ClientAddress, id: String, logger: Logger) {
        var logger = logger
        logger[metadataKey: "request"] = "\(id)"
        self.request = request
        self.peer = peer
        self.id = id
        self.logger = logger
    }

    var isHead: Bool { request.method == .head }

    /// The method for the routes: HEAD is answered by GET. Nil for methods that no route has.
    var method: Method? {
        isHead ? .get : Method(rawValue: request.method.rawValue)
    }
}
