internal import Secrets
public import Storage
public import Time
public import Web

/// All SQL of files. They live in the database: they commit with the row that refers to them, are in every backup, and are there on every node.
/// The feature that keeps a file removes it.
public enum FileStore {
    /// Keeps an upload whose kind was checked; gives its key, or nil if it is of no kind that is known.
    public static func add(_ upload: Upload, at now: Instant, on db: any Writer) throws -> Int64? {
        guard let kind = upload.kind else { return nil }
        let digest = Digest.hex(upload.bytes, first: 8)
        return try db.value(
            """
            INSERT INTO file (name, kind, size, digest, created_at, content)
            VALUES (\(kind.named(upload.name)), \(kind), \(upload.bytes.count), \(digest), \(now), \(upload.bytes)) RETURNING id
            """)
    }

    /// A file without what is in it, or nil.
    public static func find(_ id: Int64, on db: any Reader) throws -> StoredFile? {
        try db.row("SELECT id, name, kind, size, digest, created_at FROM file WHERE id = \(id)").map { row in
            try StoredFile(
                id: row["id"], name: row["name"], kind: row["kind"], size: row["size"], digest: row["digest"], createdAt: row["created_at"])
        }
    }

    /// What is in a file from some byte on, at most so many bytes; nil if the file is gone.
    static func content(of id: Int64, from start: Int, atMost count: Int, on db: any Reader) throws -> [UInt8]? {
        // PostgreSQL knows `substr` of bytes for 32-bit numbers only.
        try db.value("SELECT substr(content, CAST(\(start + 1) AS integer), CAST(\(count) AS integer)) FROM file WHERE id = \(id)")
    }

    /// All that is in a file, or nil.
    public static func content(of id: Int64, on db: any Reader) throws -> [UInt8]? {
        try db.value("SELECT content FROM file WHERE id = \(id)")
    }

    /// Removes a file.
    public static func remove(_ id: Int64, on db: any Writer) throws {
        try db.run("DELETE FROM file WHERE id = \(id)")
    }
}
