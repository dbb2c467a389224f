"""A full disk: a clear answer, nothing half-written, and life goes on once there is room."""

import time

from disk import fill
from ledger import in_sqlite
from petition import Petition
from program import demo


def test_a_full_disk_is_answered_503_and_recovered_from_without_a_restart(small_disk):
    with demo(small_disk / "data") as site:
        site.start()
        petition = Petition(site)
        assert petition.sign("Before", "before@example.org").status == 303

        filler = fill(small_disk)
        answered = {}
        for number in range(300):
            mailbox = f"full.{number}@example.org"
            answered[mailbox] = petition.sign(f"Full {number}", mailbox).status
            if answered[mailbox] != 303:
                break
        assert 503 in answered.values(), "the disk never became full"
        assert set(answered.values()) <= {303, 503}
        refusal = petition.sign("Refused", "refused@example.org")
        assert refusal.status == 503
        assert "<h1" in refusal.text, "a person reads this answer"
        assert site.get(petition.path).status == 200, "reading goes on"

        filler.unlink()
        end = time.monotonic() + 15
        while petition.sign("After", "after@example.org").status != 303:
            assert time.monotonic() < end, "no recovery"
            time.sleep(0.5)
        kept = set(in_sqlite(site))
        assert {mailbox for mailbox, status in answered.items() if status == 303} <= kept
        assert "after@example.org" in kept
