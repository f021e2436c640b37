"""A store that cannot be written just now: the desk says so with 503 on every door, names no path, and goes on when it can."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

from marsad.desk.app import create_app
from marsad.store.store import Store


@pytest.fixture
def full(fresh: Store) -> Iterator[Store]:
    """A store that may grow no further, as on a full disk."""

    def narrow(connection: object, _: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]  # SQLite takes the size it has

    fresh._engine.dispose()
    event.listen(fresh._engine, "connect", narrow)
    yield fresh
    event.remove(fresh._engine, "connect", narrow)


def test_a_full_disk_is_no_fault_of_the_reader_and_reading_goes_on(full: Store) -> None:
    reader = TestClient(create_app(full), follow_redirects=False, headers={"sec-fetch-site": "same-origin"})
    reviewer = signed_in(full, "reviewer")
    for _ in range(400):  # what is written first finds room on pages that are not full
        answer = reader.post("/en/report-error", data={"about": "/en/", "words": "x" * 1500})
        if answer.status_code not in (200, 303):
            break
    assert answer.status_code == 503
    assert "Nothing was half kept" in answer.text
    assert "marsad.db" not in answer.text
    assert reviewer.get("/en/account").status_code == 200
    assert reader.get("/en/").status_code == 200
