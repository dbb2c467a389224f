/// How a backup is written. Whoever changes it raises the version, and keeps reading the older ones.
///
///     socle backup 1                       a line in the clear: what this is, and in which form
///     …                                    records, packed as one gzip stream
///     sha256 0123…                         a line in the clear: the SHA-256 of every byte before it, in hexadecimal
///
/// The records, in this order (`number` is LEB128, `text` and `bytes` are a number and then that many bytes):
///
///     M  text                              the manifest, JSON
///     S  bytes                             the site's secret, if it is part of the backup
///     T  text, number, columns, value      a table: its name, its columns (name, one byte for the type), the last key given out
///     R  values                            a row of the table begun last
///     E  number                            the end of that table, and how many rows it has
///     .  number                            the end, and how many tables there are
///
/// A value is one byte for its kind and then: nothing (null), a number in zigzag form (integer), eight bytes, the highest first (real),
/// text, or bytes. Files (media) will be another record between tables and end, and another version.
enum BackupFormat {
    static let version = 1
    static let greeting = "socle backup "
    static let sealing = "sha256 "

    /// Bytes of the last line: the word, 64 digits and the line break.
    static let sealCount = sealing.utf8.count + 65
    /// No first line is longer than this.
    static let longestGreeting = 40

    static var firstLine: String { "\(greeting)\(version)\n" }

    /// What a record is.
    enum Record: UInt8 {
        case manifest = 0x4d
        case secret = 0x53
        case table = 0x54
        case row = 0x52
        case endOfTable = 0x45
        case end = 0x2e
    }

    /// What a value is.
    enum Kind: UInt8 {
        case null = 0
        case integer = 1
        case real = 2
        case text = 3
        case bytes = 4
        /// Only for columns: the number that the engine assigns.
        case key = 5
    }
}

extension String {
    /// Bytes in hexadecimal.
    init(hexadecimal bytes: some Sequence<UInt8>) {
        let digits = Array("0123456789abcdef".utf8)
        self.init(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
