public import Storage

/// The table of exports of what people told the site.
public enum ExportSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "exports-001", "Who took people's data out of the site, which, and what for",
            [
                """
                CREATE TABLE export (
                    id \(type: .key),
                    kind \(type: .text) NOT NULL,
                    subject \(type: .text) NOT NULL,
                    purpose \(type: .text) NOT NULL,
                    made_by \(type: .text) NOT NULL,
                    made_at \(type: .integer) NOT NULL,
                    row_count \(type: .integer)
                )
                """
            ])
    ]
}
