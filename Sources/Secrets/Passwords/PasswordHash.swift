internal import Crypto
internal import CryptoExtras

internal import struct Foundation.Data

/// A password as it is stored: scrypt (RFC 7914) with its parameters and salt, in the PHC string format
/// `$scrypt$ln=14,r=8,p=5$salt$key`, so that parameters can rise without anybody's password being lost.
public struct PasswordHash: Sendable, Hashable {
    /// The string that the database keeps.
    public let text: String

    /// What one derivation costs.
    public struct Cost: Sendable, Hashable {
        /// The binary logarithm of the number of rounds.
        let logRounds: Int
        let blockSize: Int
        let parallelism: Int

        /// 16 MiB and a fifth of a second on a small server: OWASP's Password Storage Cheat Sheet, scrypt, the setting with the least memory but one.
        public static let standard = Cost(logRounds: 14, blockSize: 8, parallelism: 5)

        /// Next to nothing, for tests: whoever stores such a hash gives the password away.
        public static let least = Cost(logRounds: 1, blockSize: 8, parallelism: 1)

        /// What a stored string may ask for: it could have been written by somebody who wants us to stand still.
        var isBearable: Bool {
            (1...17).contains(logRounds) && (1...16).contains(blockSize) && (1...16).contains(parallelism)
        }
    }

    let cost: Cost
    let salt: [UInt8]
    let key: [UInt8]

    /// The hash that was stored so; nil if it is none of ours.
    public init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Cost(parts[2]), cost.isBearable,
            let salt = Base64URL.decode(String(parts[3])), let key = Base64URL.decode(String(parts[4])), key.count == 32
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
        text = "$scrypt$\(cost.description)$\(Base64URL.encode(salt))$\(Base64URL.encode(key))"
    }

    /// Derives the hash of a password; slow on purpose.
    static func make(of password: String, cost: Cost) throws -> PasswordHash {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        return PasswordHash(cost: cost, salt: salt, key: try derive(password, salt: salt, cost))
    }

    /// Whether the password is the one that was hashed; slow on purpose, and in constant time for the comparison.
    func matches(_ password: String) throws -> Bool {
        let derived = try Self.derive(password, salt: salt, cost)
        return SHA256.hash(data: Data(derived)) == SHA256.hash(data: Data(key))
    }

    private static func derive(_ password: String, salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
            parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

extension PasswordHash.Cost {
    /// Reads `ln=14,r=8,p=5`.
    fileprivate init?(_ text: Substring) {
        let pairs = text.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        guard pairs.map(\.first) == ["ln", "r", "p"] else { return nil }
        let numbers = pairs.compactMap { $0.count == 2 ? Int($0[1]) : nil }
        guard numbers.count == 3 else { return nil }
        self.init(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    }

    fileprivate var description: String { "ln=\(logRounds),r=\(blockSize),p=\(parallelism)" }
}
