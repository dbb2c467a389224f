internal import Web

/// What a new password must be: long, and nothing that is tried first. No rule asks for signs and digits (NIST SP 800-63B, section 5.1.1.2).
enum PasswordRule {
    /// In characters.
    static let shortest = 10

    /// Reads a new password. Problems are collected in `check`. `about` are words that must not be all of it: name, mailbox.
    static func decode(_ check: inout FormCheck, about: [String]) -> String? {
        guard let password = check.secret("password", min: shortest) else { return nil }
        let folded = password.lowercased()
        let isGuessable =
            Set(folded.unicodeScalars).count < 5
            || common.contains(where: { folded.hasPrefix($0) && folded.utf8.count < $0.utf8.count + 5 })
            || about.contains { !$0.isEmpty && folded == $0.lowercased() }
        guard !isGuessable else {
            check.fail("password", "people.problem.guessable")
            return nil
        }
        return password
    }

    /// Beginnings of the passwords that are tried first in our languages, where a few characters behind them help nobody.
    private static let common = [
        "password", "passw0rd", "motdepasse", "contraseña", "contrasena", "wachtwoord", "welkom", "welcome", "bienvenue", "bienvenido",
        "azerty",
        "azertyuiop", "qwerty", "qwertyuiop", "123456789", "1234567890", "0123456789", "abcdefghij", "iloveyou", "jetaime", "teamo",
        "changeme",
        "letmein", "administrator", "socialprotection", "protectionsociale", "sindicato", "solidarity", "solidarite",
    ]
}
