"""Forms as a browser without JavaScript sees them: read from the page, filled by the standard autocomplete tokens, encoded."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode


@dataclass
class Field:
    name: str
    type: str
    value: str = ""
    token: str = ""
    required: bool = False
    checked: bool = False
    options: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    fields: list[Field] = field(default_factory=list)

    def by_token(self, token: str) -> Field:
        return next(each for each in self.fields if each.token == token)

    def has(self, token: str) -> bool:
        return any(each.token == token for each in self.fields)

    def filled(self, given: dict[str, str]) -> list[tuple[str, str]]:
        """What a browser sends after someone typed `given` (by autocomplete token) and ticked what must be ticked."""
        pairs, chosen = [], set()
        for each in self.fields:
            if not each.name or each.type in ("submit", "button", "reset", "image", "file"):
                continue
            if each.type in ("checkbox", "radio"):
                wanted = each.checked or (each.required and each.name not in chosen)
                if wanted:
                    pairs.append((each.name, each.value or "on"))
                    chosen.add(each.name)
            else:
                pairs.append((each.name, given.get(each.token, each.value) if each.token else each.value))
        return pairs

    def encoded(self, given: dict[str, str]) -> bytes:
        return urlencode(self.filled(given)).encode()


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.select: Field | None = None
        self.textarea: Field | None = None

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.open = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self.open)
        if self.open is None:
            return
        if tag in ("input", "button", "select", "textarea"):
            words = given.get("autocomplete", "").split()
            kind = given.get("type", {"input": "text", "button": "submit"}.get(tag, tag)).lower()
            made = Field(
                given.get("name", ""), kind, given.get("value", ""), words[-1] if words else "", "required" in given, "checked" in given
            )
            if "disabled" not in given:
                self.open.fields.append(made)
            if tag == "select":
                self.select = made
            if tag == "textarea":
                self.textarea = made
        if tag == "option" and self.select is not None:
            self.select.options.append(given.get("value", ""))
            if "selected" in given:
                self.select.value = given.get("value", "")

    def handle_data(self, data):
        if self.textarea is not None:
            self.textarea.value += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.open = None
        if tag == "select":
            self.select = None
        if tag == "textarea":
            self.textarea = None


def forms(page: str) -> list[Form]:
    reader = Reader()
    reader.feed(page)
    return reader.forms


def signing_form(page: str) -> Form:
    """The form that asks for a mailbox: the petition's."""
    return next(form for form in forms(page) if form.method == "post" and form.has("email"))


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found += [value for name, value in attributes if name == "href" and value]


def links(page: str) -> list[str]:
    reader = Links()
    reader.feed(page)
    return reader.found


def mark(page: str) -> str:
    """What a form says it was made from: sent back, so that nobody's newer words are overwritten."""
    return re.search(r'name="mark" value="([^"]*)"', page).group(1)
