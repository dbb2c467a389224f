internal import Crypto
internal import Foundation

/// A backup that was read to its end once: it is one of Socle, in a form that this program knows, and every byte is as it was written.
public struct BackupFile: Sendable {
    /// What it says about itself.
    public let manifest: Manifest
    /// The site's secret, if it is part of the backup.
    public let secret: [UInt8]?
    private let file: InputFile
    private let packed: Range<Int>

    private static let piece = 1 << 18

    /// Reads and checks a backup. Throws `BackupError` or `FileFailure`.
    public init(checking file: InputFile) throws {
        self.file = file
        let start = try Self.checkFirstLine(of: file)
        let end = file.count - BackupFormat.sealCount
        guard end > start else { throw BackupError.damaged }
        try Self.checkSeal(of: file, from: end)
        packed = start..<end
        let records = try Self.records(of: file, packed)
        try records.expect(.manifest)
        manifest = try records.manifest()
        secret = try records.record() == .secret ? records.raw() : nil
    }

    /// The records from the first on.
    func records() throws -> RecordReader {
        try Self.records(of: file, packed)
    }

    private static func records(of file: InputFile, _ packed: Range<Int>) throws -> RecordReader {
        var position = packed.lowerBound
        let unpacker = try Unpacker {
            let bytes = try file.bytes(from: position, atMost: min(piece, packed.upperBound - position))
            position += bytes.count
            return bytes
        }
        return RecordReader(unpacker)
    }

    /// Answers where the first line ends.
    private static func checkFirstLine(of file: InputFile) throws -> Int {
        let head = try file.bytes(from: 0, atMost: BackupFormat.longestGreeting)
        guard let end = head.firstIndex(of: UInt8(ascii: "\n")), head.starts(with: BackupFormat.greeting.utf8),
            let version = Int(String(decoding: head[BackupFormat.greeting.utf8.count..<end], as: UTF8.self)), version > 0
        else { throw BackupError.notABackup(file.name) }
        guard version <= BackupFormat.version else { throw BackupError.newerFormat(version) }
        return end + 1
    }

    private static func checkSeal(of file: InputFile, from end: Int) throws {
        var hash = SHA256()
        var position = 0
        while position < end {
            let bytes = try file.bytes(from: position, atMost: min(piece, end - position))
            guard !bytes.isEmpty else { throw BackupError.damaged }
            hash.update(data: bytes)
            position += bytes.count
        }
        let seal = try file.bytes(from: end, atMost: BackupFormat.sealCount)
        let right = "\(BackupFormat.sealing)\(String(hexadecimal: hash.finalize()))\n"
        guard seal == Array(right.utf8) else { throw BackupError.damaged }
    }
}
