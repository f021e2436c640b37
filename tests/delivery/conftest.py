"""A store with one report, somebody who wants its news, and a program that takes hooks."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

import marsad
from marsad.delivery.hook import SIGNATURE
from marsad.delivery.send import Ways, send
from marsad.store import accounts, alerts
from marsad.store.query import query_of
from marsad.store.store import Store
from marsad.store.wording import Language

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
    to = {name: filters.pop(name, None) for name in ("letter", "hook", "record", "language")}
    address = alerts.of_record(to["record"]) if to["record"] else query_of(filters, store.atlas).address()
    language: Language = "ar" if to["language"] == "ar" else "en"
    with store.writing() as connection:
        return alerts.make(connection, "analyst", address, to["letter"], to["hook"], language)


def sent(store: Store, ways: Ways) -> tuple[int, int, list[str]]:
    faults: list[str] = []
    return *send(store, ways, NOW, faults.append), faults
