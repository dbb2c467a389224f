internal import Foundation
internal import Storage
internal import Text

extension Doctor {
    private var folder: String { settings.data.path(percentEncoded: false) }

    func dataFolder() -> Finding {
        let place = "data folder"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            return .fail(place, "\(folder) does not exist", mend: "make it (mkdir -m 750), or set \(Setting.data.variable)")
        }
        guard isFolder.boolValue else { return .fail(place, "\(folder) is no folder", mend: "set \(Setting.data.variable)") }
        guard access(folder, W_OK | R_OK | X_OK) == 0 else {
            return .fail(
                place, "\(folder) cannot be read and written by \(NSUserName())", mend: "give it to that user (chown), or run as its owner")
        }
        guard let mode = mode(of: folder), mode & 0o007 == 0 else {
            return .warn(place, "everybody on the machine may look into \(folder)", mend: "chmod 750 \(folder)")
        }
        return .ok(place, folder)
    }

    func secret() -> Finding {
        let place = "secret"
        let path = SecretFile.path(in: settings.data)
        do {
            guard let secret = try settings.secretInForce() else {
                return .warn(
                    place, "there is none yet; the first start makes it", mend: "restore the old one first, if there was a site before")
            }
            guard Set(secret).count >= 12 else {
                return .warn(
                    place, "it could be guessed: it repeats few characters",
                    mend: "a new site should have a random one (openssl rand -base64 32); on a running site a new one ends mailed links")
            }
            if settings.secret != nil { return .ok(place, "set by \(Setting.secret.variable)") }
            guard let mode = mode(of: path), mode & 0o077 == 0 else {
                return .fail(place, "others may read \(path)", mend: "chmod 600 \(path)")
            }
            return .ok(place, path)
        } catch {
            return .fail(place, "\(error)", mend: "restore \(path) from a backup, readable by \(NSUserName())")
        }
    }

    func disk() -> Finding {
        let place = "disk"
        guard let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder),
            let free = facts[.systemFreeSize] as? Int
        else { return .warn(place, "the free space could not be read", mend: "see df -h") }
        let megabytes = free / 1_000_000
        if megabytes < 100 { return .fail(place, "\(megabytes) MB are free", mend: "make room: forms are refused when the disk is full") }
        if megabytes < 1_000 { return .warn(place, "\(megabytes) MB are free", mend: "make room before a campaign begins") }
        return .ok(place, "\(megabytes / 1_000) GB are free")
    }

    func resources() -> Finding {
        let place = "resources"
        do {
            let folder = try ResourceFolder(environment: settings.resources, program: program)
            let gaps = try Catalogue(resources: folder).gaps()
            guard gaps.isEmpty else {
                return .warn(
                    place, "words are missing: \(gaps.prefix(3).map(\.description).joined(separator: ", "))", mend: "install them anew")
            }
            return .ok(place, "\(folder.url.path(percentEncoded: false)), every language complete")
        } catch {
            return .fail(place, "\(error)", mend: "install the socle_….resources folders that belong to this program")
        }
    }

    func pageCache() -> Finding {
        settings.pageCache == 0
            ? .warn("page cache", "it is off: every page is made for every visitor", mend: "unset \(Setting.pageCache.variable)")
            : .ok("page cache", "\(settings.pageCache / 1_000_000) MB")
    }

    private func mode(of path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }
}
