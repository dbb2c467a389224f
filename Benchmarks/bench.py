"""Measures Socle beside what a reader knows, in one run, and prints the table. Called by bin/bench."""

import argparse
import hashlib
import os
import platform
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Callable
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests" / "Support"))

from forms import mark
from load import Crowd
from machine import unwind_when_terminated
from petition import Petition
from postgres import Server
from program import Program, demo
from sink import Sink

from tools import SINGLE_INSERT, Run, bare, nginx, pgbench, wrk

ROUNDS = 3
options = argparse.ArgumentParser()
options.add_argument("--bare", type=Path, required=True, help="the bare responder, built")
options.add_argument("--seconds", type=int, default=5, help="of each measurement")
options.add_argument("--signatures", type=int, default=1_000_000, help="in the large database")
options.add_argument("--organisations", type=int, default=10_000, help="in the directory")
options.add_argument("--readers", type=int, default=100_000, help="of a mailing")
options.add_argument("--only", choices=["pages", "signing", "size", "accounts", "directory", "imports", "mailing", "backup"], help="one part")

rows: list[tuple[str, str, str, str]] = []


def tell(words: str) -> None:
    print(f"    {words}", file=sys.stderr, flush=True)


def row(what: str, measured: str, beside: str = "", wanted: str = "") -> None:
    rows.append((what, measured, beside, wanted))
    tell(" · ".join(part for part in (what, measured, beside) if part))


def thousands(number: float) -> str:
    return f"{number:,.0f}"


def rates(runs: list[Run]) -> float:
    return median(run.rate for run in runs)


def in_turn(*measurements) -> list[list]:
    """Runs them one after the other, round after round, so that whatever slows the machine slows all of them."""
    results = [[] for _ in measurements]
    for _ in range(ROUNDS):
        for result, measure in zip(results, measurements):
            result.append(measure())
    return results


def pages(folder: Path, seconds: int, bare_program: Path) -> None:
    with demo(folder / "pages") as site, demo(folder / "uncached", SOCLE_PAGE_CACHE="0") as uncached:
        site.start()
        uncached.start()
        for path in ("/fr", Petition(site).path):
            site.get(path)
        time.sleep(3)
        row("memory, idle after the first pages", f"{site.memory():.0f} MB", "", "< 80 MB")

        answer = site.get("/fr", {"Accept-Encoding": "br"})
        kind, encoding = answer.headers["Content-Type"], answer.headers["Content-Encoding"]
        (folder / "served").mkdir()
        folder.chmod(0o755)
        file = folder / "served" / "home"
        file.write_bytes(answer.body)
        with bare(bare_program, file, kind, encoding) as bare_url, nginx(file, kind, encoding) as nginx_url:
            ours, theirs, files = in_turn(
                lambda: wrk(f"{site.base}/fr", seconds), lambda: wrk(bare_url, seconds), lambda: wrk(nginx_url, seconds)
            )
        what = f"home from the page cache, {len(answer.body) / 1000:.1f} kB brotli"
        row(f"{what}: beside bare Hummingbird", f"{thousands(rates(ours))}/s", f"{thousands(rates(theirs))}/s: ratio {rates(ours) / rates(theirs):.2f}", "≥ 0.9")
        row(f"{what}: beside nginx", f"{thousands(rates(ours))}/s", f"{thousands(rates(files))}/s: ratio {rates(ours) / rates(files):.2f}", "≥ 0.5")
        row("memory after that load", f"{site.memory():.0f} MB")

        path = Petition(uncached).path
        plain, compressed = in_turn(
            lambda: wrk(uncached.base + path, seconds, encoding="identity"), lambda: wrk(uncached.base + path, seconds)
        )
        row("campaign page made for each request, not compressed", f"{thousands(rates(plain))}/s", "", "≥ 1,500/s")
        row("campaign page made for each request, brotli", f"{thousands(rates(compressed))}/s")
        count = site.get(f"/campaigns/{Petition(site).slug}/count.json")
        row("`count.json`", f"{len(count.body)} bytes", "", "< 200 bytes")


def signer(site: Program, name: str, seconds: int):
    """One measurement of signing; every call signs with new names."""
    petition = Petition(site)
    form = petition.body("NAME", "MAILBOX").decode()
    calls = iter(range(1_000))
    return lambda: wrk(site.base + petition.action, seconds, script="sign.lua", arguments=(f"{name}{next(calls)}", form))


