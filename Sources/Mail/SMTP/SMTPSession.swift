/// One SMTP connection, kept from letter to letter, on a thread of its own since libcurl blocks. Opened by the first letter, again when the
/// server has closed it, and closed by `close`.
actor SMTPSession {
    private let server: SMTPServer
    private let hello: String
    private let patience: SMTPPatience
    private let thread = OwnThread(label: "mail.smtp")
    private var connection: SMTPConnection?

    /// The actor's work happens on its own queue, so that a slow server holds none of the threads that answer requests.
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// A session with `server`, to which this machine introduces itself as `hello`.
    init(server: SMTPServer, hello: String, patience: SMTPPatience) {
        self.server = server
        self.hello = hello
        self.patience = patience
    }

    /// Hands over one letter. Returns when the server has answered for it or will not.
    func deliver(_ letter: Letter) -> Delivery {
        guard let connection = connection ?? SMTPConnection(server: server, hello: hello, patience: patience) else {
            return .unavailable("libcurl does not start")
        }
        self.connection = connection
        let first = connection.deliver(letter)
        // Servers close kept connections after a while or after so many letters: that is no trouble yet.
        guard case .unavailable = first, connection.wasReused else { return first }
        let fresh = SMTPConnection(server: server, hello: hello, patience: patience)
        self.connection = fresh
        return fresh?.deliver(letter) ?? first
    }

    /// Connects, greets, encrypts and signs in, and sends nothing. Answers why that is not possible.
    func check() -> String? {
        guard let connection = SMTPConnection(server: server, hello: hello, patience: patience) else { return "libcurl does not start" }
        return connection.check()
    }

    /// Says goodbye to the server, if a connection is open.
    func close() {
        connection = nil
    }
}

extension SMTPServer {
    /// Whether mail could be handed over now: connects, greets, encrypts and signs in, and sends nothing. Answers why not, or nil.
    public func check(hello: String) async -> String? {
        let seconds = Duration.seconds(5)
        let patience = SMTPPatience(connect: seconds, answer: seconds, letter: seconds)
        return await SMTPSession(server: self, hello: hello, patience: patience).check()
    }
}

/// How long a session waits.
struct SMTPPatience: Sendable {
    /// For the connection, TLS included.
    var connect: Duration = .seconds(10)
    /// For each answer of the server.
    var answer: Duration = .seconds(30)
    /// For one letter from MAIL to the last answer. Less than half of a lease, see `Outbox`.
    var letter: Duration = .seconds(50)
}
