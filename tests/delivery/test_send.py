"""Alerts: news sent once, signed, to public addresses alone; what did not arrive is told again."""

import json
from email.message import EmailMessage
from http.server import HTTPServer
from ipaddress import ip_network

import pytest
from tests.delivery.conftest import LATER, NOW, alert, read, sent

from marsad.client import signed
from marsad.delivery.hook import Poster, signature
from marsad.delivery.letter import Server, letter, server_of
from marsad.delivery.send import Ways
from marsad.intake.address import Guard
from marsad.model import MarsadError
from marsad.store import alerts
from marsad.store.store import Store


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
