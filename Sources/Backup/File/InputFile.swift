internal import Foundation

/// A file that is read more than once. Standard input is copied to a file without a name first.
public final class InputFile: Sendable {
    /// Where it comes from, in words.
    let name: String
    /// Its length in bytes.
    let count: Int
    private let descriptor: Int32

    /// Opens a file, or takes in standard input for `-`. Throws `FileFailure`.
    public convenience init(_ name: String) throws(FileFailure) {
        if name == "-" {
            try self.init(copying: FileHandle.standardInput.fileDescriptor)
        } else {
            let descriptor = open(name, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileFailure(name) }
            try self.init(descriptor, name: name)
        }
    }

    private init(_ descriptor: Int32, name: String) throws(FileFailure) {
        self.descriptor = descriptor
        self.name = name
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw FileFailure(name) }
        count = Int(facts.st_size)
    }

    private convenience init(copying input: Int32) throws(FileFailure) {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appending(path: "socle-restore-\(UInt64.random(in: .min ... .max))").path(percentEncoded: false)
        let copy = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard copy >= 0 else { throw FileFailure(path) }
        // Nobody else finds it, and it goes with the program.
        unlink(path)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let taken = Foundation.read(input, &buffer, buffer.count)
            if taken == 0 { break }
            guard taken > 0 || errno == EINTR else { throw FileFailure("standard input") }
            var sent = 0
            while sent < taken {
                let written = buffer.withUnsafeBytes { Foundation.write(copy, $0.baseAddress?.advanced(by: sent), taken - sent) }
                guard written >= 0 || errno == EINTR else { throw FileFailure(path) }
                sent += max(written, 0)
            }
        }
        try self.init(copy, name: "standard input")
    }

    deinit {
        close(descriptor)
    }

    /// Up to `limit` bytes from a position on; fewer only at the end of the file.
    func bytes(from position: Int, atMost limit: Int) throws(FileFailure) -> [UInt8] {
        var failure: FileFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, min(limit, count - position))) { buffer, taken in
            while taken < buffer.count {
                let got = pread(descriptor, buffer.baseAddress?.advanced(by: taken), buffer.count - taken, off_t(position + taken))
                if got == 0 { break }
                if got < 0, errno != EINTR {
                    failure = FileFailure(name)
                    break
                }
                taken += max(got, 0)
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
