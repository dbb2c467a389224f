public import Secrets
internal import Storage
public import Time

/// All SQL of second factors and recovery codes. Seeds are sealed with the site's secret, codes are stored as hashes.
public struct SecondFactorStore: Sendable {
    /// How many recovery codes are given out.
    static let codes = 10
    /// How long a seed that was shown may be confirmed.
    static let offerHolds = Duration.hours(1)

    private let key: PurposeKey
    private let offers: PurposeKey
    private let clock: Clock

    /// A store whose seeds only this site can read.
    public init(secrets: Secrets, clock: Clock) {
        key = secrets.key(for: "people.totp")
        offers = secrets.key(for: "people.totp.offer")
        self.clock = clock
    }

    /// A seed that is shown to a person and not stored yet: what the form carries back, readable by this site alone and for this person alone.
    func offer(_ seed: TOTPSeed, to person: Int64) throws -> String {
        let head =
            withUnsafeBytes(of: person.bigEndian) { Array($0) } + withUnsafeBytes(of: clock.now().milliseconds.bigEndian) { Array($0) }
        return Base64URL.encode(try offers.seal(head + seed.bytes))
    }

    /// The seed of an offer that was made to this person not long ago, or nil.
    func accept(_ offer: String, by person: Int64) -> TOTPSeed? {
        guard let sealed = Base64URL.decode(offer), let bytes = try? offers.open(sealed), bytes.count == 36 else { return nil }
        let numbers = [bytes[0..<8], bytes[8..<16]].map { $0.reduce(Int64(0)) { $0 << 8 | Int64($1) } }
        guard numbers[0] == person, clock.now() - Instant(milliseconds: numbers[1]) < Self.offerHolds else { return nil }
        return TOTPSeed(bytes: Array(bytes[16...]))
    }

    /// Keeps a seed whose first code was right, and gives new recovery codes. The step of that code is used up.
    func enrol(_ person: Int64, seed: TOTPSeed, step: Int64, on db: any Writer) throws -> [RecoveryCode] {
        try db.run(
            """
            INSERT INTO second_factor (person, seed, last_step, created_at) VALUES (\(person), \(key.seal(seed.bytes)), \(step), \(clock.now()))
            ON CONFLICT (person) DO UPDATE SET seed = excluded.seed, last_step = excluded.last_step, created_at = excluded.created_at
            """)
        return try renewCodes(of: person, on: db)
    }

    /// Gives new recovery codes; the earlier ones are worth nothing from now on.
    func renewCodes(of person: Int64, on db: any Writer) throws -> [RecoveryCode] {
        let codes = (0..<Self.codes).map { _ in RecoveryCode.random() }
        try db.run("DELETE FROM recovery_code WHERE person = \(person)")
        try db.run("INSERT INTO recovery_code (person, hash) \(values: codes.map { [person, $0.hash] })")
        return codes
    }

    /// How many recovery codes are left.
    func codesLeft(of person: Int64, on db: any Reader) throws -> Int {
        try db.value("SELECT count(*) FROM recovery_code WHERE person = \(person)") ?? 0
    }

    /// Takes a code of the app or a recovery code; false if it is wrong or was used before. Used up in the same statement that looks, so that
    /// two requests cannot both use it.
    func use(_ typed: String, by person: Int64, on db: any Writer) throws -> Bool {
        let digits = typed.filter { $0 != " " }
        if let row = try db.row("SELECT seed, last_step FROM second_factor WHERE person = \(person)") {
            let seed = TOTPSeed(bytes: try key.open(try row["seed"] as [UInt8]))
            if let step = seed.step(of: digits, at: clock.now(), after: try row["last_step"]) {
                return try db.run(
                    "UPDATE second_factor SET last_step = \(step) WHERE person = \(person) AND (last_step IS NULL OR last_step < \(step))")
                    == 1
            }
        }
        guard let code = RecoveryCode(typed: typed) else { return false }
        return try db.run("DELETE FROM recovery_code WHERE person = \(person) AND hash = \(code.hash)") == 1
    }

    /// Takes the second factor away.
    func remove(_ person: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM second_factor WHERE person = \(person)")
        try db.run("DELETE FROM recovery_code WHERE person = \(person)")
    }
}
