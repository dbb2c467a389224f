"""What the tests of faults share: a site of their own each, a mail server, a PostgreSQL server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Support"))

import pytest
from machine import unwind_when_terminated
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
