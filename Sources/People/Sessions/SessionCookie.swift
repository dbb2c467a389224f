internal import Secrets
internal import Web

/// The cookie of a session: `__Host-` and `Secure` where the site is reached over https, plain where it is not, since browsers drop the prefix
/// there.
public struct SessionCookie: Sendable {
    /// Its name.
    public let name: String
    private let isSecure: Bool

    /// The cookie of a site that is, or is not, reached over https.
    public init(isSecure: Bool) {
        self.isSecure = isSecure
        name = isSecure ? "__Host-session" : "session"
    }

    func token(of visit: Visit) -> Token? {
        visit.cookie(name).flatMap(Token.init(text:))
    }

    /// The header that hands the token to the browser. It lives as long as a session may lie idle.
    func setting(_ token: Token) -> String {
        "\(name)=\(token.text); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(SessionStore.idleLimit.components.seconds)\(isSecure ? "; Secure" : "")"
    }

    /// The header that makes the browser forget it.
    var clearing: String {
        "\(name)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0\(isSecure ? "; Secure" : "")"
    }
}
