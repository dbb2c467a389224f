"""What a person sees and can hit: no sideways scrolling, a visible focus, targets large enough, a language menu that keeps the page."""

import pytest

from browsing import PHONE, WIDE
from journey import Journey
from places import KINDS

# 320 px is WCAG 1.4.10; 640 px is a window of 1280 px at 200 %.
WIDTHS = [320, 360, 640, 1280]

# What reaches beyond the window.
WIDER = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > window.innerWidth + 1)
        .map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways(visitors, places, kind, width):
    page = visitors.come(size={"width": width, "height": 800})
    places.open(page, kind)
    assert page.evaluate(WIDER) == []


def test_words_without_spaces_do_not_widen_the_pages_of_a_signature(site, visitors):
    page = visitors.come(size=PHONE)
    amina = Journey(site, page, "en", "A" * 100, "long.words@example.org")
    amina.go_to_campaign()
    amina.fill(town="t" * 100, organisation="o" * 100)
    page.locator("main form textarea").fill("w" * 300)
    amina.send(page)
    amina.field(page, "one-time-code").wait_for()
    amina.open_link()
    assert page.evaluate(WIDER) == [], "before confirming"
    amina.press_confirm()
    amina.open_link()
    assert page.evaluate(WIDER) == [], "where it is changed"


# Whatever is pressed has 24 by 24 px (WCAG 2.5.8). Links within a sentence are exempt; a box is hit by its label as well.
SMALL_TARGETS = """() => [...document.querySelectorAll('button, select, textarea, summary, input:not([type=hidden]), nav a, a.button, footer a')]
    .filter(each => each.checkVisibility() && !each.closest('details:not([open]) > :not(summary)') && !each.matches('.skip'))
    .filter(each => {
        const boxes = [each, ...(each.labels ?? [])].map(one => one.getBoundingClientRect());
        return Math.max(...boxes.map(box => box.height)) < 24 || Math.max(...boxes.map(box => box.width)) < 24;
    }).map(each => each.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_thumb(visitors, places, kind):
    page = visitors.come(size=PHONE)
    places.open(page, kind)
    assert page.evaluate(SMALL_TARGETS) == []


# On a phone a fact stands below its label, with the whole width for itself; on a wide window beside it.
def test_a_phone_gives_facts_their_whole_width(visitors, places):
    below = """() => [...document.querySelectorAll('.facts div')].map(each => {
        const [label, value] = [...each.children].map(one => one.getBoundingClientRect());
        return value.top >= label.bottom - 1;
    })"""
    page = visitors.come(size=PHONE)
    places.open(page, "message")
    phone = page.evaluate(below)
    assert phone and all(phone)
    page.set_viewport_size(WIDE)
    assert not any(page.evaluate(below))


# What has the focus now, and the outline around it.
FOCUS = """() => {
    const each = document.activeElement;
    const style = getComputedStyle(each);
    return { what: each.outerHTML.slice(0, 120), body: each === document.body,
        seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "campaign", "confirm", "change", "organisations", "network"])
def test_the_focus_is_seen_wherever_tab_leads(visitors, places, kind, scheme):
    page = visitors.come(size=WIDE, scheme=scheme)
    places.open(page, kind)
    stops = []
    for _ in range(100):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["body"]:
            break
        stops.append(focus["what"])
        assert focus["seen"], f"no outline around {focus['what']}"
    assert len(stops) > 5, "Tab leads nowhere"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("kind", ["home", "campaign", "sent", "confirm", "thanks", "organisations filtered", "organisation", "why", "privacy"])
def test_the_language_menu_keeps_the_page(visitors, places, kind, scripts):
    page = visitors.come(scripts=scripts)
    places.open(page, kind)
    french = page.url
    Journey.choose_language(page, "es")
    page.wait_for_url(lambda url: "/es" in url)
    assert page.url.replace("/es", "/fr", 1) == french
    assert page.locator("html").get_attribute("lang") == "es"


@pytest.mark.parametrize("language", ["fr", "en", "es", "nl"])
def test_the_front_door_speaks_the_language_of_the_browser(visitors, language):
    page = visitors.come(locale=language)
    page.goto("/")
    assert page.url.endswith(f"/{language}")
