"""Backup and restore as an administrator meets them: under load, on a full disk, with the power cut in the middle, between engines."""

import json
import re
import signal
import sqlite3
import stat
import subprocess
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from disk import fill
from ledger import in_postgres, in_sqlite
from load import Crowd
from petition import Petition, mail_paths
from program import Program, demo


def migrations(folder) -> list[str]:
    """What a SQLite database in that folder has seen; nothing if there is no schema."""
    with closing(sqlite3.connect(folder / "socle.sqlite")) as database:
        known = database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").fetchone()
        return [row[0] for row in database.execute("SELECT id FROM migration")] if known else []


def started(site: Program, *arguments: str) -> subprocess.Popen:
    """A command under way."""
    return subprocess.Popen(
        [site.file, *arguments], env=site.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=site.folder,
    )


def until(holds: Callable[[], bool]) -> None:
    """Waits for what comes within seconds."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, f"{holds.__name__} never came"
        time.sleep(0.01)


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_backup_among_200_signatures_a_second_holds_all_that_were_answered_before(tmp_path, request, engine):
    settings = {}
    if engine == "postgres":
        settings["SOCLE_DATABASE"] = request.getfixturevalue("postgres").create("signed")
    file = tmp_path / "site.backup"
    with demo(tmp_path / "data", **settings) as site:
        site.start()
        crowd = Crowd(Petition(site), "backup", rate=200).start()
        time.sleep(3)
        before = set(crowd.outcome.signed)
        site.command("backup", str(file))
        time.sleep(1)
        outcome = crowd.stop()
        assert outcome.statuses() == {303}, "signing went on"
        assert len(before) > 200
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    with Program(tmp_path / "restored") as restored:
        said = restored.command("restore", str(file))
        assert "Restored" in said
        kept = [mailbox for mailbox in in_sqlite(restored) if mailbox]
        assert before <= set(kept) <= outcome.signed | outcome.unanswered
        assert len(kept) == len(set(kept))
        assert (restored.folder / "secret").read_bytes() == (site.folder / "secret").read_bytes()
        # What was mailed on the old site still confirms on the new one.
        restored.start()
        petition = Petition(restored)
        someone = sorted(before)[0]
        path = mail_paths(restored, {"text": restored.mail_to(someone)["text"].replace(site.base, restored.base)})[0]
        assert petition.press(path, 0).headers["Location"].endswith("/thanks")


def test_from_sqlite_to_postgres_and_back(tmp_path, postgres):
    with demo(tmp_path / "one") as one:
        one.start()
        Petition(one).sign("Across", "across@example.org")
        one.stop()
        one.command("backup", str(tmp_path / "first.backup"))
        before = sorted(in_sqlite(one))
        with Program(tmp_path / "two", {"SOCLE_DATABASE": postgres.create("across")}) as two:
            two.command("restore", str(tmp_path / "first.backup"))
            assert sorted(in_postgres(postgres, "across")) == before
            two.command("backup", str(tmp_path / "second.backup"))
        with Program(tmp_path / "three") as three:
            with open(tmp_path / "second.backup", "rb") as file:
                three.command("restore", "-", given=file.read())
            assert sorted(in_sqlite(three)) == before


def test_a_backup_to_standard_output_is_the_same_as_one_to_a_file(tmp_path):
    with demo(tmp_path / "data") as site:
        done = subprocess.run([site.file, "backup", "-"], env=site.environment, capture_output=True, cwd=site.folder, timeout=60)
        assert done.returncode == 0
        assert done.stdout.startswith(b"socle backup 1\n")
        assert b"in the file" in done.stderr
        with Program(tmp_path / "restored") as restored:
            restored.command("restore", "-", given=done.stdout)
            assert in_sqlite(restored) == in_sqlite(site)


def test_a_restore_into_a_site_that_is_there_or_runs_is_refused(tmp_path, postgres):
    for settings in ({}, {"SOCLE_DATABASE": postgres.create("there")}):
        folder = tmp_path / str(len(settings))
        with demo(folder / "data", **settings) as site:
            file = str(folder / "site.backup")
            site.command("backup", file)
            done = site.attempt("restore", file)
            assert done.returncode != 0 and "--replace" in done.stderr

            site.start()
            done = site.attempt("restore", "--replace", "--yes", file)
            assert done.returncode != 0 and "stop socle serve" in done.stderr
            assert site.get("/fr").status == 200
            site.stop()

            done = site.attempt("restore", "--replace", file, given=b"yes\n")
            assert done.returncode != 0 and "Nothing was changed" in done.stderr
            site.command("restore", "--replace", file, given=b"replace everything\n")
            site.command("restore", "--replace", "--yes", file)
            site.start()
            assert site.get("/fr").status == 200


def test_a_damaged_or_newer_backup_is_refused_and_nothing_is_written(tmp_path):
    with demo(tmp_path / "data") as site:
        site.command("backup", str(tmp_path / "good"))
        good = (tmp_path / "good").read_bytes()
        with sqlite3.connect(site.folder / "socle.sqlite") as database:
            database.execute("INSERT INTO migration (id, purpose, applied_at) VALUES ('future-001', 'from later', 0)")
        site.command("backup", str(tmp_path / "newer"))
    newer = (tmp_path / "newer").read_bytes()
    damaged = good[: len(good) // 2] + bytes([good[len(good) // 2] ^ 1]) + good[len(good) // 2 + 1 :]
    with Program(tmp_path / "empty") as empty:
        for bad, words in [
            (b"", "no backup of Socle"), (b"PK\3\4" * 100, "no backup of Socle"), (good[:-1], "damaged"), (good[: len(good) // 3], "damaged"),
            (damaged, "damaged"), (good + b"\n", "damaged"), (b"socle backup 7\n" + good, "later one"), (newer, "newer than this program"),
        ]:
            for given in ("-", str(tmp_path / "bad")):
                (tmp_path / "bad").write_bytes(bad)
                done = empty.attempt("restore", given, given=bad)
                assert done.returncode != 0
                assert words in done.stderr, done.stderr
                assert "Fatal" not in done.stderr
        assert not list(empty.folder.glob("*")), "nothing was written"


def test_a_full_disk_during_a_backup_leaves_nothing_under_the_final_name(tmp_path, small_disk):
    with demo(tmp_path / "data") as site:
        site.command("demo", "--signatures", "50000")
        filler = fill(small_disk)
        with open(filler, "r+b") as file:
            file.truncate(filler.stat().st_size - 300_000)
        done = site.attempt("backup", str(small_disk / "site.backup"))
        assert done.returncode != 0
        assert "disk is full" in done.stderr
        assert [path.name for path in small_disk.iterdir()] == ["filler"]
        filler.unlink()
        site.command("backup", str(small_disk / "site.backup"))


def test_a_power_cut_during_a_backup_leaves_the_site_and_the_last_backup_as_they_were(tmp_path):
    with demo(tmp_path / "data") as site:
        site.command("demo", "--signatures", "200000")
        file = tmp_path / "site.backup"
        site.command("backup", str(file))
        last = file.read_bytes()
        unfinished = tmp_path / "site.backup.unfinished"
        command = started(site, "backup", "--force", str(file))
        end = time.monotonic() + 20
        while not (unfinished.exists() and unfinished.stat().st_size > 100_000):
            assert command.poll() is None and time.monotonic() < end, "the backup was over before it could be cut"
        command.send_signal(signal.SIGKILL)
        command.wait()
        assert file.read_bytes() == last
        site.command("backup", "--force", str(file))
        assert not unfinished.exists()
        with Program(tmp_path / "restored") as restored:
            restored.command("restore", str(file))
            assert len(in_sqlite(restored)) == len(in_sqlite(site))


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_power_cut_during_a_restore_leaves_it_undone_or_done(tmp_path, postgres, engine):
    with demo(tmp_path / "data") as site:
        site.command("demo", "--signatures", "100000")
        file = tmp_path / "site.backup"
        site.command("backup", str(file))
        signed = len(in_sqlite(site))
    settings = {"SOCLE_DATABASE": postgres.create("cutrestore")} if engine == "postgres" else {}
    with Program(tmp_path / "restored", settings) as restored:

        def ask(question: str) -> str:
            return postgres.ask(question, "cutrestore")[0]

        def is_writing() -> bool:
            if engine == "postgres":
                return ask("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL") != "0"
            log = restored.folder / "socle.sqlite-wal"
            return log.exists() and log.stat().st_size > 1_000_000

        def is_gone() -> bool:
            """The server notices a moment later that its client is gone."""
            others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            return engine == "sqlite" or ask(others) == "0"

        def is_empty() -> bool:
            if engine == "sqlite":
                return migrations(restored.folder) == []
            return ask("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace") == "0"

        # However far it is, it is undone; only the last cuts may come after its end, for a fast machine.
        undone = 0
        for later in (0, 0.2, 0.8):
            command = started(restored, "restore", str(file))
            until(is_writing)
            time.sleep(later)
            command.send_signal(signal.SIGKILL)
            command.wait()
            until(is_gone)
            if not is_empty():
                break
            undone += 1
        assert undone > 0
        done = restored.attempt("restore", str(file))
        assert done.returncode == (0 if undone == 3 else 1), done.stderr
        assert "Restored" in done.stdout or "--replace" in done.stderr
        assert len(in_postgres(postgres, "cutrestore") if engine == "postgres" else in_sqlite(restored)) == signed
        restored.start()
        assert Petition(restored).sign("After the cut", "after@example.org").status == 303


# The doctor


def findings(site: Program) -> tuple[int, dict[str, str]]:
    """The exit code, and the worst level of each place."""
    done = site.attempt("doctor", "--json", timeout=60)
    order = ["ok", "warn", "fail"]
    levels: dict[str, str] = {}
    for line in done.stdout.splitlines():
        found = json.loads(line)
        assert found["words"]
        assert found["level"] == "ok" or found["mend"], found
        levels[found["place"]] = max(levels.get(found["place"], "ok"), found["level"], key=order.index)
    return done.returncode, levels


def test_the_doctor_finds_a_demo_in_good_health(tmp_path, sink):
    with demo(tmp_path / "data", SOCLE_SMTP_URL=sink.url) as site:
        site.folder.chmod(0o750)
        code, levels = findings(site)
        assert code == 0
        assert {place for place, level in levels.items() if level != "ok"} == {"base URL"}
        site.start()
        assert findings(site)[0] == 0, "while it runs"
        assert re.search(r"^ok +database: SQLite 3", site.command("doctor"), re.MULTILINE)


def test_the_doctor_says_what_is_wrong_when_nothing_is_there(tmp_path):
    nothing = Program(tmp_path / "data", {"SOCLE_DATA": str(tmp_path / "nowhere")})
    code, levels = findings(nothing)
    assert code == 1
    assert levels["data folder"] == levels["database"] == "fail"
    assert not (tmp_path / "nowhere").exists(), "the doctor makes nothing"


def test_the_doctor_says_that_the_database_is_away(tmp_path, postgres):
    address = postgres.create("away")
    with demo(tmp_path / "data", SOCLE_DATABASE=address) as site:
        assert findings(site)[1]["database"] == "ok"
        site.settings["SOCLE_DATABASE"] = re.sub(r":\d+/", ":1/", address)
        code, levels = findings(site)
        assert code == 1
        assert levels["database"] == "fail"
        assert levels["resources"] == "ok", "the rest is still looked at"


def test_the_doctor_names_settings_permissions_mail_and_schema(tmp_path, sink):
    with demo(tmp_path / "data") as site:
        (site.folder / "secret").chmod(0o644)
        site.folder.chmod(0o755)
        with sqlite3.connect(site.folder / "socle.sqlite") as database:
            database.execute("INSERT INTO migration (id, purpose, applied_at) VALUES ('future-001', 'from later', 0)")
        site.settings = {"SOCLE_SMTP_URL": "smtp://127.0.0.1:1", "SOCLE_BASE_URL": "http://site.example", "SOCLE_PAGE_CACHE": "0"}
        code, levels = findings(site)
        assert code == 1
        assert levels["secret"] == levels["schema"] == levels["mail server"] == levels["base URL"] == "fail"
        assert levels["data folder"] == levels["page cache"] == "warn"

        site.settings = {"SOCLE_DATBASE": "sqlite:elsewhere"}
        assert findings(site)[1]["settings"] == "warn"

        site.settings = {"SOCLE_PORT": "many"}
        code, levels = findings(site)
        assert (code, levels) == (1, {"settings": "fail"})


# The export


def test_an_export_is_a_table_without_formulas_and_is_remembered(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        petition = Petition(site)
        petition.sign("Zoë, “Ann”", "zoe@example.org")
        petition.sign("Watched", "watched@example.org")
        petition.sign("Counting", "counting@example.org")
        site.stop()
        with sqlite3.connect(site.folder / "socle.sqlite") as database:
            database.execute("UPDATE signature SET sentence = '=HYPERLINK(\"http://evil.example\")' WHERE mailbox = 'counting@example.org'")
            database.execute("UPDATE signature SET confirmed_at = created_at WHERE mailbox IN ('watched@example.org', 'counting@example.org')")
            database.execute("UPDATE signature SET flag = 'word' WHERE mailbox = 'watched@example.org'")
            unconfirmed = database.execute(
                "SELECT count(*) FROM signature WHERE campaign = (SELECT id FROM campaign WHERE slug = ?)"
                " AND removed_at IS NULL AND confirmed_at IS NULL",
                (petition.slug,),
            )
            left_out = unconfirmed.fetchone()[0]
        file = tmp_path / "signatures.csv"
        refused = site.attempt("export", "signatures", "--campaign", petition.slug, str(file))
        assert refused.returncode != 0 and "--for" in refused.stderr

        purpose = "handing over to the minister"
        done = site.attempt("export", "signatures", "--campaign", petition.slug, "--for", purpose, str(file))
        text = file.read_text(encoding="utf-8-sig")
        assert done.returncode == 0 and f"Left out: {left_out} " in done.stderr, "a handover says what it lacks"
        assert "Counting" in text and "Watched" in text and "Zoë" not in text
        assert "wait for a moderator" in done.stderr, "and what may yet be refused"
        assert "\"'=HYPERLINK(\"\"http://evil.example\"\")\"" in text
        assert "counting@example.org" not in text, "nobody asked for mailboxes"
        ready = len(text.splitlines())
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

        site.command("export", "signatures", "--campaign", petition.slug, "--all", "--mailboxes", "--for", purpose, "--force", str(file))
        text = file.read_text(encoding="utf-8-sig")
        assert len(text.splitlines()) == ready + left_out and "Zoë" in text and ",word,watched@example.org" in text
        with sqlite3.connect(site.folder / "socle.sqlite") as database:
            rows = database.execute("SELECT subject_kind, subject_name, note FROM audit_entry WHERE verb = 'exported'").fetchall()
        assert [row[:2] for row in rows] == [("signatures", petition.slug)] * 2
        assert all(note.endswith(purpose) for _, _, note in rows), "the log says what for"
        assert site.attempt("export", "signatures", "--campaign", "none", "--for", purpose, "-").returncode != 0
