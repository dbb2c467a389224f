internal import CCurl
internal import Time

/// A libcurl handle and its one connection. Not thread-safe: it lives inside `SMTPSession`.
final class SMTPConnection {
    private let handle: UnsafeMutableRawPointer
    private let transfer: UnsafeMutablePointer<Transfer>
    /// Whether the last letter went over a connection that an earlier one had opened.
    private(set) var wasReused = false

    /// A handle ready to connect, or nil if libcurl has no memory or lacks what we need.
    init?(server: SMTPServer, hello: String, patience: SMTPPatience) {
        guard library == CURLE_OK, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        transfer = .allocate(capacity: 1)
        transfer.initialize(to: Transfer())
        guard configure(server: server, hello: hello, patience: patience) else { return nil }
    }

    deinit {
        curl_easy_cleanup(handle)
        transfer.deinitialize(count: 1)
        transfer.deallocate()
    }

    /// Sends one letter and says what came of it.
    func deliver(_ letter: Letter) -> Delivery {
        transfer.pointee = Transfer(letter: letter.bytes)
        let recipients = curl_slist_append(nil, "<\(letter.recipient.address)>")
        defer { curl_slist_free_all(recipients) }
        guard recipients != nil, socle_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(letter.sender)>") == CURLE_OK,
            socle_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients) == CURLE_OK,
            socle_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(letter.bytes.count)) == CURLE_OK
        else { return .unavailable("libcurl has no memory") }
        let result = curl_easy_perform(handle)
        wasReused = number(CURLINFO_NUM_CONNECTS) == 0
        return result == CURLE_OK ? .accepted : failure(result)
    }

    /// Does everything that comes before a letter. Answers why that is not possible.
    func check() -> String? {
        transfer.pointee = Transfer()
        guard socle_curl_set_number(handle, CURLOPT_CONNECT_ONLY, 1) == CURLE_OK else { return "libcurl has no memory" }
        let result = curl_easy_perform(handle)
        return result == CURLE_OK ? nil : words(for: result, SMTPReply(line: transfer.pointee.reply))
    }

    private func words(for result: CURLcode, _ reply: SMTPReply) -> String {
        let cause = String(cString: curl_easy_strerror(result))
        return reply.text.isEmpty ? cause : "\(cause): \(reply.text)"
    }

    private func failure(_ result: CURLcode) -> Delivery {
        let reply = SMTPReply(line: transfer.pointee.reply)
        let words = words(for: result, reply)
        // 421 closes the connection whatever was asked; 2xx and 3xx are answers to what came before the connection broke.
        let isRefusal = (400..<600).contains(reply.code) && reply.code != 421 && result != CURLE_OPERATION_TIMEDOUT
        switch transfer.pointee.stage {
        case .opening: return .unavailable(words)
        // The only refusal of the sender that is about this letter: it is too large.
        case .sender: return reply.code == 552 ? .refused(reply, aboutRecipient: false) : .unavailable(words)
        case .recipient: return isRefusal ? .refused(reply, aboutRecipient: true) : .interrupted(words)
        case .content: return isRefusal ? .refused(reply, aboutRecipient: false) : .interrupted(words)
        }
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return socle_curl_get_number(handle, info, &value) == CURLE_OK ? value : 0
    }

    private func configure(server: SMTPServer, hello: String, patience: SMTPPatience) -> Bool {
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        let encryption =
            switch server.tls {
            case .off: CURLUSESSL_NONE
            case .offered: CURLUSESSL_TRY
            case .required, .implicit: CURLUSESSL_ALL
            }
        // libcurl takes the name for EHLO from the path.
        var texts: [(CURLoption, String)] = [
            (CURLOPT_URL, "\(server.tls == .implicit ? "smtps" : "smtp")://\(host):\(server.port)/\(hello)"),
            (CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            // Otherwise a proxy named in the environment would be asked.
            (CURLOPT_PROXY, ""),
        ]
        if let user = server.user { texts.append((CURLOPT_USERNAME, user)) }
        if let password = server.password { texts.append((CURLOPT_PASSWORD, password)) }
        if let certificates = server.certificates { texts.append((CURLOPT_CAINFO, certificates)) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_USE_SSL, Int(encryption.rawValue)), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_UPLOAD, 1), (CURLOPT_VERBOSE, 1), (CURLOPT_MAXCONNECTS, 1),
            (CURLOPT_CONNECTTIMEOUT_MS, Int(patience.connect.milliseconds)), (CURLOPT_TIMEOUT_MS, Int(patience.letter.milliseconds)),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, Int(patience.answer.components.seconds)),
        ]
        let contexts = [CURLOPT_READDATA, CURLOPT_HEADERDATA, CURLOPT_DEBUGDATA]
        return texts.allSatisfy { socle_curl_set_text(handle, $0.0, $0.1) == CURLE_OK }
            && numbers.allSatisfy { socle_curl_set_number(handle, $0.0, $0.1) == CURLE_OK }
            && contexts.allSatisfy { socle_curl_set_context(handle, $0, transfer) == CURLE_OK }
            && socle_curl_set_reader(handle, readLetter) == CURLE_OK
            && socle_curl_set_header_writer(handle, noteReply) == CURLE_OK
            && socle_curl_set_debugger(handle, noteCommand) == CURLE_OK
    }
}

/// libcurl must be set up once in a program, before its first use.
private let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
