"""Alerts: news sent once, signed, to public addresses alone; what did not arrive is told again."""

import json
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest

import marsad
from marsad.client import signed
from marsad.delivery.hook import SIGNATURE, Poster, signature
from marsad.delivery.letter import Server, letter, server_of
from marsad.delivery.send import Ways, send
from marsad.intake.address import Guard
from marsad.model import MarsadError
from marsad.store import accounts, alerts
from marsad.store.query import query_of
from marsad.store.store import Store

FIRST = "قتل 12 شخصا في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017."
LATER = "قتل 15 شخصا في قصف على مدينة حلب يوم 18 تشرين الأول 2017."
NOW = 1_700_000_000


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.got.append((self.headers[SIGNATURE], self.rfile.read(int(self.headers["Content-Length"]))))  # type: ignore[attr-defined]
        self.send_response(self.server.answers.pop(0) if self.server.answers else 204)  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    server.got, server.answers = [], []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(str(tmp_path / "marsad.db"), make=True) as held:
        read(held, FIRST, "2017-10-18")
        with held.writing() as connection:
            accounts.make(connection, "analyst", "analyst", "a password of the tests", "tests")
        yield held


def read(store: Store, text: str, published: str) -> None:
    store.add([marsad.read(text, published=published, outlet="صحيفة")], "tests")
    store.settle("tests")


def alert(store: Store, **filters: str) -> alerts.Alert:
    to = {name: filters.pop(name, None) for name in ("letter", "hook")}
    with store.writing() as connection:
        return alerts.make(connection, "analyst", query_of(filters, store.atlas), to["letter"], to["hook"])


def sent(store: Store, ways: Ways) -> tuple[int, int, list[str]]:
    faults: list[str] = []
    return *send(store, ways, NOW, faults.append), faults


def test_a_hook_is_told_once_of_what_is_new_and_its_signature_holds(store: Store, receiver: HTTPServer) -> None:
    ways = Ways(Poster(Guard(allowed=(ip_network("127.0.0.0/8"),))))
    made = alert(store, hook=f"http://127.0.0.1:{receiver.server_port}/news", place="حلب")
    assert sent(store, ways) == (0, 0, []), "what was there before is no news"
    read(store, LATER, "2017-10-19")
    receiver.answers.append(500)  # type: ignore[attr-defined]
    assert sent(store, ways)[:2] == (0, 1), "refused: told again"
    assert sent(store, ways)[:2] == (1, 0)
    assert sent(store, ways)[:2] == (0, 0), "told once"
    header, body = receiver.got[-1]  # type: ignore[attr-defined]
    assert made.secret is not None
    assert signed(made.secret, header, body, NOW)
    assert [row["figures"][0]["low"] for row in json.loads(body)["rows"]] == [15]


@pytest.mark.parametrize(
    ("secret", "header", "body", "now"),
    [
        ("other", signature("secret", b"{}", NOW), b"{}", NOW),
        ("secret", signature("secret", b"{}", NOW), b"{ }", NOW),
        ("secret", signature("secret", b"{}", NOW), b"{}", NOW + 301),
        ("secret", "t=,v1=", b"{}", NOW),
        ("secret", f"t={NOW}", b"{}", NOW),
        ("secret", "", b"{}", NOW),
    ],
)
def test_a_signature_that_does_not_hold(secret: str, header: str, body: bytes, now: int) -> None:
    assert not signed(secret, header, body, now)


@pytest.mark.parametrize("hook", ["http://127.0.0.1:80/", "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/"])
def test_no_hook_reaches_a_network_that_is_not_public(store: Store, hook: str) -> None:
    alert(store, hook=hook)
    read(store, LATER, "2017-10-19")
    arrived, failed, faults = sent(store, Ways())
    assert (arrived, failed) == (0, 1)
    assert "not a public address" in faults[0]


def test_a_letter_names_each_record_and_its_filters(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    letters: list[EmailMessage] = []
    monkeypatch.setattr(Server, "send", lambda self, one: letters.append(one))
    alert(store, letter="reader@example.org", outcome="killed")
    read(store, LATER, "2017-10-19")
    assert sent(store, Ways())[:2] == (0, 1), "without a server it waits"
    assert sent(store, Ways(server=server_of("localhost:25", "desk@example.org"), desk="https://desk.example"))[:2] == (1, 0)
    (one,) = letters
    text = one.get_content()
    assert one["To"] == "reader@example.org"
    assert "15 killed (people)" in text
    assert "https://desk.example/en/incidents/in-" in text
    assert "A documented minimum, not an estimate." in text


def test_no_line_of_a_letter_s_head_can_be_slipped_in() -> None:
    made = letter("a@example.org", "b@example.org", "x\nBcc: c@example.org", (), "")
    assert made["Bcc"] is None
    assert "\n" not in made["Subject"]


@pytest.mark.parametrize("address", ["", "x", "a@b@c", "a b@example.org", "a@example.org,b@example.org", "a@example.org\nBcc: x"])
def test_what_is_no_address_of_a_letter_is_refused(store: Store, address: str) -> None:
    with pytest.raises(MarsadError):
        alert(store, letter=address)


def test_an_alert_ends(store: Store) -> None:
    made = alert(store, letter="reader@example.org")
    with store.writing() as connection:
        alerts.drop(connection, made.id, "tests")
        assert alerts.everything(connection) == []
        with pytest.raises(MarsadError, match="no alert"):
            alerts.drop(connection, made.id, "tests")
