"""Mail that comes back: by a refusal of the mail server, or later as a message to `socle bounce`."""

import email
import re
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

        site.command("bounce", given=returned(letter["from"], mailbox, "delayed", "4.4.1"))
        time.sleep(3)
        assert petition.count() == before + 1, "a delay is no return"

        assert site.attempt("bounce", given=returned("petition+b-1-guessed@example.org", "someone@example.net")).returncode in (0, 65)
        site.command("bounce", given=returned(letter["from"], mailbox))
        eventually(lambda: petition.count() == before)
        site.command("bounce", given=returned(letter["from"], mailbox))
        time.sleep(3)
        assert petition.count() == before, "the same return twice counts once"


def confirm_path(site, message: str) -> str:
    """The first address of this site in a raw message."""
    parts = email.message_from_string(message).walk()
    text = next(part.get_payload(decode=True).decode() for part in parts if part.get_content_type() == "text/plain")
    return re.search(re.escape(site.base) + r"(/[^\s<>]+)", text).group(1)


def test_hostile_messages_do_not_break_the_command(tmp_path):
    with demo(tmp_path / "data") as site:
        for message in (b"", b"\0" * 1000, b"\xff" * 1000, b"a: b\r\n" * 100_000, b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" * 5000):
            done = site.attempt("bounce", given=message, timeout=20)
            assert 0 <= done.returncode < 128, "ended by a signal"


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
