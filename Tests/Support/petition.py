"""The petition over plain HTTP: find it, sign it, read the mail."""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from forms import Form, forms, links, signing_form
from program import Answer, Program


@dataclass
class Petition:
    """The demo campaign in one language."""

    program: Program
    language: str = "fr"

    def __post_init__(self):
        home = self.program.get(f"/{self.language}").text
        pattern = re.compile(rf"^/{self.language}/campaigns/[^/?#]+")
        found = [match.group() for link in links(home) if (match := pattern.match(link))]
        assert found, "home does not lead to a campaign"
        self.path = found[0]
        self.slug = self.path.rsplit("/", 1)[1]
        self.form: Form = signing_form(self.program.get(self.path).text)
        self.action = urlsplit(self.form.action).path or self.path

    def body(self, name: str, mailbox: str, country: str = "SN") -> bytes:
        return self.form.encoded({"name": name, "email": mailbox, "country": country})

    def sign(self, name: str, mailbox: str, headers: dict[str, str] | None = None) -> Answer:
        return self.program.post(self.action, self.body(name, mailbox), headers)

    def press(self, path: str, which: int) -> Answer:
        """Opens a page and presses the button of its form number `which`, counted from the first or, below 0, from the last."""
        form = [form for form in forms(self.program.get(path).text) if form.method == "post"][which]
        return self.program.post(urlsplit(form.action).path or path, form.encoded({}))

    def confirm(self, mailbox: str) -> Answer:
        """Opens the link of the newest mail, and presses its button."""
        return self.press(mail_paths(self.program, self.program.mail_to(mailbox))[0], 0)

    def count(self) -> int:
        """The number of people as `count.json` gives it."""
        return json.loads(self.program.get(f"/campaigns/{self.slug}/count.json").body)["people"]


def mail_paths(program: Program, message: dict) -> list[str]:
    """The addresses on this site that a message names, in order."""
    return [urlsplit(found).path for found in re.findall(re.escape(program.base) + r"/[^\s<>\")]+", message["text"])]


def mail_code(message: dict) -> str:
    """The six digits of a message, however they are grouped."""
    return re.sub(r"\D", "", re.search(r"(?<!\d)\d{3}[ \u00a0\u202f]?\d{3}(?!\d)", message["text"]).group())
