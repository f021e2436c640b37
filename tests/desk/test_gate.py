"""What every request passes first: what is known already is not sent again, and pages are made in turn."""

import asyncio
from typing import Any

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from tests.desk.conftest import signed_in

from marsad.desk.app import create_app
from marsad.desk.gate import Gate
from marsad.desk.limits import Buckets, Limit
from marsad.desk.room import Room
from marsad.desk.settings import Settings
from marsad.store import judge
from marsad.store.store import Store

PAGES = ("/ar/", "/en/?outcome=killed", "/en/incidents.geojson", "/ar/totals", "/ar/methodology", "/feeds/ar.atom")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_somebody_has_is_not_sent_again(reader: TestClient, address: str) -> None:
    first = reader.get(address)
    again = reader.get(address, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "content-security-policy" not in again.headers, "the kept page goes with the nonce it came with"
    other = reader.get(address, headers={"if-none-match": first.headers["etag"], "cookie": "marsad_choices=digits=arab"})
    assert other.status_code == 200
    assert "cookie" in first.headers["vary"].lower()


def test_a_page_is_sent_anew_when_the_store_has_changed(fresh: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.desk.gate._KNOWN", 0)
    client = TestClient(create_app(fresh))
    tag = client.get("/ar/").headers["etag"]
    assert client.get("/ar/", headers={"if-none-match": tag}).status_code == 304
    with fresh.writing() as connection:
        judge.judge(connection, "grade", "in-none", "tests", value="weak", reason="x")
    assert client.get("/ar/", headers={"if-none-match": tag}).status_code == 200


def test_what_is_shown_to_one_person_has_no_tag(store: Store) -> None:
    assert "etag" not in signed_in(store, "analyst").get("/ar/").headers


def test_processes_of_a_desk_count_together_who_asks_too_often(tmp_path: Any) -> None:
    one, other = (Limit(60, 2, Buckets(str(tmp_path / "limits.db"))) for _ in range(2))
    assert [limit.wait("a", 0.0) > 0 for limit in (one, other, one, other)] == [False, False, True, True]
    assert one.wait("a", 1.0) == 0
    assert other.wait("a", 1.0) > 0


def test_pages_are_made_in_turn_and_a_slow_reader_holds_no_turn(store: Store) -> None:
    made: list[int] = []
    most = 0

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal most
        made.append(1)
        most = max(most, len(made))
        await asyncio.sleep(0.001)
        made.pop()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    gate = Gate(page, Room(store, Settings()), lambda request: Response(status_code=503))
    slow = asyncio.Event()

    async def ask(reads: bool) -> None:
        async def sent(message: Any) -> None:
            if message["type"] == "http.response.body" and not reads:
                await slow.wait()

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/api/v1/me",
            "query_string": b"",
            "headers": [],
            "scheme": "http",
            "server": ("x", 80),
        }
        await gate(scope, receive, sent)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    async def everybody() -> None:
        waiting = [asyncio.create_task(ask(reads=False)) for _ in range(8)]
        await asyncio.wait_for(asyncio.gather(*(ask(reads=True) for _ in range(12))), 10)
        slow.set()
        await asyncio.gather(*waiting)

    asyncio.run(everybody())
    assert 1 < most <= 3
