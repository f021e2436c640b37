"""Exports of restricted records: a second person lets them out, whoever asked fetches them, and they expire."""

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in
from tests.desk.test_api import key

from marsad.desk.app import create_app
from marsad.model import MarsadError
from marsad.store import accounts, releases
from marsad.store.store import Store

ASK = {"format": "csv", "filters": "kind=casualty", "reason": "the tribunal's request"}
NAME = "خالد الحمصي"


def test_what_is_restricted_goes_out_by_two_people(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    analyst, reviewer = key(fresh, "analyst", "read", "restricted"), key(fresh, "reviewer", "read", "restricted", "review")
    asked = client.post("/api/v1/releases", json=ASK, headers=analyst)
    assert asked.status_code == 201
    address = f"/api/v1/releases/{asked.json()['id']}"
    assert client.get(f"{address}/export", headers=analyst).status_code == 403, "it waits"
    assert client.post(f"{address}/approval", headers=analyst).status_code == 403, "not one's own, nor without the scope"
    assert client.post(f"{address}/approval", headers=reviewer).status_code == 201
    assert client.post(f"{address}/approval", headers=reviewer).status_code == 409, "once"
    assert client.get(f"{address}/export", headers=reviewer).status_code == 403, "only whoever asked"
    fetched = client.get(f"{address}/export", headers=analyst)
    assert NAME in fetched.text
    assert fetched.headers["cache-control"] == "no-store"
    assert NAME not in client.get("/api/v1/export/csv", headers=analyst).text, "the public's export stays the public's"


def test_nobody_lets_out_what_they_asked_for(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    reviewer = key(fresh, "reviewer", "restricted", "review")
    id = client.post("/api/v1/releases", json=ASK, headers=reviewer).json()["id"]
    answer = client.post(f"/api/v1/releases/{id}/approval", headers=reviewer)
    assert answer.status_code == 403
    assert "second person" in answer.json()["error"]


def test_it_expires(fresh: Store) -> None:
    with fresh.writing() as connection:
        analyst, reviewer = (accounts.find(connection, name) for name in ("analyst", "reviewer"))
        assert analyst is not None
        assert reviewer is not None
        id = releases.ask(connection, analyst, "csv", "", "a reason", 0)
        end = releases.approve(connection, id, reviewer, 0).expires or 0
        assert end == releases.DAYS * 86_400
        assert releases.take(connection, id, analyst, end - 1).id == id
        with pytest.raises(MarsadError, match="expired"):
            releases.take(connection, id, analyst, end)
    assert (
        TestClient(create_app(fresh))
        .get(f"/api/v1/releases/{id}/export", headers=key(fresh, "analyst", "restricted"))
        .status_code
        == 410
    )


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (ASK | {"format": "none"}, 404),
        (ASK | {"reason": " "}, 400),
        (ASK | {"filters": "colour=red"}, 400),
        ({"format": "csv"}, 422),
    ],
)
def test_what_cannot_be_asked(fresh: Store, body: dict[str, str], status: int) -> None:
    client = TestClient(create_app(fresh))
    assert client.post("/api/v1/releases", json=body, headers=key(fresh, "analyst", "restricted")).status_code == status


def test_the_public_and_plain_readers_do_not_ask(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    assert client.post("/api/v1/releases", json=ASK).status_code == 403
    assert client.get("/api/v1/releases").status_code == 403
    assert client.post("/api/v1/releases", json=ASK, headers=key(fresh, "reader", "read")).status_code == 403


def test_the_desk_asks_lets_out_and_fetches(fresh: Store) -> None:
    analyst, reviewer = signed_in(fresh, "analyst"), signed_in(fresh, "reviewer")
    assert "releases?kind=casualty" in analyst.get("/en/?kind=casualty").text
    assert 'value="kind=casualty"' in analyst.get("/en/releases?kind=casualty").text
    assert analyst.post("/en/releases", data=ASK | {"reason": ""}).status_code == 422
    assert analyst.post("/en/releases", data=ASK).status_code == 303
    page = reviewer.get("/en/releases").text
    assert "request</bdi>" in page
    address = re.search(r"/en/releases/re-\w+", page)[0]  # type: ignore[index]
    assert analyst.get(f"{address}/export").status_code == 404, "it waits"
    assert analyst.post(f"{address}/approve").status_code == 403
    assert reviewer.post(f"{address}/approve").status_code == 303
    second = signed_in(fresh, "administrator").post(f"{address}/approve")
    assert second.status_code == 409
    assert "reviewer" in second.text
    assert NAME in analyst.get(f"{address}/export").text
    assert reviewer.get(f"{address}/export").status_code == 404, "only whoever asked"
    assert reviewer.post(f"{address}/refuse", data={"reason": "it went to the wrong people"}).status_code == 303
    assert analyst.get(f"{address}/export").status_code == 404
    assert "it went to the wrong people" in analyst.get("/en/releases").text


def test_a_refusal_has_its_reason_and_is_final(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    analyst, reviewer = key(fresh, "analyst", "read", "restricted"), key(fresh, "reviewer", "read", "restricted", "review")
    address = f"/api/v1/releases/{client.post('/api/v1/releases', json=ASK, headers=analyst).json()['id']}"
    assert client.post(f"{address}/refusal", json={"reason": " "}, headers=reviewer).status_code == 403
    assert client.post(f"{address}/refusal", json={"reason": "no"}, headers=analyst).status_code == 403
    assert client.post(f"{address}/refusal", json={"reason": "names of witnesses"}, headers=reviewer).status_code == 201
    assert client.post(f"{address}/approval", headers=reviewer).status_code == 409
    assert client.get(f"{address}/export", headers=analyst).status_code == 410


@pytest.mark.parametrize("name", [None, "reader"])
def test_the_page_is_for_those_who_see_what_is_restricted(fresh: Store, name: str | None) -> None:
    client = signed_in(fresh, name) if name else TestClient(create_app(fresh), headers={"sec-fetch-site": "same-origin"})
    assert client.get("/en/releases").status_code == 403
    assert client.post("/en/releases", data=ASK).status_code == 403
