"""A throw-away PostgreSQL server on loopback.

    python3 Tests/Support/postgres.py COMMAND...    runs the command with SOCLE_TEST_POSTGRES set, then stops the server
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from machine import free_port, is_root, unwind_when_terminated

SETTINGS = """
listen_addresses = '127.0.0.1'
max_connections = 200
shared_buffers = 256MB
max_wal_size = 2GB
logging_collector = off
"""


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps them off the path."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(re.sub(r"\D", "", path.parent.name) or 0))
    return versions[-1] if versions else None


class Server:
    """Runs from `with` to its end. Durable as a real one: nothing is switched off."""

    def __enter__(self):
        self.binaries = binaries()
        if self.binaries is None:
            raise FileNotFoundError("PostgreSQL's initdb is not installed: apt-get install postgresql")
        # Not in the clone: the user `postgres` may not be allowed into it, and socket paths are short.
        self.folder = Path(tempfile.mkdtemp(prefix="socle-postgres-"))
        if is_root():
            shutil.chown(self.folder, "postgres")
        self.port = free_port()
        self.data = self.folder / "data"
        try:
            self.run("initdb", "-D", self.data, "-U", "socle", "-A", "trust", "-E", "UTF8", "--locale=C")
            (self.data / "postgresql.auto.conf").write_text(
                f"{SETTINGS}port = {self.port}\nunix_socket_directories = '{self.folder}'\n"
            )
            self.control("start")
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_):
        if (self.data / "postmaster.pid").exists():
            self.control("stop", "-m", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def control(self, *arguments: str) -> None:
        self.run("pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", *arguments)

    def restart(self) -> None:
        """Ends every connection, and comes back."""
        self.control("restart", "-m", "fast")

    def url(self, database: str = "postgres") -> str:
        return f"postgres://socle@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """An empty database, whatever an earlier test left under its name; gives its address."""
        self.ask(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        self.ask(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def ask(self, sql: str, database: str = "postgres") -> list[str]:
        """Runs one statement; gives its rows as text, columns separated by |."""
        done = subprocess.run(
            [self.binaries / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", self.url(database), "-c", sql],
            capture_output=True, text=True, timeout=120,
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout.splitlines()

    def run(self, name: str, *arguments) -> None:
        """Runs a program of PostgreSQL; it refuses to run as root."""
        command = [str(self.binaries / name), *map(str, arguments)]
        if is_root():
            command = ["runuser", "-u", "postgres", "--", *command]
        # A file and not a pipe: the server inherits it and would keep a pipe open for ever.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=120, cwd="/")
            if done.returncode != 0:
                output.seek(0)
                raise RuntimeError(f"{name} ended with {done.returncode}:\n{output.read().decode()[-2000:]}")


def main() -> int:
    unwind_when_terminated()
    with Server() as server:
        # A group of its own, so that the command and what it started can be ended together.
        command = subprocess.Popen(sys.argv[1:], env=os.environ | {"SOCLE_TEST_POSTGRES": server.url()}, start_new_session=True)
        try:
            return command.wait()
        finally:
            if command.poll() is None:
                os.killpg(command.pid, signal.SIGTERM)
                command.wait()


if __name__ == "__main__":
    sys.exit(main())
