"""People at risk: on no side door does the public find them, and those who may see them do."""

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

from marsad.desk.app import create_app
from marsad.desk.settings import Settings
from marsad.store.store import Store

NAMES = ("هدى العلي", "خالد الحمصي")
DOORS = (
    "/ar/", "/ar/people", "/ar/search?q=هدى", "/ar/search?q=المهندس", "/ar/totals", "/ar/incidents.geojson", "/feeds/ar.atom", "/feeds/ar.rss",
    "/api/v1/people", "/api/v1/claims?limit=500", "/api/v1/articles?limit=500", "/api/v1/incidents?limit=500", "/api/v1/claims?q=هدى",
    "/api/v1/export/csv", "/api/v1/export/jsonl", "/api/v1/export/geojson", "/api/v1/export/ftm", "/api/v1/export/pairs", "/api/v1/export/plover",
    "/api/v1/export/ucdp-ged", "/api/v1/export/acled",
)  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", NAMES)
def test_no_side_door_names_a_child_or_a_missing_person(reader: TestClient, door: str, name: str) -> None:
    answer = reader.get(door)
    assert answer.status_code == 200
    assert name not in answer.text


def test_those_who_may_see_them_do(store: Store) -> None:
    analyst = signed_in(store, "analyst")
    pages = "".join(analyst.get(door).text for door in ("/ar/people", "/ar/search?q=هدى", "/ar/search?q=الحمصي"))
    assert any(name in pages for name in NAMES)


def test_what_befell_them_is_counted_all_the_same(store: Store, reader: TestClient) -> None:
    assert reader.get("/ar/search?q=إدلب").text.count("█") > 0


def test_a_desk_that_is_not_public_shows_nothing(store: Store) -> None:
    client = TestClient(create_app(store, Settings(public=False)), follow_redirects=False)
    assert client.get("/ar/").status_code == 303
    assert client.get("/ar/incidents/in-1").status_code == 303
    assert client.get("/feeds/ar.atom").status_code == 303
    assert client.get("/api/v1/incidents").status_code == 401
    assert client.get("/ar/methodology").status_code == 200
