"""The way of a signer through the site, by clicking. Fields are found by their autocomplete tokens, as a browser that fills forms does."""

import re

from petition import mail_code, mail_paths
from playwright.sync_api import Locator, Page
from program import Program


class Journey:
    def __init__(self, site: Program, page: Page, language: str, name: str, mailbox: str):
        self.site, self.page, self.language = site, page, language
        self.name, self.mailbox = name, mailbox

    # Places on a page

    @staticmethod
    def form(page: Page) -> Locator:
        return page.locator("form:has([autocomplete~='email'])")

    @staticmethod
    def field(page: Page, token: str) -> Locator:
        return page.locator(f"main [autocomplete~='{token}']")

    @staticmethod
    def send(page: Page) -> None:
        Journey.form(page).locator("button").click()

    @staticmethod
    def type_code(page: Page, code: str) -> None:
        field = Journey.field(page, "one-time-code")
        field.fill(code)
        field.press("Enter")

    @staticmethod
    def choose_language(page: Page, language: str) -> None:
        """By the language menu, which opens without JavaScript."""
        link = page.locator(f"header a[hreflang='{language}']")
        if not link.is_visible():
            page.locator("header summary").click()
        link.click()

    # The way

    def go_home(self):
        self.page.goto(f"/{self.language}")

    def go_to_campaign(self):
        """From home, by its link."""
        self.go_home()
        self.page.locator(f"main a[href^='/{self.language}/campaigns/']").first.click()
        self.page.wait_for_url(re.compile(rf"/{self.language}/campaigns/[^/]+$"))

    def fill(self, country: str = "SN", town: str = "", organisation: str = ""):
        for token, words in {"name": self.name, "email": self.mailbox, "address-level2": town, "organization": organisation}.items():
            self.field(self.page, token).fill(words)
        self.field(self.page, "country").select_option(country)
        self.form(self.page).locator("input[type=checkbox][required]").check()

    def sign(self, **details: str):
        """Fills the form and sends it; ends on the page that says to look into the mailbox."""
        self.fill(**details)
        self.send(self.page)
        self.field(self.page, "one-time-code").wait_for()

    def mail(self) -> dict:
        return self.site.mail_to(self.mailbox)

    def open_link(self):
        self.page.goto(mail_paths(self.site, self.mail())[0])

    def press_confirm(self):
        """The button on the page that the link opens; ends on the thanks."""
        self.page.locator("main form[method=post] button").first.click()
        self.page.wait_for_url(re.compile("/thanks$"))

    def confirm_by_code(self):
        self.type_code(self.page, mail_code(self.mail()))
        self.page.wait_for_url(re.compile("/thanks$"))
