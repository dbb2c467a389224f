public import Logging
public import ServiceLifecycle
public import Storage
internal import Time

/// Sends what is in the outbox, until the program stops. While the mail server is away everything waits; it is tried again without a restart.
public struct MailSender: Service {
    /// What an administrator may decide.
    public struct Settings: Sendable {
        /// Where mail is handed over. Nil: nothing is sent, messages stay in the outbox.
        public var server: SMTPServer?
        /// At most so many messages a minute to one domain.
        public var perMinuteAndDomain: Int

        /// Settings; three thousand a minute is half as much again as the largest petition ever caused, to all providers together.
        public init(server: SMTPServer?, perMinuteAndDomain: Int = 3000) {
            self.server = server
            self.perMinuteAndDomain = perMinuteAndDomain
        }
    }

    /// How long the sender waits for what; tests shorten it.
    struct Timing: Sendable {
        /// Between looks into an empty outbox.
        var poll: Duration = .milliseconds(500)
        /// After the first trouble with the server; doubles each time.
        var firstPause: Duration = .seconds(1)
        /// The longest wait for the server.
        var longestPause: Duration = .seconds(60)
        /// Idle time after which the connection is closed.
        var rest: Duration = .seconds(15)
        /// For the server itself.
        var patience = SMTPPatience()
    }

    let database: Database
    let outbox: Outbox
    let composer: Composer
    let settings: Settings
    let timing: Timing
    let logger: Logger

    /// A sender for this outbox.
    public init(database: Database, outbox: Outbox, composer: Composer, settings: Settings, logger: Logger) {
        self.init(database: database, outbox: outbox, composer: composer, settings: settings, timing: Timing(), logger: logger)
    }

    init(database: Database, outbox: Outbox, composer: Composer, settings: Settings, timing: Timing, logger: Logger) {
        self.database = database
        self.outbox = outbox
        self.composer = composer
        self.settings = settings
        self.timing = timing
        self.logger = logger
    }

    /// Works until the service group shuts down: the letter under way is finished, what was claimed beside it is given back.
    public func run() async throws {
        guard let server = settings.server else {
            logger.notice("no mail server is set: messages stay in the outbox")
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            var round = SendingRounds(self, server: server)
            await round.run()
        }
    }
}
