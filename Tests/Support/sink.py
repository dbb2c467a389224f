"""The mail server of the tests (`smtp-sink`), as something to start, stop, and read from."""

import json
import subprocess
import sys
import time
from pathlib import Path

from machine import free_port

SINK = Path(__file__).resolve().parent / "smtp-sink"


class Sink:
    """Its port stays the same over stops and starts, and so do its messages."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def start(self, *options: str) -> "Sink":
        self.process = subprocess.Popen(
            [sys.executable, SINK, self.folder, "--port", str(self.port), *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout.readline().startswith("listening"), "the mail server does not start"
        return self

    def stop(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def messages(self) -> list[dict]:
        """Every message that came, with its envelope."""
        file = self.folder / "messages.jsonl"
        if not file.exists():
            return []
        return [json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")]

    def recipients(self) -> list[str]:
        """To whom mail came, once a message."""
        return [mailbox for message in self.messages() for mailbox in message["to"]]

    def wait_for(self, mailboxes: set[str], within: float) -> None:
        """Until mail has come to each of them."""
        end = time.monotonic() + within
        while missing := mailboxes - set(self.recipients()):
            assert time.monotonic() < end, f"{len(missing)} of {len(mailboxes)} got no mail, {next(iter(missing))} for one"
            time.sleep(0.2)
