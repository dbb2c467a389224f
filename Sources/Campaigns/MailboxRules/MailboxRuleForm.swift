internal import Design
internal import Web

/// What a moderator sends about the mailboxes of a domain.
enum MailboxRuleForm {
    /// What may stand between a mailbox and a tag of its owner's.
    static let marks = ["+", "-", "="]
    static let longestDomain = 190

    /// Reads a rule. Problems are collected in `check`; with any there is no rule.
    static func decode(_ check: inout FormCheck, among rules: MailboxRules) -> (domain: String, rule: MailboxRules.Rule)? {
        let domain = domain("domain", required: true, &check)
        let other = self.domain("sameAs", required: false, &check)
        let mark = check.choice("mark", among: marks)
        let ignoresDots = check.flag("dots")
        // All the others are no one domain: they cannot be one and the same as another.
        if domain == MailboxRules.others, other != nil { check.fail("sameAs", "campaigns.problem.othersSameAs") }
        if other == MailboxRules.others || other != nil && other == domain { check.fail("sameAs", "campaigns.problem.sameAs") }
        guard check.isClean, let domain else { return nil }
        // One step leads to the domain that is meant: no chains, no circles.
        let end = other.map { rules.rules[$0]?.sameAs ?? $0 }
        guard end != domain else {
            check.fail("sameAs", "campaigns.problem.sameAs")
            return nil
        }
        return (domain, .init(sameAs: end, ignoresDots: ignoresDots, tagMark: mark?.utf8.first))
    }

    private static func domain(_ name: String, required: Bool, _ check: inout FormCheck) -> String? {
        guard let typed = check.line(name, required: required, max: longestDomain)?.lowercased() else { return nil }
        guard typed != MailboxRules.others else { return typed }
        guard typed.utf8.allSatisfy({ $0 < 0x80 }), MailboxSyntax.accepts("a@\(typed)") else {
            check.fail(name, "campaigns.problem.domain")
            return nil
        }
        return typed
    }
}
