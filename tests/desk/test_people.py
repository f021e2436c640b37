"""People held to be one or two: side by side first, signed, the former id leads on, all as before when it is taken back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import PASSWORD, signed_in
from tests.desk.test_api import key

import marsad
from marsad.desk.app import create_app
from marsad.store import accounts, pages, verify
from marsad.store.query import EVERYTHING
from marsad.store.store import Store

SAID = (
    ("2019-07-22", "قُتل الطبيب وليد الخطيب في غارة جوية على مدينة إدلب يوم الاثنين."),
    ("2019-07-24", "قُتل الطبيب ماهر الأحمد في قصف على مدينة سراقب يوم الأربعاء."),
    ("2019-07-26", "قُتل المسعف وليد الخطيب في غارة جوية على مدينة معرة النعمان يوم الجمعة."),
)
LATER = ("2019-07-28", "قُتل الطبيب ماهر الأحمد في قصف على مدينة سراقب.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(str(tmp_path / "marsad.db"), make=True) as made:
        read(made, *SAID)
        with made.writing() as connection:
            for role in ("analyst", "reviewer", "administrator"):
                accounts.make(connection, role, role, PASSWORD, "tests")
        yield made


def read(store: Store, *said: tuple[str, str]) -> None:
    store.add([marsad.read(text, published=day, outlet=f"صحيفة {day}") for day, text in said], "tests")
    store.settle("tests")


def people(store: Store) -> dict[str, tuple[str, ...]]:
    """Id -> the claims of each person."""
    with store.reading() as connection:
        return {it["id"]: tuple(it["claims"]) for it in pages.all_records(connection, "person", EVERYTHING)}


def form(client: TestClient, address: str) -> dict[str, str]:
    return {"seen": re.search(r'name="seen" value="(\d+)"', client.get(address).text)[1], "reason": "the same face"}  # type: ignore[index]


def test_two_spellings_of_different_lines_become_one_and_two_again(store: Store) -> None:
    client, before = signed_in(store, "reviewer"), people(store)
    one, other = list(before)[:2]
    split = client.get(f"/en/people/{one}/beside?other={other}").text
    assert all(id in split for id in (one, other))
    assert "Are they one?" in split
    data = form(client, f"/en/people/{one}/beside?other={other}") | {"verdict": "one_person", "b": other}
    assert client.post(f"/en/people/{one}/rulings", data=data).status_code == 303
    joined = people(store)
    assert len(joined) == len(before) - 1
    (gone,) = before.keys() - joined.keys()
    kept = one if gone == other else other
    assert sorted(joined[kept]) == sorted(before[one] + before[other])
    assert client.get(f"/en/people/{gone}").headers["location"] == f"/en/people/{kept}"
    assert client.get(f"/api/v1/people/{gone}").headers["location"].endswith(kept)
    page = client.get(f"/en/people/{kept}").text
    assert "held to be one person" in page
    with store.reading() as connection:
        assert list(verify.faults(connection)) == []
    taken_back = re.search(rf"/en/people/{kept}/rulings/ju-\w+/withdraw", page)
    assert taken_back is not None
    assert client.post(taken_back[0]).status_code == 303
    assert people(store) == before


def test_what_is_read_later_falls_to_the_joined_one(store: Store) -> None:
    client, before = signed_in(store, "reviewer"), people(store)
    one, other = list(before)[:2]
    data = form(client, f"/en/people/{one}/beside?other={other}") | {"verdict": "one_person", "b": other}
    client.post(f"/en/people/{one}/rulings", data=data)
    read(store, LATER)
    assert len(people(store)) == len(before) - 1
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE articles SET gathered = 0")
    store.settle("tests")
    assert len(people(store)) == len(before) - 1, "gathering all anew changes nothing"


def test_one_who_is_two_is_parted_and_joined_again(store: Store) -> None:
    client = signed_in(store, "reviewer")
    read(store, ("2019-07-23", "قُتل الطبيب وليد الخطيب في غارة جوية على مدينة إدلب."))
    before = people(store)
    id, claims = next((id, claims) for id, claims in before.items() if len(claims) > 1)
    data = form(client, f"/en/people/{id}") | {"verdict": "two_persons", "a": claims[0], "b": claims[-1]}
    assert client.post(f"/en/people/{id}/rulings", data=data).status_code == 303
    assert len(people(store)) == len(before) + 1
    page = client.get(f"/en/people/{id}").text
    assert "held to be two people" in page
    taken_back = re.search(r"/en/people/pe-\w+/rulings/ju-\w+/withdraw", page)
    assert taken_back is not None
    assert client.post(taken_back[0]).status_code == 303
    assert people(store) == before


def test_two_who_decide_at_once(store: Store) -> None:
    first, second = signed_in(store, "reviewer"), signed_in(store, "administrator")
    one, other = list(people(store))[:2]
    data = form(first, f"/en/people/{one}/beside?other={other}") | {"verdict": "one_person", "b": other}
    held = dict(data)
    assert first.post(f"/en/people/{one}/rulings", data=data).status_code == 303
    late = second.post(f"/en/people/{one}/rulings", data=held)
    assert late.status_code in (400, 409), "the other is one with it already, or was decided on"


@pytest.mark.parametrize(
    "given", [{"b": "pe-none"}, {"b": ""}, {"verdict": "grade", "value": "fair"}, {"reason": " "}, {"verdict": "two_persons"}]
)
def test_what_cannot_be_decided(store: Store, given: dict[str, str]) -> None:
    client = signed_in(store, "reviewer")
    one, other = list(people(store))[:2]
    data = form(client, f"/en/people/{one}/beside?other={other}") | {"verdict": "one_person", "b": other} | given
    assert client.post(f"/en/people/{one}/rulings", data=data).status_code == 400


def test_only_reviewers_see_side_by_side_and_decide(store: Store) -> None:
    one = next(iter(people(store)))
    client = signed_in(store, "analyst")
    assert client.get(f"/en/people/{one}/beside").status_code == 403
    assert client.post(f"/en/people/{one}/rulings", data={"verdict": "one_person"}).status_code == 403


def test_the_other_is_found_by_name(store: Store) -> None:
    one, other = list(people(store))[:2]
    page = signed_in(store, "reviewer").get(f"/en/people/{one}/beside?other=ماهر").text
    assert "ماهر الأحمد" in page
    assert f"?other={other}" in page or f"?other={one}" not in page


def test_the_api_joins_and_parts(store: Store) -> None:
    client, headers = TestClient(create_app(store)), key(store, "reviewer", "read", "restricted", "review")
    before = people(store)
    one, other = list(before)[:2]
    address = f"/api/v1/people/{one}/rulings"
    tag = client.get(address, headers=headers).headers["etag"]
    body = {"verdict": "one_person", "b": other, "reason": "the same face"}
    made = client.post(address, json=body, headers=headers | {"if-match": tag})
    assert made.status_code == 201
    kept = made.json()["record"]
    assert len(people(store)) == len(before) - 1
    deleted = client.delete(f"/api/v1/people/{kept}/rulings/{made.json()['id']}", headers=headers)
    assert deleted.status_code == 204
    assert people(store) == before
