"""Mail that comes back: by a refusal of the mail server, or later as a message to `socle bounce`."""

import email
import re
import sqlite3
import time

from petition import Petition
from program import demo
from sink import Sink

# As a mail server reports it (RFC 3464), in the fewest words.
RETURNED = """\
From: Mail Delivery System <MAILER-DAEMON@mail.example>
To: {sender}
Subject: Undelivered mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: text/plain

The mailbox {mailbox} does not exist.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {mailbox}
Action: {action}
Status: {status}

--part--
"""


def eventually(true, within: float = 15) -> None:
    end = time.monotonic() + within
    while not true():
        assert time.monotonic() < end
        time.sleep(0.3)


def returned(sender: str, mailbox: str, action: str = "failed", status: str = "5.1.1") -> bytes:
    text = RETURNED.format(sender=sender, mailbox=mailbox, action=action, status=status)
    return text.replace("\n", "\r\n").encode()


def test_a_returned_message_takes_the_signature_out_of_the_count(tmp_path, sink):
    with demo(tmp_path / "data", SOCLE_SMTP_URL=sink.url, SOCLE_MAIL_FROM="petition@example.org") as site:
        site.start()
        petition = Petition(site)
        before = petition.count()
        mailbox = "gone@example.net"
        petition.sign("Soon Gone", mailbox)
        sink.wait_for({mailbox}, within=15)
        letter = next(message for message in sink.messages() if mailbox in message["to"])
        confirm = confirm_path(site, letter["message"])
        assert petition.press(confirm, 0).status == 303
        eventually(lambda: petition.count() == before + 1)

        assert "only delayed" in site.command("bounce", given=returned(letter["from"], mailbox, "delayed", "4.4.1"))
        time.sleep(3)
        assert petition.count() == before + 1, "a delay is no return"

        guessed = returned("petition+b-1-guessed@example.org", "someone@example.net")
        assert "no message of ours" in site.command("bounce", given=guessed)
        assert "leave the count" in site.command("bounce", "--marked-only", given=returned(letter["from"], mailbox))
        eventually(lambda: petition.count() == before)
        assert "known already" in site.command("bounce", given=returned(letter["from"], mailbox))
        time.sleep(3)
        assert petition.count() == before, "the same return twice counts once"


def confirm_path(site, message: str) -> str:
    """The first address of this site in a raw message."""
    parts = email.message_from_string(message).walk()
    text = next(part.get_payload(decode=True).decode() for part in parts if part.get_content_type() == "text/plain")
    return re.search(re.escape(site.base) + r"(/[^\s<>]+)", text).group(1)


def test_a_full_mailbox_keeps_its_signature(tmp_path, sink):
    with demo(tmp_path / "data", SOCLE_SMTP_URL=sink.url, SOCLE_MAIL_FROM="petition@example.org") as site:
        site.start()
        petition = Petition(site)
        mailbox = "full@example.net"
        petition.sign("Soon Full", mailbox)
        sink.wait_for({mailbox}, within=15)
        letter = next(message for message in sink.messages() if mailbox in message["to"])
        assert "signatures stay" in site.command("bounce", "--marked-only", given=returned(letter["from"], mailbox, "failed", "5.2.2"))


ABSENT = b"Return-Path: <>\r\nFrom: Amina <amina@example.sn>\r\nAuto-Submitted: auto-replied\r\nSubject: Absent\r\n\r\n550 could not be delivered\r\n"


def test_what_is_no_return_ends_well_and_is_named(tmp_path):
    with demo(tmp_path / "data") as site:
        for message in (ABSENT, b"junk"):
            assert "Nothing to do: this" in site.command("bounce", "--marked-only", given=message)
        assert site.attempt("bounce", "--port", "many", given=ABSENT).returncode == 75, "a setting is mended, and the message comes again"


def test_while_the_database_is_locked_or_away_the_mail_server_is_asked_to_try_again(tmp_path):
    report = returned("petition@example.org", "someone@example.net")
    with demo(tmp_path / "data") as site:
        with sqlite3.connect(next(site.folder.glob("*.sqlite")), isolation_level=None) as database:
            database.execute("BEGIN IMMEDIATE")
            assert site.attempt("bounce", given=report).returncode == 75
            database.execute("ROLLBACK")
        assert site.attempt("bounce", given=report).returncode == 0
        site.settings = {"SOCLE_DATABASE": "postgres://nobody@127.0.0.1:1/nothing"}
        done = site.attempt("bounce", given=report)
        assert done.returncode == 75 and "later" in done.stderr


def test_hostile_messages_do_not_break_the_command(tmp_path):
    with demo(tmp_path / "data") as site:
        for message in (b"", b"\0" * 1000, b"\xff" * 1000, b"a: b\r\n" * 100_000, b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" * 5000):
            done = site.attempt("bounce", given=message, timeout=20)
            assert done.returncode == 0, "whatever strangers write must not come back to a person"


def test_a_mailbox_that_the_mail_server_refuses_is_recorded(tmp_path):
    sink = Sink(tmp_path / "mail").start("--refuse", "refused@example.net")
    try:
        with demo(tmp_path / "data", SOCLE_SMTP_URL=sink.url) as site:
            site.start()
            petition = Petition(site)
            petition.sign("Refused", "refused@example.net")
            petition.sign("Taken", "taken@example.net")
            sink.wait_for({"taken@example.net"}, within=15)
            eventually(lambda: site.mail_to("refused@example.net")["state"] not in ("queued", "sending"))
            assert site.mail_to("taken@example.net")["state"] == "sent"
            assert not site.mail_to("taken@example.net").get("text"), "the words are erased once sent"
    finally:
        sink.stop()
