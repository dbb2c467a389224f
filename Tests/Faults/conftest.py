"""What the tests of faults share: a site of their own each, a mail server, a PostgreSQL server."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Support"))

import pytest
from machine import is_root, unwind_when_terminated
from postgres import Server
from program import demo
from sink import Sink

unwind_when_terminated()


@pytest.fixture
def site(tmp_path):
    """A running Socle with the demo content, on SQLite, without a mail server."""
    with demo(tmp_path / "data") as program:
        program.start()
        yield program


@pytest.fixture
def sink(tmp_path):
    with Sink(tmp_path / "mail") as sink:
        yield sink


@pytest.fixture(scope="session")
def postgres():
    with Server() as server:
        yield server


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = is_root() and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("a small disk can only be mounted by root with the right to mount")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)
