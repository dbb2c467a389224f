internal import Logging
internal import Storage
internal import Time

/// The sender at work: claims a few messages, hands them over one by one, and again.
struct SendingRounds {
    private static let batch = 50
    /// No new letter is begun later than that after the claim: with the longest letter it stays within the lease.
    private static let longestRound = Outbox.lease - .minutes(1)

    private let sender: MailSender
    private let session: SMTPSession
    private let results: ResultWriter
    private var pace: Pace
    private var troubles = 0
    private var isDatabaseAway = false
    private var idle = Duration.zero

    init(_ sender: MailSender, server: SMTPServer) {
        self.sender = sender
        session = SMTPSession(server: server, hello: sender.composer.host, patience: sender.timing.patience)
        results = ResultWriter(database: sender.database, outbox: sender.outbox, logger: sender.logger)
        pace = Pace(perMinute: sender.settings.perMinuteAndDomain)
    }

    mutating func run() async {
        while !Task.isCancelled {
            let claims = await claim()
            if claims.isEmpty {
                try? await Task.sleep(for: sender.timing.poll)
                idle += sender.timing.poll
                if idle > sender.timing.rest { await session.close() }
            } else {
                idle = .zero
                await send(claims)
            }
        }
        await results.finish()
        await session.close()
    }

    private mutating func claim() async -> [Outbox.Claim] {
        do {
            let outbox = sender.outbox
            let isDue = try await sender.database.read { db in try outbox.isDue(on: db) }
            isDatabaseAway = false
            return isDue ? try await sender.database.write { db in try outbox.claim(Self.batch, on: db) } : []
        } catch {
            if !isDatabaseAway { sender.logger.error("mail waits for the database", metadata: ["error": "\(error)"]) }
            isDatabaseAway = true
            return []
        }
    }

    private mutating func send(_ claims: [Outbox.Claim]) async {
        let end = sender.outbox.clock.now() + Self.longestRound
        var postponed: [(id: Int64, until: Instant)] = []
        var rest = claims[...]
        var isAway = false
        while !isAway, !Task.isCancelled, sender.outbox.clock.now() < end, let claim = rest.first {
            guard let message = await open(claim) else {
                rest.removeFirst()
                continue
            }
            if let until = pace.wait(for: message.to.domain, isBulk: claim.sealed.isBulk, at: sender.outbox.clock.now()) {
                postponed.append((claim.id, until))
                rest.removeFirst()
                continue
            }
            let delivery = await session.deliver(sender.composer.letter(claim.id, message, at: sender.outbox.clock.now()))
            if let result = result(claim.id, delivery) {
                await results.add(result)
                rest.removeFirst()
            }
            isAway = notice(delivery)
        }
        await settle(unsent: rest.map(\.id), postponed: postponed)
        if isAway { try? await Task.sleep(for: pause) }
    }

    /// The message of a claim; one that cannot be read any more has failed.
    private func open(_ claim: Outbox.Claim) async -> Message? {
        do { return try sender.outbox.open(claim.sealed) } catch {
            sender.logger.error("a message in the outbox cannot be read", metadata: ["mail": "\(claim.id)", "error": "\(error)"])
            await results.add(.failed(claim.id, "the stored message cannot be read (\(error))", mailboxIsGone: false))
            return nil
        }
    }

    /// What to write down; nil if the letter had no part in the trouble and stays as it is.
    private func result(_ id: Int64, _ delivery: Delivery) -> Outbox.Result? {
        switch delivery {
        case .accepted: .sent(id)
        case .interrupted(let words): .deferred(id, words)
        case .unavailable: nil
        case .refused(let reply, _) where reply.isTemporary: .deferred(id, reply.text)
        case .refused(let reply, let aboutRecipient):
            .failed(id, reply.text, mailboxIsGone: aboutRecipient && reply.saysMailboxIsGone)
        }
    }

    /// Whether the server is in trouble; counts and logs it.
    private mutating func notice(_ delivery: Delivery) -> Bool {
        switch delivery {
        case .accepted, .refused:
            if troubles > 0 { sender.logger.notice("the mail server is back") }
            troubles = 0
            return false
        case .interrupted(let words), .unavailable(let words):
            troubles += 1
            sender.logger.warning(
                "mail waits for the mail server", metadata: ["error": "\(words)", "seconds": "\(pause.components.seconds)"])
            return true
        }
    }

    private var pause: Duration {
        min(sender.timing.firstPause * (1 << min(max(troubles - 1, 0), 10)), sender.timing.longestPause)
    }

    private func settle(unsent: [Int64], postponed: [(id: Int64, until: Instant)]) async {
        guard !unsent.isEmpty || !postponed.isEmpty else { return }
        do {
            let outbox = sender.outbox
            try await sender.database.write { db in
                try outbox.giveBack(unsent, on: db)
                try outbox.postpone(postponed, on: db)
            }
        } catch {
            // Their leases end by themselves.
            sender.logger.error("unsent mail could not be given back", metadata: ["error": "\(error)"])
        }
    }
}
