import Foundation
import Secrets
import Testing
import Text
import Time

@testable import Mail

/// What the tests of this room send.
enum Samples {
    static let secrets = Secrets(master: Array(repeating: 7, count: 32))
    static let now = Instant(milliseconds: 1_792_224_000_000)

    static func mailbox(_ text: String) throws -> Mailbox {
        try #require(Mailbox(text))
    }

    static func catalogue() throws -> Catalogue {
        try Catalogue(files: [URL(filePath: #filePath).appending(path: "../../../Sources/Mail/Mail.xcstrings").standardized])
    }

    static func composer(name: String = "Protection sociale pour tous", replyTo: String? = nil) throws -> Composer {
        let letterhead = Letterhead(from: try mailbox("socle@example.org"), replyTo: replyTo.flatMap { Mailbox($0) }) { _ in name }
        return Composer(letterhead: letterhead, catalogue: try catalogue(), secrets: secrets)
    }

    static func message(
        to: String = "amina@example.sn", language: Language = .french, subject: String = "Confirmez votre signature",
        blocks: [Message.Block]? = nil, origin: Int64 = 12, unsubscribe: String? = nil
    ) throws -> Message {
        Message(
            to: try mailbox(to), language: language, subject: subject,
            blocks: blocks ?? [
                .paragraph("Bonjour Amina,\nmerci d’avoir signé. Il reste un pas à faire."),
                .button(label: "Confirmer ma signature", url: "https://example.org/fr/signatures/confirmation?token=abc&x=é"),
                .code("482 913"),
                .note("Ce lien est valable sept jours."),
            ],
            origin: MailOrigin(kind: "signature", id: origin), unsubscribe: unsubscribe)
    }
}
