"""Many people signing at once, over kept connections, at a steady rate. What was answered and what was not is remembered by mailbox."""

import asyncio
import itertools
import threading
import time
from dataclasses import dataclass, field

from petition import Petition


@dataclass
class Outcome:
    answered: dict[str, int] = field(default_factory=dict)  # mailbox → status
    unanswered: set[str] = field(default_factory=set)
    seconds: float = 0

    @property
    def signed(self) -> set[str]:
        return {mailbox for mailbox, status in self.answered.items() if status == 303}

    def statuses(self) -> set[int]:
        return set(self.answered.values())


class Crowd:
    """Signs in the background from `start` until `stop`, or until `most` have tried."""

    def __init__(self, petition: Petition, name: str, *, rate: float, people: int = 32, most: int = 5000):
        self.petition, self.name, self.rate, self.people, self.most = petition, name, rate, people, most
        self.outcome = Outcome()
        self.numbers = itertools.count(1)
        self.over = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.run()), daemon=True)

    def start(self) -> "Crowd":
        self.thread.start()
        return self

    def stop(self) -> Outcome:
        self.over.set()
        return self.wait()

    def wait(self) -> Outcome:
        self.thread.join(120)
        assert not self.thread.is_alive(), "the crowd hangs"
        return self.outcome

    async def run(self) -> None:
        began = time.monotonic()
        await asyncio.gather(*(self.person(began) for _ in range(self.people)))
        self.outcome.seconds = time.monotonic() - began

    async def person(self, began: float) -> None:
        line = None
        while not self.over.is_set():
            number = next(self.numbers)
            if number > self.most:
                break
            await asyncio.sleep(max(0.0, began + number / self.rate - time.monotonic()))
            if self.over.is_set():
                break
            mailbox = f"{self.name}.{number}@example.org"
            self.outcome.unanswered.add(mailbox)
            try:
                line = line or await asyncio.open_connection("127.0.0.1", self.petition.program.port)
                status = await asyncio.wait_for(self.sign(line, f"{self.name} {number}", mailbox), 30)
                self.outcome.unanswered.discard(mailbox)
                self.outcome.answered[mailbox] = status
            except (OSError, EOFError, ValueError, asyncio.TimeoutError):
                if line:
                    line[1].close()
                line = None
        if line:
            line[1].close()

    async def sign(self, line, name: str, mailbox: str) -> int:
        reader, writer = line
        body = self.petition.body(name, mailbox)
        writer.write(post_head(self.petition, len(body)) + body)
        await writer.drain()
        return (await read_answer(reader))[0]


def post_head(petition: Petition, length: int, *more: str) -> bytes:
    """The head of a form sent to sign."""
    lines = [
        f"POST {petition.action} HTTP/1.1",
        f"Host: 127.0.0.1:{petition.program.port}",
        "Content-Type: application/x-www-form-urlencoded",
        "Sec-Fetch-Site: same-origin",
        f"Content-Length: {length}",
        *more,
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and body of one answer; raises EOFError when the connection ends before its end."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = int(lines[0].split(" ")[1])
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
        return status, body
    return status, await reader.readexactly(int(headers.get("content-length", 0)))
