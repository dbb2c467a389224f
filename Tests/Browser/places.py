"""An address of every kind of page, reached as signers, people with an account and the secretariat reach them."""

import re
from dataclasses import dataclass
from typing import Callable
from urllib.parse import urlencode

from forms import mark
from petition import Petition, mail_paths
from playwright.sync_api import Page
from program import Program

from journey import Journey

STANDARD = ["why", "counting", "privacy", "accessibility", "contact"]
PUBLIC = ["home", "campaigns", "campaign", "form with errors", "sent", "wrong code", "confirm", "thanks", "change", "withdrawn", "kit", *STANDARD, "not found"]
# Below /{language}/account and /{language}/desk, for whom nobody must be known, and for whom somebody must.
WAYS_IN = {"entrance": "", "sign in": "/session", "sign up": "/new", "recovery": "/recovery"}
ACCOUNT = {
    "account": "", "profile": "/profile", "security": "/security", "second factor": "/second-factor", "my data": "/data",
    "my signatures": "/signatures",
}
DESK = {
    "queue": "", "blocks": "/blocks", "mailbox rules": "/mailbox-rules", "desk campaigns": "/campaigns", "desk campaign": "/campaigns/{slug}", "desk words": "/campaigns/{slug}/words/nl",
    "desk kit": "/campaigns/{slug}/kit",
    "desk pages": "/pages", "desk page": "/pages/why/es", "translations": "/translations",
    "translation": "/translations/campaign/{slug}/nl", "people": "/people", "settings": "/settings", "messages": "/outbox",
    "message": "/outbox/1", "jobs": "/jobs", "log": "/log", "directory": "/organisations", "new organisation": "/organisations/new",
    "kept organisation": "/organisations/{organisation}", "lists": "/imports", "new list": "/imports/new", "list": "/imports/{list}",
}
# A list with a line of each outcome.
LIST = """name,category,country,website
New union of the river,unions,SN,https://river.example.org
WSM,unions,BE,
International Trade Union Confederation,unions,,
Union of nowhere,unions,Atlantis,
"""
# What somebody with a mandate sees below /{language}/account/organisations.
MANDATE = {
    "my organisations": "", "asking": "/ituc/mandate", "own profile": "/{organisation}", "endorsing": "/{organisation}/endorsements/{slug}",
    "proposing": "/{organisation}/campaigns/{slug}",
}
# Mailings at the desk, where one is written and one goes out, and what others see of them.
MAILING_DESK = ["mailings", "mailing draft", "mailing words", "mailing preview", "mailing sending", "mailing going out", "mailing limits"]
MAILING_LINKS = ["archive", "archived mailing", "unsubscribe", "unsubscribe unknown"]
BY_LINK = ["mandate asked", "endorsement asked", "endorsers", "translating"]
# Three organisations in each language: one that endorses, one whose endorsement is asked about, one whose mandate is.
SAMPLES = {
    "fr": ["sample-domestic-workers-dakar", "sample-health-mutual-cotonou", "sample-network-africa"],
    "en": ["sample-young-workers-nairobi", "sample-garment-workers-phnom-penh", "sample-network-asia"],
    "es": ["sample-street-vendors-lima", "sample-womens-movement-guatemala", "sample-network-latin-america"],
    "nl": ["sample-migrants-union-brussels", "sample-home-workers-dhaka", "sample-network-europe"],
}
DIRECTORY = {
    "organisations": "/organisations",
    "organisations filtered": "/organisations?category=unions&region=150",
    "no organisation found": "/organisations?q=nothing-is-called-so",
    "filter with errors": "/organisations?country=XX",
    "organisation": "/organisations/wsm",
    "network": "/organisations/ituc",
}
SIGNED_IN = [*ACCOUNT, *DESK, *MANDATE, *MAILING_DESK]
KINDS = [*PUBLIC, *DIRECTORY, *WAYS_IN, *BY_LINK, *MAILING_LINKS, *SIGNED_IN]
ADMINISTRATOR, PASSWORD = "els@example.org", "three words and a river"


