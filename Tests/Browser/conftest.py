"""The site under test, the browser, and what holds on every page whatever a test looks at."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Support"))

import pytest
from machine import unwind_when_terminated
from playwright.sync_api import sync_playwright
from program import demo

from browsing import Visitors, launch
from places import Places

unwind_when_terminated()
measurements: list[tuple[str, str, str]] = []


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Socle with the demo content and no mail server, for all tests together."""
    with demo(tmp_path_factory.mktemp("site") / "data") as program:
        program.start()
        yield program


@pytest.fixture(scope="session")
def places(site):
    """An address of every kind of page, in French."""
    return Places.prepare(site, "fr")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visitors(site, chromium):
    """People with a browser each. At the end: none asked another host for anything, and none saw an error in the console."""
    visitors = Visitors(site, chromium)
    yield visitors
    visitors.leave()
    assert visitors.foreign == [], "a page asked another host"
    assert visitors.errors == [], "a page wrote errors to the console"


@pytest.fixture
def measured():
    """Takes (what, value, allowed), to be printed at the end."""
    return lambda what, value, allowed: measurements.append((what, value, allowed))


def pytest_terminal_summary(terminalreporter):
    if not measurements:
        return
    terminalreporter.section("measured")
    widths = [max(len(row[column]) for row in measurements) for column in range(3)]
    for row in measurements:
        terminalreporter.write_line("  ".join(cell.ljust(width) for cell, width in zip(row, widths)))
