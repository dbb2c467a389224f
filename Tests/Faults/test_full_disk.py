"""A full disk: a clear answer, nothing half-written, and life goes on once there is room."""

import subprocess
import time

import pytest
from ledger import in_sqlite
from machine import is_root
from petition import Petition
from program import demo


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = is_root() and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("a small disk can only be mounted by root with the right to mount")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder):
    """Writes until nothing more fits."""
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


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
