"""What strangers send: a clear answer with the right status, never a 500, and nobody else notices."""

import asyncio
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from forms import forms
from ledger import in_sqlite
from load import Crowd, post_head, read_answer
from petition import Petition, mail_code

REFUSED = {400, 413, 415, 422}


@pytest.fixture
def petition(site):
    return Petition(site)


def pairs(petition: Petition, **changed: str) -> list[tuple[str, str]]:
    """A form that would be accepted, but for what is changed, by autocomplete token."""
    given = {"name": "Someone", "email": "someone@example.org", "country": "BE"} | changed
    return petition.form.filled(given)


def field(petition: Petition, token: str) -> str:
    return petition.form.by_token(token).name


def send(petition: Petition, body: bytes | list[tuple[str, str]], **headers: str):
    body = body if isinstance(body, bytes) else urlencode(body).encode()
    return petition.program.post(petition.action, body, {name.replace("_", "-"): value for name, value in headers.items()})


def test_the_form_these_tests_start_from_is_accepted(petition):
    assert send(petition, pairs(petition)).status == 303


@pytest.mark.parametrize("token", ["name", "email", "country"])
def test_a_missing_field_is_a_problem_of_the_form(petition, token):
    left = [(name, value) for name, value in pairs(petition) if name != field(petition, token)]
    answer = send(petition, left)
    assert answer.status == 422
    assert 'aria-invalid="true"' in answer.text


def test_consent_is_never_assumed(petition):
    boxes = {each.name for each in petition.form.fields if each.type == "checkbox" and each.required}
    assert len(boxes) == 1
    assert not any(each.checked for each in petition.form.fields)
    assert send(petition, [pair for pair in pairs(petition) if pair[0] not in boxes]).status == 422


@pytest.mark.parametrize("token", ["name", "email", "country"])
def test_a_doubled_field_is_refused(petition, token):
    assert send(petition, pairs(petition) + [(field(petition, token), "second@example.org")]).status in REFUSED


@pytest.mark.parametrize(
    "token, value",
    [
        ("email", "a" * 308 + "@example.org"),
        ("email", "no mailbox"),
        ("email", "one@example.org, two@example.org"),
        ("email", "one@example.org\r\nBcc: all@example.org"),
        ("country", "XX"),
        ("country", "be; DROP TABLE signature"),
        ("name", "x" * 10_000),
        ("name", "Win at https://casino.example"),
        ("name", "=HYPERLINK(1)"),
        ("name", "   "),
        ("name", "one\r\ntwo"),
    ],
    ids=lambda value: repr(value[:30]),
)
def test_a_value_that_cannot_be_right_is_a_problem_of_the_form(petition, token, value):
    assert send(petition, pairs(petition, **{token: value})).status == 422


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"%FF%FE", b"%C0%AF", b"%ED%A0%80", b"%00", b"\x00"])
def test_bytes_that_are_no_text_are_refused(petition, raw):
    body = urlencode(pairs(petition)).encode().replace(b"Someone", b"Some" + raw)
    assert send(petition, body).status == 400


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", "text/plain"])
def test_another_kind_of_body_is_refused(petition, kind):
    assert send(petition, b"--x--", Content_Type=kind).status in (400, 415)


def test_a_form_of_10_mb_is_refused_before_it_is_read(petition):
    async def story(head: bytes, piece: bytes, pieces: int) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", petition.program.port)
        writer.write(head)

        async def pour():
            try:
                for _ in range(pieces):
                    writer.write(piece)
                    await writer.drain()
            except OSError:
                pass

        pouring = asyncio.create_task(pour())
        status, _ = await asyncio.wait_for(read_answer(reader), 10)
        pouring.cancel()
        writer.close()
        return status

    chunk = 64 * 1024
    head = post_head(petition, 0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    assert asyncio.run(story(post_head(petition, 10_000_000), b"a" * chunk, 160)) == 413
    assert asyncio.run(story(head, b"%x\r\n" % chunk + b"a" * chunk + b"\r\n", 160)) == 413
    assert send(petition, pairs(petition, email="still@example.org")).status == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "", "Origin": "https://evil.example"},
        {"Sec_Fetch_Site": "", "Origin": "null"},
        {"Sec_Fetch_Site": "", "Referer": "https://evil.example/page"},
    ],
    ids=str,
)
def test_a_form_on_another_site_cannot_sign_for_its_visitors(petition, headers):
    assert send(petition, pairs(petition, email="victim@example.org"), **headers).status == 403
    assert "victim@example.org" not in in_sqlite(petition.program)


def drip(port: int, at_once: bytes, then: bytes) -> float:
    """Sends some bytes, then one a second. Gives the seconds until the connection was cut or answered, at most 60."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(at_once)
        line.settimeout(1)
        for byte in then:
            try:
                line.sendall(bytes([byte]))
                line.recv(1000)
                break
            except TimeoutError:
                if time.monotonic() - began > 60:
                    break
            except OSError:
                break
    return time.monotonic() - began


def test_slow_senders_are_cut_off_and_nobody_waits_for_them(petition):
    port = petition.program.port
    head = post_head(petition, 5000)

    with ThreadPoolExecutor(20) as people:
        heads = [people.submit(drip, port, head[:40], head[40:] * 2) for _ in range(10)]
        bodies = [people.submit(drip, port, head, b"a" * 200) for _ in range(10)]
        time.sleep(2)
        began = time.monotonic()
        assert petition.sign("Quick", "quick@example.org").status == 303
        assert time.monotonic() - began < 2
        assert max(each.result() for each in heads + bodies) < 45, "a slow sender was waited for"


@pytest.mark.parametrize("path", ["/fr/signatures/guessed", "/fr/signatures/" + "A" * 43, "/fr/signatures/%00", "/fr/signatures/" + "A" * 5000])
def test_a_guessed_token_is_not_found(site, path):
    assert site.get(path).status in (400, 404, 414)


def test_a_wrong_code_six_times_closes_the_code_but_not_the_link(petition):
    site = petition.program
    sent = petition.sign("Guessed", "guessed@example.org").headers["Location"]
    code = mail_code(site.mail_to("guessed@example.org"))
    wrong = "111111" if code != "111111" else "222222"
    form = next(each for each in forms(site.get(sent).text) if each.has("one-time-code"))
    for _ in range(6):
        assert site.post(form.action, form.encoded({"one-time-code": wrong})).status == 422
    assert site.post(form.action, form.encoded({"one-time-code": code})).status == 422, "after so many guesses the code is closed"
    assert petition.confirm("guessed@example.org").headers["Location"].endswith("/thanks")


@pytest.mark.parametrize("path", ["/%FF", "/fr/%00", "/fr/../../etc/passwd", "/fr/%2e%2e/%2e%2e", "//evil.example", "/" + "a" * 20_000, "/fr?q=%FF"])
def test_a_strange_address_is_answered(site, path):
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        status = int(line.recv(100).split(b" ")[1])
    assert status in (200, 301, 303, 308, 400, 404, 414, 431)


def test_200_people_behind_one_address_all_sign(petition):
    outcome = Crowd(petition, "hall", rate=1000, most=200).start().wait()
    assert set(outcome.answered.values()) == {303}
    assert len(outcome.signed) == 200
    mailed = {message["to"] for message in petition.program.outbox()}
    assert outcome.signed <= mailed, "flagged or not, each gets their mail"
