internal import HTML
internal import Mail

extension Doctor {
    func mailServer() async -> Finding {
        let place = "mail server"
        guard let server = settings.smtp else {
            return .warn(place, "none is set: mail stays in the outbox, and nobody can confirm", mend: "set \(Setting.smtpURL.variable)")
        }
        if let reason = await server.check(hello: settings.mailFrom.domain) {
            return .fail(
                place, "\(server): \(reason)",
                mend: "see whether \(Setting.smtpURL.variable) is right and the server can be reached from here")
        }
        let isOpen = server.tls == .off && server.user != nil
        return isOpen
            ? .warn(place, "\(server) is sent the password without encryption", mend: "use smtps://, or ?tls=required")
            : .ok(place, "\(server) answers\(server.user == nil ? "" : ", and lets us sign in"); nothing was sent")
    }

    func mailSender() -> Finding {
        let words = "\(settings.mailFrom.address); whether MX, SPF and DKIM of its domain fit was not checked"
        return isWithin(settings.mailFrom.domain)
            ? .ok("mail sender", words)
            : .warn(
                "mail sender", "\(words), and it is not of the site's own domain",
                mend: "see that its owner lets your mail server send for it")
    }

    /// Whether the site's host is this domain or below it, or shares it.
    private func isWithin(_ domain: String) -> Bool {
        let host = settings.baseURL.description.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let name = host.split(separator: ":").first.map(String.init) ?? ""
        return name == domain || name.hasSuffix(".\(domain)") || domain.hasSuffix(".\(name)")
    }
}
