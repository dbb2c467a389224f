public import Storage

/// The table of the room Files.
public enum FileSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "files-001", "Files that features keep",
            [
                // What is in a file stands last: reading the other columns does not read it.
                """
                CREATE TABLE file (
                    id \(type: .key),
                    name \(type: .text) NOT NULL,
                    kind \(type: .text) NOT NULL,
                    size \(type: .integer) NOT NULL,
                    digest \(type: .text) NOT NULL,
                    created_at \(type: .integer) NOT NULL,
                    content \(type: .bytes) NOT NULL
                )
                """
            ])
    ]
}