def signing(folder: Path, seconds: int) -> None:
    with Server() as server, demo(folder / "sqlite") as sqlite, demo(folder / "pg", SOCLE_DATABASE=server.create("socle")) as postgres:
        sqlite.start()
        postgres.start()
        server.create("pgbench")
        server.ask(SINGLE_INSERT, "pgbench")
        ours, theirs, raw = in_turn(
            signer(sqlite, "s", seconds), signer(postgres, "p", seconds), lambda: pgbench(server, "pgbench", seconds)
        )
        latency = lambda runs: f"p50 {median(run.p50 for run in runs):.0f} ms, p99 {median(run.p99 for run in runs):.0f} ms"
        row("signing on SQLite, 64 connections", f"{thousands(rates(ours))}/s, {latency(ours)}", "", "≥ 3,000/s, p99 < 100 ms")
        row(
            "signing on PostgreSQL, beside pgbench's single inserts", f"{thousands(rates(theirs))}/s, {latency(theirs)}",
            f"{thousands(median(raw))}/s: ratio {rates(theirs) / median(raw):.2f}", "≥ 0.4",
        )
        row("memory after signing (SQLite, PostgreSQL)", f"{sqlite.memory():.0f} MB, {postgres.memory():.0f} MB")


def size(folder: Path, seconds: int, signatures: int) -> None:
    with demo(folder / "small", SOCLE_PAGE_CACHE="0") as small, demo(folder / "large", SOCLE_PAGE_CACHE="0") as large:
        small.command("demo", "--signatures", "1000")
        began = time.monotonic()
        large.command("demo", "--signatures", str(signatures), timeout=1800)
        row(f"loading {thousands(signatures)} signatures", f"{time.monotonic() - began:.0f} s", "", "a few minutes")
        small.start()
        large.start()
        # The first start folds the new counts into the totals.
        end = time.monotonic() + 60
        while Petition(large).count() < signatures:
            if time.monotonic() > end:
                raise RuntimeError("the signatures were loaded, but are not counted after a minute")
            time.sleep(0.5)
        few, many = in_turn(
            *(lambda site=site, path=Petition(site).path: wrk(site.base + path, seconds, encoding="identity") for site in (small, large))
        )
        row(
            f"campaign page, not cached, with {thousands(signatures)} signatures beside 1,000", f"{thousands(rates(many))}/s",
            f"{thousands(rates(few))}/s: ratio {rates(many) / rates(few):.2f}", "≥ 0.8",
        )
        starts = []
        for _ in range(ROUNDS):
            large.stop()
            starts.append(large.start())
        row(f"start on the database with {thousands(signatures)} signatures, until ready", f"{median(starts):.2f} s", "", "< 0.5 s")


def accounts(folder: Path, seconds: int) -> None:
    """Fifty people sign in at once, again and again, while others read a page."""
    with demo(folder / "accounts") as site:
        site.start()
        administrator(site)
        site.get("/fr")
        alone, meanwhile, signed = [], [], []
        for _ in range(ROUNDS):
            alone.append(wrk(f"{site.base}/fr", seconds))
            with ThreadPoolExecutor(50) as people:
                until = time.monotonic() + seconds
                visits = [people.submit(sign_in_until, site, until) for _ in range(50)]
                meanwhile.append(wrk(f"{site.base}/fr", seconds))
                signed.append(sum(visit.result() for visit in visits) / seconds)
        with ThreadPoolExecutor(50) as people:
            until = time.monotonic() + seconds
            undisturbed = sum(people.map(lambda _: sign_in_until(site, until), range(50))) / seconds
        row(
            "home from the page cache while 50 sign in, beside the same without them", f"{thousands(rates(meanwhile))}/s",
            f"{thousands(rates(alone))}/s: ratio {rates(meanwhile) / rates(alone):.2f}", "≥ 0.8",
        )
        row("sign-ins meanwhile", f"{median(signed):.1f}/s")
        row("50 sign in at once, beside bare scrypt on one thread", f"{undisturbed:.1f}/s", f"{scrypts():.1f}/s")


