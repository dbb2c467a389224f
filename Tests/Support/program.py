"""Socle as an outsider meets it: a program with settings, an address and commands."""

import json
import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from machine import ROOT, free_port


def built_program() -> Path:
    """The release program, or the one that SOCLE_PROGRAM names."""
    program = Path(os.environ.get("SOCLE_PROGRAM", ROOT / ".build" / "release" / "socle"))
    if not program.exists():
        raise FileNotFoundError(f"{program} is not built: swift build -c release --product socle")
    return program


@dataclass
class Answer:
    status: int
    headers: Message  # Names without regard to case.
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Program:
    """One Socle with a data folder of its own, on a free port. A setting of None is left unset."""

    folder: Path
    settings: dict[str, str | None] = field(default_factory=dict)
    file: Path = field(default_factory=built_program)
    process: subprocess.Popen | None = None

    def __post_init__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = self.folder.parent / f"{self.folder.name}.log"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SOCLE_")}
        ours = {
            "SOCLE_HOST": "127.0.0.1",
            "SOCLE_PORT": str(self.port),
            "SOCLE_BASE_URL": self.base,
            "SOCLE_DATA": str(self.folder),
            "SOCLE_LOG_LEVEL": "info",
        }
        return {name: value for name, value in (kept | ours | self.settings).items() if value is not None}

    # Commands

    def command(self, *arguments: str, given: bytes | None = None, timeout: float = 120) -> str:
        """Runs a command to its end and gives what it printed. An error of the command is an error here."""
        done = self.attempt(*arguments, given=given, timeout=timeout)
        if done.returncode != 0:
            raise RuntimeError(f"socle {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return done.stdout

    def attempt(self, *arguments: str, given: bytes | None = None, timeout: float = 120) -> subprocess.CompletedProcess:
        """Runs a command that may fail; its output is text."""
        done = subprocess.run(
            [self.file, *arguments], env=self.environment, input=given, capture_output=True, timeout=timeout, cwd=self.folder
        )
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    def outbox(self) -> list[dict]:
        """Every message of the outbox, oldest first."""
        messages = [json.loads(line) for line in self.command("outbox", "--json").splitlines() if line.strip()]
        return sorted(messages, key=lambda message: int(message["id"]))

    def mails_to(self, mailbox: str) -> list[dict]:
        return [message for message in self.outbox() if mailbox in message["to"]]

    def mail_to(self, mailbox: str, subject: str = "", within: float = 5) -> dict:
        """The newest message to a mailbox. Waits for it a little."""
        end = time.monotonic() + within
        while True:
            found = [message for message in self.mails_to(mailbox) if subject in message["subject"]]
            if found or time.monotonic() > end:
                assert found, f"no mail to {mailbox}"
                return found[-1]
            time.sleep(0.2)

    # Serving

    def start(self, *flags: str, within: float = 30) -> float:
        """Starts serving and waits until it is ready. Gives the seconds that took."""
        assert self.process is None, "it runs already"
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.file, "serve", *flags], env=self.environment, stdout=log, stderr=log, cwd=self.folder
            )
        while time.monotonic() - began < within:
            if self.process.poll() is not None:
                raise RuntimeError(f"socle serve ended with {self.process.returncode}:\n{self.last_words()}")
            try:
                if self.get("/health/ready").status == 200:
                    return time.monotonic() - began
            except OSError:
                pass
            time.sleep(0.005)
        self.stop()
        raise RuntimeError(f"not ready after {within} s:\n{self.last_words()}")

    def stop(self, within: float = 15) -> int | None:
        """Asks it to end, and gives its exit code. One that does not end within the time is killed and gives -9."""
        process, self.process = self.process, None
        if process is None:
            return None
        process.send_signal(signal.SIGTERM)
        try:
            return process.wait(within)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def kill(self) -> None:
        """Ends it without a warning, as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def last_words(self) -> str:
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    def memory(self) -> float:
        """The resident memory of the running program, in MB. Linux only."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1000

    # Asking

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self.ask(urllib.request.Request(self.base + path, headers=headers or {}))

    def post(self, path: str, body: bytes, headers: dict[str, str] | None = None) -> Answer:
        """Sends a form as a browser on this site does. A header given as "" is left out."""
        usual = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        sent = {name: value for name, value in (usual | (headers or {})).items() if value}
        return self.ask(urllib.request.Request(self.base + path, data=body, headers=sent, method="POST"))

    def ask(self, request: urllib.request.Request) -> Answer:
        """Sends one request. Redirects are answers like any other."""
        try:
            with direct.open(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, answer.headers, answer.read())


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


# No proxy of the environment, no redirects.
direct = urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay)


def demo(folder: Path, **settings: str) -> Program:
    """A Socle with the demo content, not yet serving."""
    program = Program(folder, settings)
    program.command("demo")
    return program


def moved(program: Path, folder: Path) -> Path:
    """A copy of the program and its resources in another folder, as an installation would have it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(program, folder)
    for resources in program.parent.glob("socle_*.resources"):
        shutil.copytree(resources, folder / resources.name, dirs_exist_ok=True)
    return folder / program.name
