"""An address of every kind of page, reached as signers reach them."""

from dataclasses import dataclass
from typing import Callable

from petition import Petition, mail_paths
from playwright.sync_api import Page
from program import Program

from journey import Journey

STANDARD = ["why", "counting", "privacy", "accessibility", "contact"]
KINDS = ["home", "campaigns", "campaign", "form with errors", "sent", "wrong code", "confirm", "thanks", "change", "withdrawn", *STANDARD, "not found"]


@dataclass
class Places:
    language: str
    addresses: dict[str, str]

    @staticmethod
    def prepare(site: Program, language: str) -> "Places":
        petition = Petition(site, language)

        def signed(name: str) -> tuple[str, str]:
            """Someone new signs; gives the address after the form and the address in the mail."""
            mailbox = f"{name}.{language}@example.org"
            sent = petition.sign(f"{name} {language}", mailbox)
            assert sent.status == 303, f"signing answered {sent.status}:\n{sent.text[:500]}"
            return sent.headers["Location"], mail_paths(site, site.mail_to(mailbox))[0]

        sent, confirm = signed("Pending")
        _, change = signed("Confirmed")
        assert petition.press(change, 0).status == 303
        _, withdrawn = signed("Withdrawn")
        assert petition.press(withdrawn, 0).status == 303
        assert petition.press(withdrawn, -1).status == 303
        addresses = {
            "home": f"/{language}",
            "campaigns": petition.path.rsplit("/", 1)[0],
            "campaign": petition.path,
            "form with errors": petition.path,
            "sent": sent,
            "wrong code": sent,
            "confirm": confirm,
            "thanks": f"{petition.path}/thanks",
            "change": change,
            "withdrawn": withdrawn,
            "not found": f"/{language}/nothing-is-here",
        }
        return Places(language, addresses | {name: f"/{language}/{name}" for name in STANDARD})

    def open(self, page: Page, kind: str) -> None:
        response = page.goto(self.addresses[kind])
        after: dict[str, Callable] = {
            "form with errors": lambda: Journey.send(page),
            "wrong code": lambda: Journey.type_code(page, "000 000"),
        }
        if kind in after:
            with page.expect_navigation() as navigation:
                after[kind]()
            response = navigation.value
        wanted = {"form with errors": 422, "wrong code": 422, "not found": 404}.get(kind, 200)
        assert response.status == wanted, f"{kind} answers {response.status}"
