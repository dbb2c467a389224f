/// A message as an SMTP server takes it: envelope and bytes.
struct Letter: Sendable {
    /// The envelope sender, to which a server returns what it cannot deliver.
    let sender: String
    /// The envelope recipient.
    let recipient: Mailbox
    /// Head and body, ASCII in lines of at most 998 characters that end in CRLF.
    let bytes: [UInt8]
}
