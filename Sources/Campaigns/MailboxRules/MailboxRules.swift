internal import Foundation
public import Storage
internal import Text

/// The rules by which two ways of writing a mailbox are known to be the same one. Rules are data: a table that administrators edit.
public struct MailboxRules: Sendable {
    struct Rule: Sendable {
        let sameAs: String?
        let ignoresDots: Bool
        let tagMark: UInt8?
    }

    let rules: [String: Rule]

    /// Stands for every domain that has no rule of its own.
    static let others = "*"

    init(rules: [String: Rule]) {
        self.rules = rules
    }

    /// The rules in the database.
    public static func read(on db: any Reader) throws -> MailboxRules {
        let rows = try db.rows("SELECT domain, same_as, ignores_dots, tag_mark FROM mailbox_rule")
        return MailboxRules(
            rules: try rows.reduce(into: [:]) { rules, row in
                let mark: String? = try row["tag_mark"]
                let rule = Rule(sameAs: try row["same_as"], ignoresDots: try row["ignores_dots"], tagMark: mark?.utf8.first)
                rules[try row["domain"]] = rule
            })
    }

    /// The one form of a mailbox that all ways of writing it share: `Ama.Da+x@GoogleMail.com` is `amada@gmail.com`. Only for comparing;
    /// mail goes to the address as it was typed.
    public func key(for mailbox: String) -> String {
        let isASCII = mailbox.utf8.allSatisfy { $0 < 0x80 }
        let folded = Array((isASCII ? mailbox : mailbox.precomposedStringWithCompatibilityMapping).lowercased().utf8)
        guard let at = folded.lastIndex(of: UInt8(ascii: "@")) else { return String(decoding: folded, as: UTF8.self) }
        let domain = String(decoding: folded[(at + 1)...], as: UTF8.self)
        var local = Array(folded[..<at])
        let rule = rules[domain] ?? rules[Self.others]
        if let mark = rule?.tagMark, let tag = local.firstIndex(of: mark), tag > 0 { local = Array(local[..<tag]) }
        if rule?.ignoresDots == true { local.removeAll { $0 == UInt8(ascii: ".") } }
        return "\(String(decoding: local, as: UTF8.self))@\(rule?.sameAs ?? domain)"
    }
}
