"""The program as its administrator meets it: settings, commands, an installation somewhere else, two nodes."""

import json
import socket
import sqlite3
import stat
import time

import pytest
from ledger import in_sqlite
from petition import Petition, mail_paths
from program import Program, built_program, demo, moved


def test_loading_the_demo_again_changes_nothing(tmp_path):
    with demo(tmp_path / "data") as site:
        before = in_sqlite(site)
        site.command("demo")
        assert in_sqlite(site) == before
        assert len(before) > 5


def test_the_demo_adds_as_many_signatures_as_asked(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        petition = Petition(site)
        before = petition.count()
        site.command("demo", "--signatures", "2500")
        end = time.monotonic() + 15
        while petition.count() != before + 2500:
            assert time.monotonic() < end, "a running server does not see what a command wrote"
            time.sleep(0.5)


def test_the_program_runs_from_wherever_it_is_installed(tmp_path):
    with demo(tmp_path / "data") as site:
        site.file = moved(built_program(), tmp_path / "elsewhere")
        site.start()
        assert "<h1" in site.get("/nl").text


def test_a_program_without_its_resources_says_so_and_does_not_start(tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    file = alone / "socle"
    file.write_bytes(built_program().read_bytes())
    file.chmod(0o755)
    done = Program(tmp_path / "data", file=file).attempt("serve", timeout=20)
    assert done.returncode != 0
    assert str(alone) in done.stderr, "it says where it looked"


def test_a_flag_wins_over_the_environment_and_the_environment_over_the_file(tmp_path):
    with demo(tmp_path / "data") as site:
        right, wrong = site.port, "1"
        yaml = site.folder / "socle.yaml"

        yaml.write_text(f"port: {right}\n")
        site.settings = {"SOCLE_PORT": None}
        site.start()
        assert site.stop() == 0

        yaml.write_text(f"port: {wrong}\n")
        site.settings = {"SOCLE_PORT": str(right)}
        site.start()
        assert site.stop() == 0

        site.settings = {"SOCLE_PORT": wrong}
        site.start("--port", str(right))
        assert site.stop() == 0


@pytest.mark.parametrize(
    "setting, value",
    [
        ("SOCLE_PORT", "many"),
        ("SOCLE_PORT", "70000"),
        ("SOCLE_BASE_URL", "ftp://nowhere.example"),
        ("SOCLE_DATABASE", "oracle:hidden-value"),
        ("SOCLE_SMTP_URL", "http://user:hidden-value@example.org"),
        ("SOCLE_SECRET", "hidden-value"),
        ("SOCLE_TRUSTED_PROXIES", "everybody"),
        ("SOCLE_PAGE_CACHE", "-1"),
        ("SOCLE_LOG_LEVEL", "loud"),
        ("SOCLE_SECRET_FILE", "/nowhere/at/all"),
    ],
)
def test_a_setting_that_cannot_be_right_stops_the_start_and_is_named(tmp_path, setting, value):
    done = Program(tmp_path / "data", {setting: value}).attempt("serve", timeout=20)
    assert done.returncode != 0
    assert setting.removesuffix("_FILE") in done.stderr
    assert "hidden-value" not in done.stdout + done.stderr


@pytest.mark.parametrize("yaml, said", [("prot: 8205", "port"), ("port: [8204]", "SOCLE_PORT"), ("mail_form: a@b.example", "mailFrom")])
def test_a_setting_that_is_misspelt_in_the_file_stops_the_start(tmp_path, yaml, said):
    site = Program(tmp_path / "data", {"SOCLE_PORT": None})
    (site.folder / "socle.yaml").write_text(yaml + "\n")
    done = site.attempt("serve", timeout=20)
    assert done.returncode != 0
    assert said in done.stderr


def test_a_misspelt_variable_is_a_warning(tmp_path):
    with demo(tmp_path / "data", SOCLE_MAILFROM="a@b.example") as site:
        site.start()
        assert "SOCLE_MAILFROM (nearest: SOCLE_MAIL_FROM)" in site.last_words()


@pytest.mark.parametrize("setting, value", [("SOCLE_DATA", "/dev/null/data"), ("SOCLE_DATABASE", "sqlite:/nowhere/at/all.sqlite")])
def test_what_cannot_be_opened_is_named(tmp_path, setting, value):
    done = Program(tmp_path / "data", {setting: value}).attempt("serve", timeout=20)
    assert done.returncode != 0
    assert setting in done.stderr and value.removeprefix("sqlite:") in done.stderr
    assert "NSCocoaErrorDomain" not in done.stderr


def test_a_secret_may_lie_in_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("0123456789" * 4 + "\n")
    with demo(tmp_path / "data", SOCLE_SECRET_FILE=str(secret)) as site:
        site.start()
        assert Petition(site).sign("With a file", "with.file@example.org").status == 303
        # The same secret given directly opens what was sealed with it.
        site.settings = {"SOCLE_SECRET": "0123456789" * 4}
        assert "text" in site.mail_to("with.file@example.org")
        assert not (site.folder / "secret").exists()


def test_a_site_does_not_start_with_another_secret_than_its_own(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        assert Petition(site).sign("Waiting", "waiting@example.org").status == 303
        site.stop()
        site.settings = {"SOCLE_SECRET": "another secret " * 4}
        done = site.attempt("serve", timeout=20)
        assert done.returncode != 0
        assert "written with another secret" in done.stderr and "--new-secret" in done.stderr
        examined = site.attempt("doctor")
        assert examined.returncode == 1 and "the database was written with another" in examined.stdout
        # With the right one again nothing is lost.
        site.settings = {}
        site.start()
        assert "text" in site.mail_to("waiting@example.org")
        site.stop()
        # Lost for good, the new one is the right one once somebody says so.
        site.settings = {"SOCLE_SECRET": "another secret " * 4}
        site.command("migrate", "--new-secret")
        site.start()
        assert site.get("/health/ready").status == 200


def test_the_secret_made_on_first_start_is_for_the_program_alone(tmp_path):
    with demo(tmp_path / "data") as site:
        assert stat.S_IMODE((site.folder / "secret").stat().st_mode) == 0o600


def test_a_port_that_is_taken_is_a_clear_error(tmp_path):
    with demo(tmp_path / "data") as site, socket.create_server(("127.0.0.1", site.port)):
        done = site.attempt("serve", timeout=20)
        assert done.returncode != 0
        assert str(site.port) in done.stderr


def test_a_database_made_by_a_newer_program_is_refused(tmp_path):
    with demo(tmp_path / "data") as site:
        with sqlite3.connect(next(site.folder.glob("*.sqlite"))) as database:
            database.execute("INSERT INTO migration (id, purpose, applied_at) VALUES ('future-001', 'from later', 0)")
        done = site.attempt("serve", timeout=20)
        assert done.returncode != 0
        assert "newer" in done.stderr


def test_metrics_are_for_those_who_are_allowed(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        assert site.get("/metrics").status == 404
        site.stop()
        site.settings = {"SOCLE_METRICS": "127.0.0.0/8"}
        site.start()
        site.get("/fr")
        text = site.get("/metrics").text
        assert "# TYPE" in text
        assert all(line.startswith("#") or len(line.rsplit(" ", 1)) == 2 for line in text.splitlines())


def test_the_log_holds_no_mailbox_no_token_and_no_address_of_a_visitor(tmp_path):
    with demo(tmp_path / "data", SOCLE_LOG_LEVEL="trace") as site:
        site.start()
        petition = Petition(site)
        handle = petition.sign("Discreet Person", "discreet@example.org").headers["Location"].rsplit("/", 1)[1]
        token = mail_paths(site, site.mail_to("discreet@example.org"))[0].rsplit("/", 1)[1]
        petition.confirm("discreet@example.org")
        site.stop()
        log = site.log.read_text()
        assert "POST" in log, "there is an access log"
        for secret in ("discreet", "Discreet", handle, token):
            assert secret not in log
        assert not [line for line in log.splitlines() if "POST" in line and "127.0.0.1" in line]


def test_the_outbox_is_one_message_a_line(tmp_path):
    with demo(tmp_path / "data") as site:
        site.start()
        Petition(site).sign("Outbox", "outbox@example.org")
        message = json.loads(site.command("outbox", "--json").splitlines()[-1])
        assert {"id", "to", "subject", "state", "text"} <= set(message)
        assert message["to"] == "outbox@example.org"


def test_two_nodes_share_one_database(tmp_path, postgres):
    shared = {"SOCLE_DATABASE": postgres.create("nodes"), "SOCLE_SECRET": "0123456789" * 4}
    with demo(tmp_path / "one", **shared) as one, Program(tmp_path / "two", shared) as two:
        one.start()
        two.start()
        here, there = Petition(one), Petition(two)
        before = there.count()
        assert two.get(there.path).status == 200
        here.sign("On the first", "first@example.org")
        assert one.outbox()[-1]["to"] == "first@example.org"
        here.confirm("first@example.org")
        end = time.monotonic() + 15
        while there.count() != before + 1:
            assert time.monotonic() < end, "the second node keeps an old count"
            time.sleep(0.5)
