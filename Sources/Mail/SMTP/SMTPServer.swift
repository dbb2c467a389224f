internal import struct Foundation.URLComponents

/// Where mail is handed over: `smtp://host:port`, `smtps://user:password@host:port`, with `?tls=off|offered|required` and `?ca=FILE`.
/// Certificates are always verified. The password stays out of every description.
public struct SMTPServer: Sendable, CustomStringConvertible {
    /// How the connection is encrypted.
    public enum TLS: String, Sendable {
        /// Never: for a server on this machine.
        case off
        /// By STARTTLS if the server offers it.
        case offered
        /// By STARTTLS or not at all.
        case required
        /// From the first byte: `smtps://`.
        case implicit
    }

    /// A name, or an address, IPv6 without brackets.
    public let host: String
    /// The TCP port; 465 for `smtps`, else 25 without a user and 587 with one, unless written.
    public let port: Int
    /// Written in the address, or else `off` for this machine, `required` when a password is sent, `offered` for the rest.
    public let tls: TLS
    /// Who signs in, if anybody does.
    public let user: String?
    /// A file of certificates to trust in place of the system's.
    public let certificates: String?
    let password: String?

    /// Why an address of a server is of no use. The words are for whoever wrote the setting and do not repeat it.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text is not an `smtp://` or `smtps://` address with a host.
        case notAnAddress
        /// An option behind the `?` is unknown or has a value that it cannot have.
        case option(String)
        /// User without password or the reverse.
        case halfACredential

        /// What to write instead.
        public var description: String {
            switch self {
            case .notAnAddress: "the SMTP server must be written as smtp://host:port or smtps://user:password@host:port"
            case .option(let name): "the SMTP server has an option that cannot be used: \(name) (tls=off|offered|required, ca=FILE)"
            case .halfACredential: "the SMTP server has a user without a password or a password without a user"
            }
        }
    }

    /// The server that a setting names.
    public init(parsing text: String) throws(Failure) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), ["smtp", "smtps"].contains(scheme),
            let host = parts.host.map({ $0.filter { $0 != "[" && $0 != "]" } }), !host.isEmpty, ["", "/"].contains(parts.path),
            host.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") }), (1...65535).contains(parts.port ?? 25)
        else { throw .notAnAddress }
        self.host = host
        user = parts.user
        password = parts.password
        guard (user == nil) == (password == nil) else { throw .halfACredential }

        let isThisMachine = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        var tls: TLS = scheme == "smtps" ? .implicit : isThisMachine ? .off : user == nil ? .offered : .required
        var certificates: String?
        for item in parts.queryItems ?? [] {
            switch (item.name, item.value) {
            case ("tls", let value?):
                guard let wanted = TLS(rawValue: value), wanted != .implicit, scheme == "smtp" else { throw .option("tls") }
                tls = wanted
            case ("ca", let value?) where !value.isEmpty: certificates = value
            default: throw .option(item.name)
            }
        }
        self.tls = tls
        self.certificates = certificates
        port = parts.port ?? (scheme == "smtps" ? 465 : user == nil ? 25 : 587)
    }

    /// Scheme, host and port.
    public var description: String {
        "\(tls == .implicit ? "smtps" : "smtp")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}
