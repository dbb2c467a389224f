public import Storage

/// The tables of the site's settings and standard pages.
public enum SiteSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "site-001", "Settings by language, and texts that replace the built-in pages",
            [
                """
                CREATE TABLE setting (
                    name \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    value \(type: .text) NOT NULL,
                    PRIMARY KEY (name, language)
                )
                """,
                """
                CREATE TABLE page_text (
                    page \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    title \(type: .text) NOT NULL,
                    summary \(type: .text) NOT NULL,
                    body \(type: .text) NOT NULL,
                    changed_at \(type: .integer) NOT NULL,
                    PRIMARY KEY (page, language)
                )
                """,
            ]),
        Migration(
            "site-002", "Page texts that a machine translated",
            ["ALTER TABLE page_text ADD COLUMN by_machine \(type: .integer) NOT NULL DEFAULT 0"]),
    ]
}
