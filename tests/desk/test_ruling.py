"""Decisions about events: only people grade, joining and parting can be taken back, nobody saves over another."""

import re

import pytest
from tests.desk.conftest import signed_in

from marsad.store import pages
from marsad.store.query import EVERYTHING, query_of
from marsad.store.store import Store


def events(store: Store) -> list[str]:
    with store.reading() as connection:
        return [it["id"] for it in pages.records_page(connection, "incident", query_of({}, store.atlas), 500).rows]


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]  # type: ignore[index]


def test_a_grade_is_set_by_a_person_with_a_reason(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    id = events(fresh)[0]
    address = f"/en/incidents/{id}"
    page = client.get(address).text
    assert "not graded" in page
    assert client.post(f"{address}/rulings", data={"verdict": "grade", "value": "fair", "seen": seen(page)}).status_code == 400
    data = {"verdict": "grade", "value": "fair", "seen": seen(page), "reason": "two monitors saw it"}
    assert client.post(f"{address}/rulings", data=data).status_code == 303
    page = client.get(address).text
    assert "two monitors saw it" in page
    with fresh.reading() as connection:
        assert (pages.record(connection, id, EVERYTHING) or {})["grade"] == "fair"
    taken_back = re.search(rf"{address}/rulings/(ju-\w+)/withdraw", page)
    assert taken_back is not None
    assert client.post(taken_back[0]).status_code == 303
    with fresh.reading() as connection:
        assert (pages.record(connection, id, EVERYTHING) or {}).get("grade") is None


def test_joined_and_parted_again_all_is_as_before(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    before = events(fresh)
    one, other = before[:2]
    page = client.get(f"/en/incidents/{one}").text
    data = {"verdict": "same", "b": other, "seen": seen(page), "reason": "the same night"}
    answer = client.post(f"/en/incidents/{one}/rulings", data=data)
    assert answer.status_code == 303
    joined = events(fresh)
    assert len(joined) == len(before) - 1
    gone = next(id for id in (one, other) if id not in joined)
    kept = one if gone == other else other
    assert client.get(f"/en/incidents/{gone}").headers["location"] == f"/en/incidents/{kept}"
    page = client.get(f"/en/incidents/{kept}").text
    taken_back = re.search(r"/en/incidents/in-\w+/rulings/ju-\w+/withdraw", page)
    assert taken_back is not None
    assert client.post(taken_back[0]).status_code == 303
    assert events(fresh) == before


def test_the_second_of_two_is_told_what_the_first_decided(fresh: Store) -> None:
    first, second = signed_in(fresh, "reviewer"), signed_in(fresh, "administrator")
    address = f"/en/incidents/{events(fresh)[0]}"
    held = seen(first.get(address).text)
    data = {"verdict": "grade", "value": "weak", "seen": held, "reason": "one source"}
    assert first.post(f"{address}/rulings", data=data).status_code == 303
    late = second.post(f"{address}/rulings", data=data | {"value": "confirmed"})
    assert late.status_code == 409
    assert "weak" in late.text


@pytest.mark.parametrize(
    "data",
    [
        {"verdict": "grade", "value": "splendid"},
        {"verdict": "same", "b": ""},
        {"verdict": "same", "b": "in-none"},
        {"verdict": "eaten"},
        {},
    ],
)
def test_what_cannot_be_decided_is_one_sentence(fresh: Store, data: dict[str, str]) -> None:
    client = signed_in(fresh, "reviewer")
    address = f"/en/incidents/{events(fresh)[0]}"
    answer = client.post(f"{address}/rulings", data={"seen": seen(client.get(address).text), "reason": "x", **data})
    assert answer.status_code == 400


def test_a_restricted_event_is_gone_from_every_side_door(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    id = events(fresh)[0]
    page = client.get(f"/en/incidents/{id}").text
    data = {"verdict": "restricted", "value": "true", "seen": seen(page), "reason": "a family asked"}
    assert client.post(f"/en/incidents/{id}/rulings", data=data).status_code == 303
    client.cookies.clear()
    assert client.get(f"/en/incidents/{id}").status_code == 404
    for door in (
        "/en/",
        "/en/incidents.geojson",
        "/feeds/en.atom",
        "/api/v1/incidents?limit=500",
        "/api/v1/export/geojson",
        "/api/v1/export/ucdp-ged",
        "/en/totals",
    ):
        assert id not in client.get(door).text, door
