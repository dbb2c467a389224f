/// The settings of a deployment: this table is their only definition. Each is read from a flag, else from the environment, else from
/// `socle.yaml`, else it has its standard value.
public enum Setting: String, CaseIterable, Sendable {
    case host, port, baseURL, data, database, smtpURL, mailFrom, mailPace, secret, trustedProxies, pageCache, metrics, logLevel, resources

    /// The name of the environment variable.
    public var variable: String {
        switch self {
        case .baseURL: "SOCLE_BASE_URL"
        case .smtpURL: "SOCLE_SMTP_URL"
        case .mailFrom: "SOCLE_MAIL_FROM"
        case .mailPace: "SOCLE_MAIL_PACE"
        case .trustedProxies: "SOCLE_TRUSTED_PROXIES"
        case .pageCache: "SOCLE_PAGE_CACHE"
        case .logLevel: "SOCLE_LOG_LEVEL"
        default: "SOCLE_\(rawValue.uppercased())"
        }
    }

    /// Whether its value must not appear anywhere. A secret may also lie in the file that `<variable>_FILE` names.
    public var isSecret: Bool {
        switch self {
        case .database, .smtpURL, .secret: true
        default: false
        }
    }

    /// Whether it may be a list in the file, which is what commas are elsewhere.
    var isList: Bool { self == .trustedProxies || self == .metrics }

    /// Its value when it is not set, as a reader of the documentation wants to see it.
    public var standard: String {
        switch self {
        case .host: "127.0.0.1"
        case .port: "8080"
        case .baseURL: "http://HOST:PORT"
        case .data: "data"
        case .database: "sqlite:DATA/socle.sqlite"
        case .smtpURL: "none: mail stays in the outbox"
        case .mailFrom: "socle@HOST OF THE BASE URL"
        case .mailPace: "3000"
        case .secret: "made on first start, kept in DATA/secret"
        case .trustedProxies: "none"
        case .pageCache: "64"
        case .metrics: "none: off"
        case .logLevel: "info"
        case .resources: "beside the program"
        }
    }

    /// What it is for, in one line.
    public var purpose: String {
        switch self {
        case .host: "the address to listen on"
        case .port: "the port to listen on"
        case .baseURL: "how visitors reach the site; links in mails begin with it, https makes cookies and headers strict"
        case .data: "the folder for the database, the secret and files"
        case .database: "sqlite:PATH or postgres://user:password@host/name"
        case .smtpURL: "smtp://host:port or smtps://user:password@host:port"
        case .mailFrom: "the mailbox that messages come from; returned mail goes to addresses made from it"
        case .mailPace: "messages a minute to one domain at most"
        case .secret: "at least 32 characters from which keys are derived; changing it ends sessions and links"
        case .trustedProxies: "addresses or networks of reverse proxies, comma-separated, whose word on a visitor's address is believed"
        case .pageCache: "megabytes for pages made once and served many times; 0 turns it off"
        case .metrics: "addresses or networks, comma-separated, that may read /metrics"
        case .logLevel: "trace, debug, info, notice, warning, error or critical"
        case .resources: "the folder with catalogues, pages and assets"
        }
    }
}
