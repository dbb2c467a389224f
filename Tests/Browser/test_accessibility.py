"""WCAG 2.2 A and AA on every kind of page, as far as a machine can tell (axe-core)."""

from pathlib import Path

import axe_playwright_python
import pytest

from browsing import PHONE, WIDE
from places import KINDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run(document, { runOnly: { type: 'tag', values: rules } })", RULES)
    assert len(result["passes"]) > 10, "axe-core looked at nothing"
    return [
        f"{violation['id']}: {violation['help']}\n    " + "\n    ".join(node["html"][:200] for node in violation["nodes"][:5])
        for violation in result["violations"]
    ]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "360"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitors, places, kind, scheme, size):
    page = visitors.come(scheme=scheme, size=size)
    places.open(page, kind)
    found = violations(page)
    assert not found, f"{kind}, {scheme}:\n" + "\n".join(found)


def test_axe_would_find_something(visitors, places):
    """The check itself can fail."""
    page = visitors.come()
    places.open(page, "home")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any(each.startswith("html-has-lang") for each in violations(page))


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_and_its_parts_say_their_language(visitors, places, kind):
    page = visitors.come()
    places.open(page, kind)
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("h1").count() == 1
    assert page.title().strip()
