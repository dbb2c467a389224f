/// How programs that share a server tell each other what they changed: a `NOTIFY` with the node that speaks and a topic
/// a line, on a channel that sites in other schemas do not hear. `NOTIFY` makes commits wait for each other, so only writes that touch topics speak.
enum PostgresNotice {
    /// The name of the channel in SQL, within the 63 bytes that the server allows.
    private static let channel = "left('socle ' || current_schema(), 63)"

    /// What a connection must run to hear the messages.
    static let listening = "DO $$ BEGIN EXECUTE format('LISTEN %I', \(channel)); END $$"

    /// The server refuses 8000 bytes.
    private static let mostBytes = 7_900

    /// The messages that name all topics.
    static func payloads(_ topics: Set<Topic>, from node: UInt64) -> [String] {
        let head = String(node, radix: 16)
        var payloads: [String] = []
        for topic in topics {
            if let last = payloads.last, last.utf8.count + topic.name.utf8.count < mostBytes {
                payloads[payloads.count - 1] = "\(last)\n\(topic.name)"
            } else {
                payloads.append("\(head)\n\(topic.name)")
            }
        }
        return payloads
    }

    /// The statement that sends a message on commit.
    static func statement(_ payload: String) -> Statement {
        Statement(text: "SELECT pg_notify(\(channel), $1)", value: .text(payload), type: .text)
    }

    /// The topics in a message, or nil if this node sent it itself.
    static func topics(in payload: String, receivedBy node: UInt64) -> Set<Topic>? {
        let lines = payload.split(separator: "\n")
        guard let head = lines.first, head != String(node, radix: 16) else { return nil }
        return Set(lines.dropFirst().map { Topic(String($0)) })
    }
}
