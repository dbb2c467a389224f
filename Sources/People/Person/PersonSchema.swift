public import Storage

/// The tables of people, their sessions and what proves who they are.
public enum PersonSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "people-002", "People with an account, what they may do, and where they are signed in",
            [
                """
                CREATE TABLE person (
                    id \(type: .key),
                    name \(type: .text) NOT NULL,
                    mailbox \(type: .text) NOT NULL,
                    mailbox_key \(type: .text) NOT NULL UNIQUE,
                    password \(type: .text) NOT NULL,
                    language \(type: .text) NOT NULL,
                    zone \(type: .text) NOT NULL,
                    created_at \(type: .integer) NOT NULL
                )
                """,
                """
                CREATE TABLE person_role (
                    person \(type: .integer) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                    role \(type: .text) NOT NULL,
                    given_at \(type: .integer) NOT NULL,
                    given_by \(type: .integer),
                    PRIMARY KEY (person, role)
                )
                """,
                """
                CREATE TABLE session (
                    id \(type: .key),
                    hash \(type: .bytes) NOT NULL UNIQUE,
                    person \(type: .integer) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                    agent \(type: .text) NOT NULL,
                    proved \(type: .integer) NOT NULL,
                    created_at \(type: .integer) NOT NULL,
                    seen_at \(type: .integer) NOT NULL
                )
                """,
                "CREATE INDEX session_of ON session (person)",
                "CREATE INDEX session_seen ON session (seen_at)",
            ]),
        Migration(
            "people-003", "What proves who somebody is besides a password, and what limits guessing",
            [
                """
                CREATE TABLE second_factor (
                    person \(type: .integer) PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                    seed \(type: .bytes) NOT NULL,
                    last_step \(type: .integer),
                    created_at \(type: .integer) NOT NULL
                )
                """,
                """
                CREATE TABLE recovery_code (
                    person \(type: .integer) NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                    hash \(type: .bytes) NOT NULL,
                    PRIMARY KEY (person, hash)
                )
                """,
                // What a mailed link may do: create an account, set a password, change a mailbox.
                """
                CREATE TABLE account_key (
                    hash \(type: .bytes) PRIMARY KEY,
                    purpose \(type: .text) NOT NULL,
                    person \(type: .integer) REFERENCES person (id) ON DELETE CASCADE,
                    mailbox \(type: .text) NOT NULL,
                    mailbox_key \(type: .text) NOT NULL,
                    name \(type: .text),
                    password \(type: .text),
                    language \(type: .text) NOT NULL,
                    created_at \(type: .integer) NOT NULL,
                    expires_at \(type: .integer) NOT NULL
                )
                """,
                "CREATE INDEX account_key_mailbox ON account_key (mailbox_key, created_at)",
                "CREATE INDEX account_key_expiry ON account_key (expires_at)",
                "CREATE INDEX account_key_of ON account_key (person)",
                """
                CREATE TABLE sign_in_failure (
                    id \(type: .key),
                    subject \(type: .bytes) NOT NULL,
                    failed_at \(type: .integer) NOT NULL
                )
                """,
                "CREATE INDEX sign_in_failure_of ON sign_in_failure (subject, failed_at)",
                "CREATE INDEX sign_in_failure_age ON sign_in_failure (failed_at)",
            ]),
        Migration(
            "people-004", "Who did what",
            [
                """
                CREATE TABLE audit_entry (
                    id \(type: .key),
                    at \(type: .integer) NOT NULL,
                    person \(type: .integer),
                    person_name \(type: .text) NOT NULL,
                    verb \(type: .text) NOT NULL,
                    subject_kind \(type: .text) NOT NULL,
                    subject \(type: .integer),
                    subject_name \(type: .text) NOT NULL,
                    note \(type: .text) NOT NULL
                )
                """,
                "CREATE INDEX audit_subject ON audit_entry (subject_kind, subject)",
                "CREATE INDEX audit_person ON audit_entry (person)",
            ]),
        Migration(
            "people-005", "Which official contact decided by a link",
            [
                "ALTER TABLE audit_entry ADD COLUMN contact \(type: .integer)",
                "ALTER TABLE audit_entry ADD COLUMN contact_of \(type: .text)",
                "CREATE INDEX audit_contact ON audit_entry (contact) WHERE contact IS NOT NULL",
            ]),
    ]
}
