public import Storage

/// The tables of campaigns, signatures and their counts.
public enum CampaignSchema {
    /// In the order in which they were added; never edited, only appended to.
    public static let migrations: [Migration] = [
        Migration(
            "campaigns-001", "Campaigns with their words, goals and history",
            [
                """
                CREATE TABLE campaign (
                    id \(type: .key),
                    slug \(type: .text) NOT NULL UNIQUE,
                    opened_at \(type: .integer) NOT NULL,
                    closed_at \(type: .integer)
                )
                """,
                """
                CREATE TABLE campaign_text (
                    campaign \(type: .integer) NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
                    language \(type: .text) NOT NULL,
                    title \(type: .text) NOT NULL,
                    summary \(type: .text) NOT NULL,
                    demand \(type: .text) NOT NULL,
                    body \(type: .text) NOT NULL,
                    PRIMARY KEY (campaign, language)
                )
                """,
                """
                CREATE TABLE campaign_goal (
                    campaign \(type: .integer) NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
                    people \(type: .integer) NOT NULL,
                    PRIMARY KEY (campaign, people)
                )
                """,
                """
                CREATE TABLE milestone (
                    campaign \(type: .integer) NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
                    position \(type: .integer) NOT NULL,
                    language \(type: .text) NOT NULL,
                    date \(type: .text) NOT NULL,
                    words \(type: .text) NOT NULL,
                    source \(type: .text) NOT NULL,
                    PRIMARY KEY (campaign, position, language)
                )
                """,
            ]),
        Migration(
            "campaigns-002", "Signatures, the keys that were mailed for them, and how mailboxes are compared",
            [
                // No foreign keys here: on PostgreSQL each would lock the row it points to, and a campaign that thousands sign at once is one row.
                """
                CREATE TABLE signature (
                    id \(type: .key),
                    campaign \(type: .integer) NOT NULL,
                    name \(type: .text) NOT NULL,
                    name_key \(type: .text) NOT NULL,
                    mailbox \(type: .text) NOT NULL,
                    mailbox_key \(type: .text) NOT NULL,
                    country \(type: .text) NOT NULL,
                    town \(type: .text),
                    organisation \(type: .text),
                    sentence \(type: .text),
                    language \(type: .text) NOT NULL,
                    shown \(type: .integer) NOT NULL,
                    source \(type: .bytes),
                    flag \(type: .text),
                    created_at \(type: .integer) NOT NULL,
                    confirmed_at \(type: .integer),
                    removed_at \(type: .integer),
                    removed_why \(type: .text),
                    mails \(type: .integer) NOT NULL,
                    mailed_at \(type: .integer) NOT NULL,
                    reminded_at \(type: .integer),
                    code_tries \(type: .integer) NOT NULL
                )
                """,
                "CREATE UNIQUE INDEX signature_once ON signature (campaign, mailbox_key, name_key)",
                """
                CREATE INDEX signature_shown ON signature (campaign, confirmed_at)
                WHERE shown = 1 AND confirmed_at IS NOT NULL AND removed_at IS NULL
                """,
                """
                CREATE INDEX signature_standing ON signature (campaign, country)
                WHERE confirmed_at IS NOT NULL AND removed_at IS NULL
                """,
                """
                CREATE INDEX signature_unreminded ON signature (mailed_at)
                WHERE confirmed_at IS NULL AND removed_at IS NULL AND reminded_at IS NULL
                """,
                // Whoever does not confirm is reminded or removed first, so that a new signature need not be in this index.
                """
                CREATE INDEX signature_unconfirmed ON signature (mailed_at)
                WHERE confirmed_at IS NULL AND (reminded_at IS NOT NULL OR removed_at IS NOT NULL)
                """,
                "CREATE INDEX signature_flag ON signature (campaign, flag) WHERE flag IS NOT NULL",
                "CREATE INDEX signature_source ON signature (created_at) WHERE source IS NOT NULL",
                """
                CREATE TABLE signature_key (
                    hash \(type: .bytes) PRIMARY KEY,
                    signature \(type: .integer) NOT NULL,
                    code \(type: .bytes) NOT NULL,
                    confirms_until \(type: .integer) NOT NULL
                )
                """,
                "CREATE INDEX signature_key_of ON signature_key (signature)",
                """
                CREATE TABLE mailbox_rule (
                    domain \(type: .text) PRIMARY KEY,
                    same_as \(type: .text),
                    ignores_dots \(type: .integer) NOT NULL,
                    tag_mark \(type: .text)
                )
                """,
                """
                INSERT INTO mailbox_rule (domain, same_as, ignores_dots, tag_mark) VALUES
                    ('*', NULL, 0, '+'),
                    ('gmail.com', NULL, 1, '+'), ('googlemail.com', 'gmail.com', 1, '+'),
                    ('hotmail.com', NULL, 0, '+'), ('outlook.com', NULL, 0, '+'), ('live.com', NULL, 0, '+'),
                    ('icloud.com', NULL, 0, '+'), ('me.com', 'icloud.com', 0, '+'), ('mac.com', 'icloud.com', 0, '+'),
                    ('yahoo.com', NULL, 0, '-'), ('yahoo.fr', NULL, 0, '-'), ('yahoo.es', NULL, 0, '-'),
                    ('ymail.com', NULL, 0, '-'), ('rocketmail.com', NULL, 0, '-'),
                    ('proton.me', NULL, 1, '+'), ('protonmail.com', 'proton.me', 1, '+'), ('pm.me', 'proton.me', 1, '+'),
                    ('fastmail.com', NULL, 0, '+'), ('yandex.com', NULL, 0, '+'), ('yandex.ru', 'yandex.com', 0, '+')
                """,
            ]),
        Migration(
            "campaigns-003", "Counts of people by campaign and country, and the changes not yet folded into them",
            [
                """
                CREATE TABLE tally (
                    campaign \(type: .integer) NOT NULL,
                    country \(type: .text) NOT NULL,
                    people \(type: .integer) NOT NULL,
                    PRIMARY KEY (campaign, country)
                )
                """,
                """
                CREATE TABLE tally_change (
                    id \(type: .key),
                    campaign \(type: .integer) NOT NULL,
                    country \(type: .text) NOT NULL,
                    people \(type: .integer) NOT NULL
                )
                """,
                """
                CREATE TABLE recount (
                    id \(type: .key),
                    made_at \(type: .integer) NOT NULL,
                    signatures \(type: .integer) NOT NULL,
                    differences \(type: .integer) NOT NULL
                )
                """,
            ]),
        Migration(
            "campaigns-004", "Drafts that only editors read, and national campaigns under a common one",
            [
                "ALTER TABLE campaign ADD COLUMN published_at \(type: .integer)",
                "UPDATE campaign SET published_at = opened_at",
                "ALTER TABLE campaign ADD COLUMN common \(type: .integer) REFERENCES campaign (id)",
                "ALTER TABLE campaign ADD COLUMN country \(type: .text)",
                "ALTER TABLE campaign ADD COLUMN organisation \(type: .integer) REFERENCES organisation (id) ON DELETE SET NULL",
            ]),
    ]
}