def sign_in(site: Program, language: str, mailbox: str = ADMINISTRATOR, name: str = "Els Sample") -> str:
    """The session of an administrator."""
    site.command("person", "create", "--email", mailbox, "--name", name, "--role", "administrator", given=f"{PASSWORD}\n".encode())
    form = urlencode({"email": mailbox, "password": PASSWORD}).encode()
    answer = site.post(f"/{language}/account/session", form)
    assert answer.status == 303, f"signing in answered {answer.status}"
    return answer.headers["Set-Cookie"].split(";")[0].split("=", 1)[1]


def bring_list(site: Program, language: str, session: str) -> str:
    """The page of a list that waits for a decision."""
    form = urlencode({"kind": "organisations", "listLanguage": language, "lines": LIST}).encode()
    answer = site.post(f"/{language}/desk/imports", form, {"Cookie": f"session={session}"})
    assert answer.status == 303, f"bringing a list answered {answer.status}"
    return answer.headers["Location"]


@dataclass
class Speaker:
    """The administrator, who also speaks for sample organisations, whose contacts are asked by mail."""

    petition: Petition
    session: str
    colleague: str  # Whoever speaks for an organisation is not asked by contacts of their own choosing.

    def speak(self) -> dict[str, str]:
        """Has one organisation endorse the campaign, and leaves two questions open. Gives the addresses of what is asked."""
        endorsing, deciding, unknown = SAMPLES[self.petition.language]
        for organisation in (endorsing, deciding):
            self.petition.press(self.ask(organisation), 0)
        self.petition.press(self.endorse(endorsing), 0)
        return {"endorsement asked": self.endorse(deciding), "mandate asked": self.ask(unknown)}

    def ask(self, organisation: str) -> str:
        """Asks to act for an organisation, once it has an official contact. Gives the link in the contact's mail."""
        language = self.petition.language
        self.send(
            f"/{language}/desk/organisations/{organisation}/contacts", self.colleague, contactFunction="Office", contactMailbox=self.contact(organisation),
            contactLanguage=language, contactOfficial="yes",
        )
        self.send(f"/{language}/account/organisations/{organisation}/mandate", function="Secretary")
        return self.link(organisation)

    def endorse(self, organisation: str) -> str:
        """Endorses the campaign. Gives the link in the contact's mail."""
        path = f"/{self.petition.language}/account/organisations/{organisation}/endorsements/{self.petition.slug}"
        self.send(path, signatory="The board", function="President", decidedOn="2026-01-15")
        return self.link(organisation)

    def contact(self, organisation: str) -> str:
        return f"{organisation}@example.org"

    def link(self, organisation: str) -> str:
        site = self.petition.program
        return mail_paths(site, site.mail_to(self.contact(organisation)))[0]

    def send(self, path: str, session: str = "", **fields: str) -> None:
        cookie = f"session={session or self.session}"
        answer = self.petition.program.post(path, urlencode(fields).encode(), {"Cookie": cookie})
        assert answer.status == 303, f"{path} answered {answer.status}:\n{answer.text[:500]}"


