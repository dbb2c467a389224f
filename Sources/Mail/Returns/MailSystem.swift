/// Who writes that mail could not be delivered: the program that moves it, by the names which these programs have given themselves for decades.
enum MailSystem {
    /// Whether a From field names a mail system: by what stands before the @, or by the name beside the address.
    static func isSender(_ from: String) -> Bool {
        let from = MailBytes.lowered(from)
        let address = address(in: from)
        let local = address.prefix { $0 != "@" }
        let name = MailBytes.trimmed(from.replacing(address, with: "").filter { !"<>()\"".contains($0) })
        return locals.contains(String(local)) || localBeginnings.contains { local.hasPrefix($0) } || names.contains { name.hasPrefix($0) }
    }

    /// `x@y` of `Name <x@y>` and of `x@y (Name)`.
    private static func address(in from: String) -> String {
        if let open = from.lastIndex(of: "<") { return String(from[from.index(after: open)...].prefix { $0 != ">" }) }
        return String(from.prefix { $0 != " " && $0 != "(" })
    }

    private static let locals: Set = ["postmaster", "mail-daemon", "maildaemon", "mailrouter", "mail-router"]
    private static let localBeginnings = ["mailer-daemon", "mailerdaemon", "microsoftexchange"]
    private static let names = ["mail delivery system", "mail delivery subsystem", "mail delivery service", "mailer-daemon", "mail router"]
}
