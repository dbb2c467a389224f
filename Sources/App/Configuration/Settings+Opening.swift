internal import Foundation
internal import Storage
internal import Time

extension Settings {
    /// Makes the data folder where it is missing. Throws `Problem` in words: nobody looks for a folder behind the number of an error.
    func makeDataFolder() throws {
        do {
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        } catch {
            throw Problem(.data, "names a folder that cannot be made, \(dataPath): \(Self.reason(error))")
        }
    }

    /// The secret that keys are derived from; it is made where there is none.
    func secretMadeIfNeeded() throws -> [UInt8] {
        if let secret { return Array(secret.utf8) }
        do {
            return try SecretFile.read(orMakeIn: data)
        } catch let error as CocoaError {
            throw Problem(.data, "names a folder in which the site's secret cannot be read or made, \(dataPath): \(Self.reason(error))")
        }
    }

    /// The database, opened. A lock or an absent server keeps its own words; what is wrong with the file is said with its path.
    func openDatabase(limits: Limits = Limits(), clock: Clock) async throws -> Database {
        do {
            return try await Database.open(database, limits: limits, clock: clock)
        } catch StorageError.other(let words) {
            guard case .sqlite(let path) = database else { throw StorageError.other(words) }
            throw Problem(.database, "names a file that cannot be opened as a database, \(path): \(words)")
        }
    }

    private var dataPath: String { data.path(percentEncoded: false) }

    /// What the machine says: permission denied, no such directory.
    private static func reason(_ error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        return cause.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(cause.code))) : "it cannot be written, or is no folder"
    }
}
