"""A person signs, in a real browser: by clicking without JavaScript, by keyboard alone, by code, and changes their mind."""

import re

import pytest

from browsing import PHONE
from journey import Journey
from petition import Petition

LINKS = ["https://wa.me/", "https://t.me/", "https://www.facebook.com/", "mailto:"]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_amina_signs_on_her_phone_without_javascript(site, visitors, language):
    page = visitors.come(scripts=False, size=PHONE, locale=language)
    amina = Journey(site, page, language, f"Amina {language}", f"amina.story.{language}@example.org")
    before = Petition(site, language).count()

    amina.go_to_campaign()
    amina.sign(town="Dakar", organisation="Domestic workers' union (sample)")
    assert amina.mailbox not in page.url, "an address in a URL ends in logs"

    amina.open_link()
    confirm_page = page.url
    page.reload()
    assert page.url == confirm_page, "opening the link must not confirm: scanners open links too"
    amina.press_confirm()
    addresses = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
    for service in LINKS:
        assert any(address.startswith(service) for address in addresses), f"no link to share by {service}"
    page.wait_for_timeout(3000)
    assert Petition(site, language).count() == before + 1

    # From the same mail, later: change what is shown, then withdraw.
    amina.open_link()
    Journey.field(page, "address-level2").fill("Thiès")
    page.locator("form:has([autocomplete~='address-level2']) button").click()
    assert Journey.field(page, "address-level2").input_value() == "Thiès"
    page.locator("main form").last.locator("button").click()
    page.wait_for_load_state()
    page.wait_for_timeout(3000)
    assert Petition(site, language).count() == before


def test_the_code_confirms_as_well_as_the_link(site, visitors):
    page = visitors.come(locale="es")
    jonas = Journey(site, page, "es", "Jonas Code", "jonas.code@example.org")
    jonas.go_to_campaign()
    jonas.sign()
    jonas.confirm_by_code()


def test_the_mail_is_in_the_language_of_the_signer(site, visitors):
    subjects = set()
    for language in ["fr", "en", "es", "nl"]:
        page = visitors.come(scripts=False, locale=language)
        rosa = Journey(site, page, language, f"Rosa {language}", f"rosa.{language}@example.org")
        rosa.go_to_campaign()
        rosa.sign()
        subjects.add(rosa.mail()["subject"])
    assert len(subjects) == 4


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_form_with_a_mistake_keeps_what_was_typed_and_says_what_is_wrong(site, visitors, scripts):
    page = visitors.come(scripts=scripts, locale="en")
    els = Journey(site, page, "en", "Els Mistaken", "not a mailbox")
    els.go_to_campaign()
    els.fill(country="BE", town="Gent")
    with page.expect_navigation() as navigation:
        els.send(page)
    assert navigation.value.status == 422
    assert page.evaluate("document.activeElement.matches('[role=alert]')"), "what is wrong is read out"
    assert Journey.field(page, "name").input_value() == "Els Mistaken"
    assert Journey.field(page, "email").input_value() == "not a mailbox"
    assert Journey.field(page, "country").input_value() == "BE"
    assert Journey.field(page, "address-level2").input_value() == "Gent"
    wrong = page.locator("main [aria-invalid=true]")
    assert wrong.count() == 1
    described = wrong.get_attribute("aria-describedby").split()
    assert any(page.locator(f"#{each}").inner_text().strip() for each in described)
    page.locator("[role=alert] a").first.click()
    assert page.evaluate("document.activeElement.getAttribute('autocomplete')") == "email"


def tab_to(page, selector: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_the_whole_petition_is_signed_by_keyboard_alone(site, visitors):
    page = visitors.come(locale="en")
    page.goto("/en")
    tab_to(page, "main a[href^='/en/campaigns/']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/en/campaigns/[^/]+$"))

    tab_to(page, "[autocomplete~='name']")
    page.keyboard.type("Mercy Keyboard")
    tab_to(page, "[autocomplete~='email']")
    page.keyboard.type("mercy.keyboard@example.org")
    tab_to(page, "[autocomplete~='country']")
    page.keyboard.type("Keny")
    tab_to(page, "input[type=checkbox][required]")
    page.keyboard.press("Space")
    tab_to(page, "form:has([autocomplete~='email']) button")
    page.keyboard.press("Enter")
    Journey.field(page, "one-time-code").wait_for()

    mercy = Journey(site, page, "en", "Mercy Keyboard", "mercy.keyboard@example.org")
    mercy.open_link()
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/thanks$"))


def test_signing_twice_shows_the_same_page_and_counts_once(site, visitors):
    petition = Petition(site, "fr")
    pages = []
    for mailbox in ["dara.twice@example.org", "Dara.Twice+petition@EXAMPLE.org"]:
        page = visitors.come(scripts=False)
        dara = Journey(site, page, "fr", "Dara  TWICE" if "+" in mailbox else "Dara Twice", mailbox)
        dara.go_to_campaign()
        dara.sign()
        pages.append(page.locator("main").inner_text())
    assert pages[0] == pages[1]
    assert len(site.mails_to("dara.twice@example.org")) + len(site.mails_to("Dara.Twice+petition@EXAMPLE.org")) == 1
    page.wait_for_timeout(3000)  # whoever confirmed in an earlier test is counted by now
    before = petition.count()
    petition.confirm("dara.twice@example.org")
    petition.confirm("dara.twice@example.org")
    page.wait_for_timeout(3000)
    assert petition.count() == before + 1


def test_the_count_moves_while_someone_looks(site, visitors):
    petition = Petition(site, "en")
    page = visitors.come(locale="en")
    page.goto(petition.path)
    shown = page.locator("[data-count] .number").first
    before = shown.inner_text()
    petition.sign("Lotte Live", "lotte.live@example.org")
    petition.confirm("lotte.live@example.org")
    page.wait_for_function("before => document.querySelector('[data-count] .number').innerText !== before", arg=before, timeout=40_000)
    assert int(re.sub(r"\D", "", shown.inner_text())) == petition.count()
