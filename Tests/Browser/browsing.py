"""Visitors: a browser window each, with or without JavaScript, watched for requests to other hosts and errors."""

from urllib.parse import urldefrag, urlsplit

from machine import chromium as system_chromium
from machine import is_root
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request
from program import Program

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def launch(playwright: Playwright) -> Browser:
    # Chromium refuses its sandbox when it runs as root, as it does in containers.
    return playwright.chromium.launch(executable_path=system_chromium(), args=["--no-sandbox"] if is_root() else [])


class Visitors:
    def __init__(self, site: Program, browser: Browser):
        self.site, self.browser = site, browser
        self.contexts = []
        self.documents: set[str] = set()
        self.foreign: list[str] = []
        self.errors: list[str] = []

    def come(self, *, scripts: bool = True, size: dict = WIDE, scheme: str = "light", locale: str = "fr") -> Page:
        """A new visitor: no cookies, nothing cached."""
        context = self.browser.new_context(
            base_url=self.site.base, java_script_enabled=scripts, viewport=size, color_scheme=scheme, locale=locale
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", self.saw_request)
        page.on("console", self.saw_message)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def saw_request(self, request: Request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and f"{address.scheme}://{address.netloc}" != self.site.base:
            self.foreign.append(request.url)
        if request.is_navigation_request():
            self.documents.add(urldefrag(request.url).url)

    def saw_message(self, message: ConsoleMessage):
        # A page that answers 404 or 422 by intent is reported by the browser as a resource that failed to load.
        place = urldefrag(message.location.get("url", "")).url
        intended = message.text.startswith("Failed to load resource") and place in self.documents
        if message.type == "error" and not intended:
            self.errors.append(f"{place}: {message.text}")

    def leave(self):
        for context in self.contexts:
            context.close()