@dataclass
class Writer:
    """The administrator, who writes to the contacts of organisations."""

    petition: Petition
    session: str

    def write(self) -> dict[str, str]:
        """Lets one mailing go out and leaves another to be written. Gives the addresses about both."""
        language, site = self.petition.language, self.petition.program
        subject = f"News in {language}"
        sent, draft = self.draft(subject), self.draft("A draft")
        looked = site.get(f"{sent}/sending", {"Cookie": f"session={self.session}"}).text
        self.post(f"{sent}/sending", people="1000", seen=re.search(r'name="seen" value="(\w+)"', looked).group(1))
        organisation = SAMPLES[language][0]
        link = mail_paths(site, site.mail_to(f"{organisation}@example.org", subject))[-1]
        return {
            "mailings": f"/{language}/desk/mailings", "mailing draft": draft, "mailing words": f"{draft}/words/{'es' if language == 'nl' else 'nl'}",
            "mailing preview": f"{draft}/preview/{language}", "mailing sending": f"{draft}/sending", "mailing going out": sent,
            "mailing limits": f"/{language}/desk/mailings/limits", "archive": f"/{language}/mailings",
            "archived mailing": f"/{language}/mailings/{sent.rsplit('/', 1)[1]}", "unsubscribe": link,
            "unsubscribe unknown": f"/{language}/mailings/unsubscriptions/nothing",
        }

    def draft(self, subject: str) -> str:
        language = self.petition.language
        path = self.post(f"/{language}/desk/mailings")
        words = f"{path}/words/{language}"
        page = self.petition.program.get(words, {"Cookie": f"session={self.session}"}).text
        self.post(words, mark=mark(page), subject=subject, body="Dear {name},\n\n## Together\n\nWe go on, **together**:\n\n- first\n- [second](/)")
        self.post(path, **{"source-contacts": "yes", "language": language, "public": "yes"})
        return path

    def post(self, path: str, **fields: str) -> str:
        answer = self.petition.program.post(path, urlencode(fields).encode(), {"Cookie": f"session={self.session}"})
        assert answer.status == 303, f"{path} answered {answer.status}:\n{answer.text[:500]}"
        return answer.headers["Location"].split("?")[0]


@dataclass
class Places:
    language: str
    addresses: dict[str, str]
    session: str
    base: str

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
            "kit": f"{petition.path}/kit",
            "not found": f"/{language}/nothing-is-here",
        }
        addresses |= {name: f"/{language}/{name}" for name in STANDARD}
        addresses |= {kind: f"/{language}{path}" for kind, path in DIRECTORY.items()}
        for name, path in (WAYS_IN | ACCOUNT).items():
            addresses[name] = f"/{language}/account{path}"
        for part, paths in (("desk", DESK), ("account/organisations", MANDATE)):
            for name, path in paths.items():
                filled = path.replace("{slug}", petition.slug).replace("{organisation}", SAMPLES[language][0])
                addresses[name] = f"/{language}/{part}{filled}"
        # One more name on a mailbox than a day allows is something for the queue; and the administrator signs too.
        for number in range(7):
            petition.sign(f"Neighbour {'abcdefg'[number]}", f"village.{language}@example.org")
        petition.sign("Els Sample", ADMINISTRATOR)
        session = sign_in(site, language)
        colleague = sign_in(site, language, "mia@example.org", "Mia Sample")
        addresses["list"] = bring_list(site, language, session)
        addresses |= Speaker(petition, session, colleague).speak() | {"endorsers": f"{petition.path}/organisations"}
        addresses |= Writer(petition, session).write()
        # A link for a translator is shown once, to the editor who makes it; what is around the text is read in any language.
        links = f"/{language}/desk/translations/campaign/{petition.slug}/nl/links"
        made = site.post(links, urlencode({"purpose": "Sample"}).encode(), {"Cookie": f"session={session}"})
        addresses["translating"] = f"/{language}" + re.search(r"/nl(/translations/[\w-]{43})", made.text).group(1)
        return Places(language, addresses, session, site.base)

    def open(self, page: Page, kind: str) -> None:
        if kind in SIGNED_IN:
            page.context.add_cookies([{"name": "session", "value": self.session, "url": self.base}])
        response = page.goto(self.addresses[kind])
        after: dict[str, Callable] = {
            "form with errors": lambda: Journey.send(page),
            "wrong code": lambda: Journey.type_code(page, "000 000"),
        }
        if kind in after:
            with page.expect_navigation() as navigation:
                after[kind]()
            response = navigation.value
        wanted = {"form with errors": 422, "wrong code": 422, "filter with errors": 422, "not found": 404, "unsubscribe unknown": 404}.get(kind, 200)
        assert response.status == wanted, f"{kind} answers {response.status}"