def sign_in_until(site: Program, end: float) -> int:
    """Signs in again and again; gives how often it was answered in time."""
    form, times = urlencode({"email": "bench@example.org", "password": "three words and a river"}).encode(), 0
    while time.monotonic() < end:
        answer = site.post("/en/account/session", form)
        if answer.status != 303:
            raise RuntimeError(f"signing in answers {answer.status}")
        times += time.monotonic() < end
    return times


def scrypts(times: int = 20) -> float:
    """How often a second OpenSSL makes the hash that a password is kept as."""
    began = time.monotonic()
    for _ in range(times):
        hashlib.scrypt(b"three words and a river", salt=b"0123456789abcdef", n=2**14, r=8, p=5, maxmem=64 << 20, dklen=32)
    return times / (time.monotonic() - began)


# What readers of a directory ask: everything, one filter, several, words, words that begin many names, a page far behind.
QUESTIONS = {
    "all": "",
    "by country": "?country=SN",
    "by category, region and theme": "?category=unions&region=002&theme=health-care",
    "by network": "?network=sample-network-africa",
    "by words": "?q=domestic+union",
    "by one letter": "?q=s",
    "the last page": "?page={last}",
}


def directory(folder: Path, organisations: int) -> None:
    """One reader after the other, every page made anew: how long each waits."""
    with demo(folder / "directory", SOCLE_PAGE_CACHE="0") as site:
        began = time.monotonic()
        site.command("demo", "--organisations", str(organisations), timeout=1800)
        row(f"loading {thousands(organisations)} organisations", f"{time.monotonic() - began:.0f} s")
        site.start()
        for name, query in QUESTIONS.items():
            path = f"/fr/organisations{query.format(last=organisations // 50)}"
            waits = sorted(patience(site, path, 300))
            row(
                f"directory of {thousands(organisations)}, {name}, not cached",
                f"median {median(waits):.1f} ms, p99 {waits[len(waits) * 99 // 100]:.1f} ms", "", "< 10 ms",
            )
        began = time.monotonic()
        size = len(site.get("/organisations.csv").body)
        row(f"`organisations.csv`, {size / 1e6:.1f} MB", f"{time.monotonic() - began:.2f} s")
        row("memory after that", f"{site.memory():.0f} MB")


