internal import Foundation

/// A file that appears under its name only when all of it is on the disk, readable by its owner alone. Until then it is called
/// `NAME.unfinished`: it goes when the writing fails, and after a power cut the next attempt writes over it.
public final class OutputFile {
    /// How many bytes were written.
    public private(set) var count = 0
    private let destination: Destination
    private let descriptor: Int32
    private var isUnfinished: Bool

    /// Opens the destination. Throws `FileFailure`.
    public init(_ destination: Destination) throws(FileFailure) {
        self.destination = destination
        guard case .file(let path, let isReplacing) = destination else {
            descriptor = FileHandle.standardOutput.fileDescriptor
            isUnfinished = false
            return
        }
        guard isReplacing || access(path, F_OK) != 0 else { throw .exists(path) }
        descriptor = open(Self.draft(of: path), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        isUnfinished = false
        guard descriptor >= 0 else { throw FileFailure(path) }
        // Two that write the same file would spoil each other's; a lock ends with its program, however that ends.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw FileFailure(path) }
        isUnfinished = true
        guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw FileFailure(path) }
    }

    deinit {
        guard case .file(let path, _) = destination, descriptor >= 0 else { return }
        if isUnfinished { unlink(Self.draft(of: path)) }
        close(descriptor)
    }

    /// Writes bytes behind those written before.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw FileFailure("\(destination)")
            }
            rest = rest.dropFirst(written)
        }
        count += bytes.count
    }

    /// Writes text.
    public func write(_ text: String) throws {
        try Array(text.utf8).withUnsafeBytes { try write($0) }
    }

    /// Makes sure that everything is on the disk, and gives the file its name.
    public func finish() throws(FileFailure) {
        guard case .file(let path, let isReplacing) = destination else { return }
        guard fsync(descriptor) == 0 else { throw FileFailure(path) }
        guard isReplacing || access(path, F_OK) != 0 else { throw .exists(path) }
        guard rename(Self.draft(of: path), path) == 0 else { throw FileFailure(path) }
        isUnfinished = false
        // The new name is only safe from a power cut once its folder is on the disk; where a folder cannot be opened it cannot be helped.
        let folder = open(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func draft(of path: String) -> String { "\(path).unfinished" }
}
