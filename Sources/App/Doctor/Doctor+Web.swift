internal import HTML

extension Doctor {
    /// Whether the base URL leads visitors to their own machine.
    private var isLoopback: Bool {
        let host = settings.baseURL.description.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        return host.hasPrefix("localhost") || host.hasPrefix("127.") || host.hasPrefix("[::1]")
    }

    func baseURL() -> Finding {
        let place = "base URL"
        if isLoopback {
            return .warn(
                place, "\(settings.baseURL) is this machine: nobody else can follow a link in a mail",
                mend: "set \(Setting.baseURL.variable) to the address that visitors use; a demo may leave it")
        }
        guard settings.baseURL.isSecure else {
            return .fail(
                place, "\(settings.baseURL) is not encrypted",
                mend: "put a proxy with TLS before Socle, and set \(Setting.baseURL.variable) to https")
        }
        return .ok(place, "\(settings.baseURL)")
    }

    func proxies() -> Finding {
        let place = "trusted proxies"
        guard settings.baseURL.isSecure, settings.trustedProxies.isEmpty else {
            return .ok(place, settings.trustedProxies.isEmpty ? "none, and none is needed" : "\(settings.trustedProxies.count) set")
        }
        return .warn(
            place, "none is set, and TLS is spoken by a proxy: every visitor seems to come from one address",
            mend: "set \(Setting.trustedProxies.variable) to the addresses of your proxy, for instance 127.0.0.1")
    }
}
