internal import Secrets
internal import Site
internal import Storage

/// By what a database knows the secret that it was written with. With another one waiting mail could not be read and would be given up, mailed
/// links would lead nowhere, and nobody would know why.
public enum SecretMark {
    /// The secret in force is not the one that the database was written with. The words are for an administrator.
    public struct Differs: Error, CustomStringConvertible {
        /// What to do.
        public var description: String {
            "this database was written with another secret: mail that waits cannot be read with this one, and mailed links do not work. "
                + "Set the right one (\(Setting.secret.variable), or the file secret in the data folder). If it is lost for good: "
                + "socle migrate --new-secret"
        }
    }

    /// Notes the secret in a database that knows none. Throws `Differs` if it knows another.
    static func check(_ secrets: Secrets, on database: Database) async throws {
        let mark = text(secrets)
        let known = try await database.write { db -> String in
            if let known = try SiteStore.secretMark(on: db) { return known }
            try SiteStore.putSecretMark(mark, on: db)
            return mark
        }
        guard known == mark else { throw Differs() }
    }

    /// Takes the secret of a program for the right one from now on.
    public static func accept(of program: Program) async throws {
        try await accept(program.secrets, on: program.database)
    }

    static func accept(_ secrets: Secrets, on database: Database) async throws {
        try await database.write { try SiteStore.putSecretMark(text(secrets), on: $0) }
    }

    /// Whether a database knows another secret.
    static func differs(_ secrets: Secrets, on db: any Reader) throws -> Bool {
        try SiteStore.secretMark(on: db).map { $0 != text(secrets) } ?? false
    }

    /// Tells nothing about the secret.
    private static func text(_ secrets: Secrets) -> String {
        Digest.hex(secrets.key(for: "mark").code(for: [UInt8]()), first: 16)
    }
}
