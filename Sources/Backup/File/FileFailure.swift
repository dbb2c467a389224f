internal import Foundation

/// Why a file could not be read or written, in words for an administrator.
public enum FileFailure: Error, Sendable, Hashable {
    /// There is a file of that name, and nobody said that it may be written over.
    case exists(String)
    /// Another program writes this file at the moment.
    case busy(String)
    /// No space is left for it.
    case full(String)
    /// Anything else, in the system's words.
    case system(String, String)

    /// What the system's last error means for this file.
    init(_ path: String, code: Int32 = errno) {
        switch code {
        case ENOSPC, EDQUOT: self = .full(path)
        case EWOULDBLOCK: self = .busy(path)
        default: self = .system(path, String(cString: strerror(code)))
        }
    }
}

extension FileFailure: CustomStringConvertible {
    /// What is wrong, and what helps.
    public var description: String {
        switch self {
        case .exists(let path): "\(path) is there already: name another file, or say --force to write over it"
        case .busy(let path): "another program is writing \(path) at the moment"
        case .full(let path): "the disk is full: \(path) could not be written to its end, and nothing of it was kept"
        case .system(let path, let words): "\(path): \(words)"
        }
    }
}
