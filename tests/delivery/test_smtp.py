"""Letters over a real mail server on this machine: taken, over TLS, refused, and sent again once it is up."""

import shutil
import ssl
import subprocess
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from tests.delivery.conftest import LATER, alert, read, sent
from tests.postbox import Box, at, started

from marsad.delivery.hook import Poster
from marsad.delivery.letter import Server, letter
from marsad.delivery.send import Ways
from marsad.intake.address import Guard, network
from marsad.model import MarsadError
from marsad.store import captures, pages
from marsad.store.query import EVERYTHING
from marsad.store.store import Store


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate of localhost that this process trusts."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("NO TEST OF STARTTLS WAS RUN: there is no openssl here to make a certificate with")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    asked = (
        f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -keyout {key} -out {cert}"
    )
    subprocess.run([openssl, *asked.split(), "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


def test_a_letter_is_taken_with_its_words(store: Store, server: Server, box: Box) -> None:
    alert(store, letter="reader@example.org", outcome="killed")
    read(store, LATER, "2017-10-19")
    assert sent(store, Ways(server=server))[:2] == (1, 0)
    assert sent(store, Ways(server=server))[:2] == (0, 0)
    ((to, content, secure),) = box.letters
    assert to == ["reader@example.org"]
    assert not secure
    assert b"15 killed (people)" in content


def test_a_letter_goes_over_tls_where_it_is_offered(box: Box, certificate: ssl.SSLContext) -> None:
    controller = started(box, tls_context=certificate)
    at(controller, "localhost", tls=True).send(letter("a@example.org", "desk@example.org", "x", (), ""))
    controller.stop()
    assert [secure for _, _, secure in box.letters] == [True]


def test_a_certificate_that_is_not_trusted_gets_no_letter(
    box: Box, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    controller = started(box, tls_context=certificate)
    with pytest.raises(MarsadError, match="not reached"):
        at(controller, "localhost").send(letter("a@example.org", "desk@example.org", "x", (), ""))
    controller.stop()
    assert box.letters == []


def test_tls_that_is_asked_for_and_not_offered_sends_nothing(server: Server, box: Box) -> None:
    careful = Server(server.host, server.port, server.sender, tls=True)
    with pytest.raises(MarsadError, match="offers no TLS"):
        careful.send(letter("a@example.org", "desk@example.org", "x", (), ""))
    assert box.letters == []


def test_an_address_that_is_refused_is_a_problem_that_does_not_name_it(store: Store, server: Server) -> None:
    made = alert(store, letter="refused@example.org")
    read(store, LATER, "2017-10-19")
    arrived, failed, faults = sent(store, Ways(server=server))
    assert (arrived, failed) == (0, 1)
    assert "refused the address" in faults[0]
    with store.reading() as connection:
        (problem,) = captures.troubles(connection)
    assert problem.place == f"alert {made.id} by letter"
    assert "refused@example.org" not in problem.reason


def test_a_server_that_is_down_is_tried_again_and_the_problem_then_solved(store: Store, box: Box) -> None:
    controller = started(box)
    server = at(controller)
    controller.stop()
    alert(store, letter="reader@example.org")
    read(store, LATER, "2017-10-19")
    for _ in range(2):
        assert sent(store, Ways(server=server))[:2] == (0, 1)
    with store.reading() as connection:
        assert [one.times for one in captures.troubles(connection)] == [2]
    again = Controller(box, hostname="127.0.0.1", port=server.port)
    again.start()
    assert sent(store, Ways(server=server))[:2] == (1, 0)
    again.stop()
    assert len(box.letters) == 1
    with store.reading() as connection:
        assert list(captures.troubles(connection)) == []


def test_a_hook_is_not_told_again_when_only_the_letter_failed(store: Store, box: Box, receiver: Any) -> None:
    poster = Poster(Guard(allowed=(network("127.0.0.0/8"),)))
    alert(store, letter="reader@example.org", hook=f"http://127.0.0.1:{receiver.server_port}/news")
    read(store, LATER, "2017-10-19")
    assert sent(store, Ways(poster))[:2] == (1, 1), "the hook was told, the letter was not"
    controller = started(box)
    assert sent(store, Ways(poster, at(controller)))[:2] == (1, 0)
    controller.stop()
    assert len(receiver.got) == 1
    assert len(box.letters) == 1


AGAIN = "قتل 14 شخصا في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017، بحسب المرصد السوري لحقوق الإنسان."


def test_of_one_record_only_other_figures_are_news(store: Store, server: Server, box: Box) -> None:
    with store.reading() as connection:
        (event,) = pages.records_page(connection, "incident", EVERYTHING).rows
    alert(store, letter="reader@example.org", record=event["id"], language="ar")
    read(store, LATER, "2017-10-19")
    assert sent(store, Ways(server=server))[:2] == (0, 0), "another event is no news of it"
    read(store, AGAIN, "2017-10-19")
    assert sent(store, Ways(server=server))[:2] == (1, 0)
    said = message_from_bytes(box.letters[0][1]).get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "12–14 قتلى" in said
    assert "قبل ذلك: 12 قتلى" in said
