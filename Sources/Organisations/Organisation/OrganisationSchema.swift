public import Storage

/// The tables of organisations, of what they belong to, and of the directory made from them.
public enum OrganisationSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "organisations-001", "Organisations with their names, profiles, themes, networks and contacts",
            [
                """
                CREATE TABLE organisation (
                    id \(type: .key),
                    slug \(type: .text) NOT NULL UNIQUE,
                    category \(type: .text) NOT NULL,
                    country \(type: .text),
                    visibility \(type: .text) NOT NULL,
                    website \(type: .text),
                    domain \(type: .text),
                    represented \(type: .integer),
                    represented_year \(type: .integer),
                    represented_source \(type: .text),
                    created_at \(type: .integer) NOT NULL,
                    changed_at \(type: .integer) NOT NULL
                )
                """,
                """
                CREATE TABLE organisation_slug (
                    slug \(type: .text) PRIMARY KEY,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE
                )
                """,
                """
                CREATE TABLE organisation_name (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    name \(type: .text) NOT NULL,
                    acronym \(type: .text),
                    PRIMARY KEY (organisation, language)
                )
                """,
                """
                CREATE TABLE organisation_profile (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    profile \(type: .text) NOT NULL,
                    PRIMARY KEY (organisation, language)
                )
                """,
                """
                CREATE TABLE organisation_language (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    PRIMARY KEY (organisation, language)
                )
                """,
                """
                CREATE TABLE organisation_area (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    area \(type: .text) NOT NULL,
                    PRIMARY KEY (organisation, area)
                )
                """,
                """
                CREATE TABLE theme (
                    slug \(type: .text) PRIMARY KEY,
                    position \(type: .integer) NOT NULL
                )
                """,
                """
                CREATE TABLE theme_text (
                    theme \(type: .text) NOT NULL REFERENCES theme (slug) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    title \(type: .text) NOT NULL,
                    PRIMARY KEY (theme, language)
                )
                """,
                """
                CREATE TABLE organisation_theme (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    theme \(type: .text) NOT NULL REFERENCES theme (slug) ON DELETE CASCADE,
                    PRIMARY KEY (organisation, theme)
                )
                """,
                """
                CREATE TABLE membership (
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    network \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    role \(type: .text) NOT NULL,
                    since \(type: .text),
                    until \(type: .text),
                    PRIMARY KEY (organisation, network)
                )
                """,
                "CREATE INDEX membership_of_network ON membership (network, organisation)",
                """
                CREATE TABLE contact (
                    id \(type: .key),
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    name \(type: .text),
                    function \(type: .text) NOT NULL,
                    mailbox \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    official \(type: .integer) NOT NULL,
                    confirmed_at \(type: .integer),
                    UNIQUE (organisation, mailbox)
                )
                """,
                "CREATE INDEX contact_mailbox ON contact (mailbox)",
            ]),
        Migration(
            "organisations-002", "The directory: rows made for finding, of organisations that everybody may see and no others",
            [
                """
                CREATE TABLE directory_entry (
                    language \(type: .text) NOT NULL,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    sort_key \(type: .text) NOT NULL,
                    name \(type: .text) NOT NULL,
                    name_language \(type: .text) NOT NULL,
                    acronym \(type: .text),
                    PRIMARY KEY (language, sort_key, organisation)
                )\(sql: clustered)
                """,
                "CREATE UNIQUE INDEX directory_entry_of ON directory_entry (organisation, language)",
                """
                CREATE TABLE directory_facet (
                    facet \(type: .text) NOT NULL,
                    value \(type: .text) NOT NULL,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    PRIMARY KEY (facet, value, organisation)
                )\(sql: clustered)
                """,
                "CREATE INDEX directory_facet_of ON directory_facet (organisation, facet)",
                """
                CREATE TABLE directory_word (
                    word \(type: .text) NOT NULL,
                    organisation \(type: .integer) NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
                    PRIMARY KEY (word, organisation)
                )\(sql: clustered)
                """,
                "CREATE UNIQUE INDEX directory_word_of ON directory_word (organisation, word)",
            ]),
        Migration("organisations-003", "The first themes of social protection", ThemeSeed.statements),
    ]

    /// Rows lie in the order of their key, so that a page of the directory is read in one go; PostgreSQL has indexes that hold whole rows.
    static let clustered: SQL = .engine(sqlite: " WITHOUT ROWID", postgres: "")
}
