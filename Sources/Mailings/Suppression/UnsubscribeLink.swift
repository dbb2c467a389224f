internal import Foundation
internal import Secrets

/// What the link in a mail knows: whose mailbox it stops, from which kind of mails, because of which mailing. It is sealed with the site's secret and
/// kept nowhere: it works for as long as the site does, also when everything about the mailing is forgotten.
struct UnsubscribeLink: Sendable, Hashable {
    /// Whose mails stop.
    let mailbox: String
    /// The kind of people as which they were written to.
    let source: String
    /// The mailing, or 0 in a mail that somebody sent to themselves to look at it.
    let mailing: Int64

    /// Whether it came with a mail that somebody sent to themselves: pressing the button shows what would happen.
    var isTrial: Bool { mailing == 0 }

    /// What stands in the address.
    func token(_ key: PurposeKey) throws -> String {
        let bytes = try key.seal(Array("\(mailing)\n\(source)\n\(mailbox)".utf8))
        return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The link that an address holds; nil if this site did not make it.
    init?(token: String, _ key: PurposeKey) {
        guard token.utf8.count < 1000 else { return nil }
        let padding = String(repeating: "=", count: (4 - token.utf8.count % 4) % 4)
        let base64 = token.replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let sealed = Data(base64Encoded: base64), let bytes = try? key.open(sealed) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let mailing = Int64(parts[0]) else { return nil }
        self.init(mailbox: parts[2], source: parts[1], mailing: mailing)
    }

    init(mailbox: String, source: String, mailing: Int64) {
        self.mailbox = mailbox
        self.source = source
        self.mailing = mailing
    }
}
