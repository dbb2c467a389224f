internal import CCurl

/// The letter under way and what is known of its way. The functions below are called by libcurl with a pointer to it.
struct Transfer {
    /// How far a letter has come; tells a refusal of this letter from trouble with the server.
    enum Stage {
        /// Connecting, greeting, signing in.
        case opening
        /// MAIL FROM is sent.
        case sender
        /// RCPT TO is sent.
        case recipient
        /// DATA is sent.
        case content
    }

    private let letter: [UInt8]
    private var sent = 0
    /// The first line of the server's last answer, before we said goodbye.
    private(set) var reply: [UInt8] = []
    private var isAnswerUnfinished = false
    private var hasQuit = false
    /// How far the letter has come.
    private(set) var stage = Stage.opening

    init(letter: [UInt8] = []) {
        self.letter = letter
    }

    fileprivate mutating func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, letter.count - sent)
        buffer.copyBytes(from: letter[sent..<(sent + count)])
        sent += count
        return count
    }

    fileprivate mutating func note(reply line: UnsafeRawBufferPointer) {
        // Large providers explain themselves over many lines; the first says most.
        if !isAnswerUnfinished, !hasQuit { reply = Array(line.prefix(512)) }
        isAnswerUnfinished = line.count > 3 && line[3] == UInt8(ascii: "-")
    }

    fileprivate mutating func note(command: UnsafeRawBufferPointer) {
        if command.starts(with: "MAIL".utf8) { stage = .sender }
        if command.starts(with: "RCPT".utf8) { stage = .recipient }
        if command.starts(with: "DATA".utf8) { stage = .content }
        if command.starts(with: "QUIT".utf8) { hasQuit = true }
    }
}

/// `CURLOPT_READFUNCTION`: the next bytes of the letter.
func readLetter(_ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    guard let context else { return 0 }
    return context.assumingMemoryBound(to: Transfer.self).pointee.take(
        into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

/// `CURLOPT_HEADERFUNCTION`: a line from the server.
func noteReply(_ line: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
    context?.assumingMemoryBound(to: Transfer.self).pointee.note(reply: UnsafeRawBufferPointer(start: line, count: size * count))
    return size * count
}

/// `CURLOPT_DEBUGFUNCTION`: a command to the server. Credentials pass by here; only the four letters are looked at, nothing is written.
func noteCommand(
    _ handle: UnsafeMutableRawPointer?, _ type: curl_infotype, _ text: UnsafeMutablePointer<CChar>?, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> CInt {
    if type == CURLINFO_HEADER_OUT {
        context?.assumingMemoryBound(to: Transfer.self).pointee.note(command: UnsafeRawBufferPointer(start: text, count: count))
    }
    return 0
}