def patience(site: Program, path: str, times: int) -> list[float]:
    """Milliseconds from question to whole answer, over one connection that stays open."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
    waits = []
    for _ in range(times):
        began = time.monotonic()
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = connection.getresponse()
        answer.read()
        waits.append((time.monotonic() - began) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}")
    connection.close()
    # The first ones open files and prepare statements.
    return waits[times // 10 :]


def imports(folder: Path, lines: int = 10_000) -> None:
    """A list from the button to the last line: uploaded and judged, then carried out, then taken back."""
    with Server() as server:
        for name, settings in (("SQLite", {}), ("PostgreSQL", {"SOCLE_DATABASE": server.create("imports")})):
            with demo(folder / f"imports-{name}", **settings) as site:
                site.start()
                session = administrator(site)
                kinds = {"organisations": list_of_organisations(lines), "signatures": list_of_signers(lines)}
                for kind, text in kinds.items():
                    steps = bring(site, session, kind, text)
                    row(
                        f"list of {thousands(lines)} {kind} on {name}: judged, carried out, taken back",
                        ", ".join(f"{step:.1f} s" for step in steps) + f"; memory {site.memory():.0f} MB", "", "< 10 s carried out",
                    )


def list_of_organisations(lines: int) -> str:
    rows = (f"Union of district {n};U{n};unions;SN;https://union-{n}.example.org;health-care;union-{n}@example.org" for n in range(lines))
    return "name;acronym;category;country;website;themes;contact_mailbox\n" + "\n".join(rows) + "\n"


def list_of_signers(lines: int) -> str:
    rows = (f"Sample {n};sample-{n}@example.org;SN;Dakar;yes;a sheet;2025-05-01;I agree" for n in range(lines))
    return "name;email;country;town;shown;consent_where;consent_when;consent_text\n" + "\n".join(rows) + "\n"


def administrator(site: Program) -> dict[str, str]:
    """The cookie of a session of an administrator."""
    mailbox, password = "bench@example.org", "three words and a river"
    site.command("person", "create", "--email", mailbox, "--name", "Bench", "--role", "administrator", given=f"{password}\n".encode())
    answer = site.post("/en/account/session", urlencode({"email": mailbox, "password": password}).encode())
    return {"Cookie": answer.headers["Set-Cookie"].split(";")[0]}


def bring(site: Program, session: dict[str, str], kind: str, text: str) -> list[float]:
    """Seconds until a list is judged, until it is carried out, until it is taken back."""
    form = site.get(f"/en/desk/imports/new?kind={kind}", session).text
    fields = {"kind": kind, "listLanguage": "en"}
    if subject := re.search(r'<option value="(\d+)"', form):
        fields["subject"] = subject.group(1)
    mark = "socle-bench-boundary"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{kind}.csv"\r\n\r\n{text}\r\n--{mark}--\r\n')
    body, headers = "".join(parts).encode(), session | {"Content-Type": f"multipart/form-data; boundary={mark}"}
    began = time.monotonic()
    sent = site.post("/en/desk/imports", body, headers)
    if sent.status != 303:
        raise RuntimeError(f"bringing a list answers {sent.status}")
    page = sent.headers["Location"]
    steps = [until_done(site, page, session, "/execution", began)]
    for step, then in (("execution", "/reversal"), ("reversal", "The list is taken back")):
        began = time.monotonic()
        site.post(f"{page}/{step}", b"", session)
        steps.append(until_done(site, page, session, then, began))
    return steps


def until_done(site: Program, page: str, session: dict[str, str], words: str, began: float) -> float:
    """Seconds since `began` until the page says so."""
    while words not in site.get(page, session).text:
        if time.monotonic() - began > 300:
            raise RuntimeError(f"{page} never says {words}")
        time.sleep(0.1)
    return time.monotonic() - began


# Sample signatures have no mailbox and agreed to nothing.
MAKE_READERS = [
    "UPDATE signature SET mailbox = 'reader' || id || '@example.org' WHERE mailbox = ''",
    "INSERT INTO consent (holder_kind, holder, purpose, notice, given_at) SELECT 'signature', id, 'coalitionNews', 'bench', 1 FROM signature",
]


def mailing(folder: Path, seconds: int, readers: int) -> None:
    """A mail to very many: how long until all of them are put down, how fast a sink gets it, what it costs in memory."""
    with Server() as server:
        (folder / "sink").mkdir()
        for name, settings in (("SQLite", {}), ("PostgreSQL", {"SOCLE_DATABASE": server.create("mailing")})):
            with Sink(folder / "sink") as sink, demo(folder / f"mailing-{name}", SOCLE_SMTP_URL=sink.url, SOCLE_MAIL_PACE="1000000", **settings) as site:
                site.command("demo", "--signatures", str(readers), timeout=1800)
                ask = asking(site) if name == "SQLite" else lambda sql: server.ask(sql, "mailing")
                for statement in MAKE_READERS:
                    ask(statement)
                site.start()
                send_to_everybody(site, readers)
                began, before = time.monotonic(), site.memory()
                wait_until(lambda: ask("SELECT gathered_at FROM mailing")[0] not in ("", "None"), 60)
                row(f"a mail to {thousands(readers)} people put down on {name}", f"{time.monotonic() - began:.1f} s", "", "< 10 s")
                sent = lambda: int(ask("SELECT count(*) FROM mailing_recipient WHERE state = 'sent'")[0])
                wait_until(lambda: sent() > 0, 60)
                first, began, peak = sent(), time.monotonic(), before
                while time.monotonic() - began < 4 * seconds and sent() < readers:
                    time.sleep(0.5)
                    peak = max(peak, site.memory())
                rate = (sent() - first) / (time.monotonic() - began)
                row(f"handed over to a local sink from {name}", f"{rate:.0f}/s, memory {before:.0f} MB before, {peak:.0f} MB at most", "", "≥ 300/s, flat")


def send_to_everybody(site: Program, readers: int) -> None:
    """Has an administrator write a mailing and let it go."""
    session = administrator(site)

    def send(path: str, **fields: object) -> str:
        answer = site.post(path, urlencode(fields).encode(), session)
        if answer.status != 303:
            raise RuntimeError(f"{path} answers {answer.status}")
        return answer.headers["Location"]

    send("/en/desk/mailings/limits", perMinute=60_000, perWeek=7)
    path = send("/en/desk/mailings")
    words = f"{path}/words/en"
    send(words, mark=mark(site.get(words, session).text), subject="News for {name}", body="Dear {name},\n\n" + "We go on, together. " * 60)
    send(path, **{"source-supporters": "yes"})
    seen = re.search(r'name="seen" value="(\w+)"', site.get(f"{path}/sending", session).text)
    send(f"{path}/sending", people=readers, seen=seen.group(1) if seen else "")


def asking(site: Program) -> Callable[[str], list[str]]:
    """Asks a SQLite database while its program runs."""
    def ask(sql: str) -> list[str]:
        with sqlite3.connect(site.folder / "socle.sqlite", timeout=30) as database:
            return [str(row[0]) for row in database.execute(sql)]

    return ask


def wait_until(is_so: Callable[[], bool], within: float) -> None:
    end = time.monotonic() + within
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError("it does not come to that")
        time.sleep(0.1)


def backup(folder: Path, seconds: int, signatures: int) -> None:
    file = folder / "site.backup"
    with Server() as server, demo(folder / "backed") as site:
        site.command("demo", "--signatures", str(signatures), timeout=1800)
        site.start()
        crowd = Crowd(Petition(site), "meanwhile", rate=200, most=100_000).start()
        time.sleep(2)
        took, peak = timed(site, "backup", str(file))
        signed = crowd.stop()
        if signed.statuses() != {303}:
            raise RuntimeError(f"signing did not go on: {signed.statuses()}")
        database, packed = size_of(site.folder), file.stat().st_size / 1e6
        row(
            f"backup of {thousands(signatures)} signatures on SQLite while 200 a second sign",
            f"{took:.0f} s, {database / took:.0f} MB/s of database, file of {packed:.0f} MB, memory {peak:.0f} MB", "", "< 60 s, < 150 MB",
        )
        for name, settings in (("SQLite", {}), ("PostgreSQL", {"SOCLE_DATABASE": server.create("restored")})):
            with Program(folder / f"restored-{name}", settings) as restored:
                took, peak = timed(restored, "restore", str(file))
                row(f"restore of it into {name}", f"{took:.0f} s, memory {peak:.0f} MB")


def timed(site: Program, *arguments: str) -> tuple[float, float]:
    """The seconds that a command takes, and the most memory that it held, in MB. Linux only."""
    began = time.monotonic()
    command = subprocess.Popen([site.file, *arguments], env=site.environment, stdout=subprocess.DEVNULL, cwd=site.folder)
    peak = 0.0
    while command.poll() is None:
        if held := re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{command.pid}/status").read_text()):
            peak = int(held.group(1)) / 1000
        time.sleep(0.05)
    if command.returncode != 0:
        raise RuntimeError(f"{arguments} ended with {command.returncode}")
    return time.monotonic() - began, peak


def size_of(folder: Path) -> float:
    """Megabytes of the SQLite file with its log."""
    return sum(file.stat().st_size for file in folder.glob("socle.sqlite*")) / 1e6


def machine() -> str:
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {model.group(1) if model else platform.processor()}, {platform.system()}"


def main() -> None:
    unwind_when_terminated()
    chosen = options.parse_args()
    parts = {
        "pages": lambda folder: pages(folder, chosen.seconds, chosen.bare),
        "signing": lambda folder: signing(folder, chosen.seconds),
        "size": lambda folder: size(folder, chosen.seconds, chosen.signatures),
        "accounts": lambda folder: accounts(folder, chosen.seconds),
        "directory": lambda folder: directory(folder, chosen.organisations),
        "imports": lambda folder: imports(folder),
        "mailing": lambda folder: mailing(folder, chosen.seconds, chosen.readers),
        "backup": lambda folder: backup(folder, chosen.seconds, chosen.signatures),
    }
    with tempfile.TemporaryDirectory(prefix="socle-bench-") as folder:
        for name, part in parts.items():
            if chosen.only in (None, name):
                part(Path(folder))
    print(f"Measured on {date.today()}: {machine()}; the load comes from the same machine, medians of {ROUNDS} interleaved rounds.\n")
    print("| what | Socle | beside it | wanted |\n|---|---|---|---|")
    for cells in rows:
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
