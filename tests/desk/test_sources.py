"""Sources: graded by people alone, the grade beside their figures and in the filter; counts of agreement; nobody saves over another."""

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in
from tests.desk.test_api import key
from tests.store.reports import article, killed

from marsad.desk.app import create_app
from marsad.exports.policy import numbers
from marsad.model import Report, Source
from marsad.store import pages, reliability, verify
from marsad.store.discretion import CLEARED
from marsad.store.query import query_of
from marsad.store.store import Store

SOURCE = "الدفاع المدني السوري"


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]  # type: ignore[index]


def source_of(store: Store) -> str:
    """The path of the source of one of the two counts."""
    return f"/en/sources/{store.atlas.sources(SOURCE)[0]}"


def test_a_grade_is_signed_dated_reasoned_and_stands_beside_the_figures(fresh: Store) -> None:
    client, path = signed_in(fresh, "reviewer"), source_of(fresh)
    page = client.get(path).text
    assert "not graded" in page
    data = {"value": "B", "reason": "its lists were checked by name", "seen": seen(page)}
    assert client.post(f"{path}/reliability", data=data | {"reason": " "}).status_code == 400
    assert client.post(f"{path}/reliability", data=data).status_code == 303
    page = client.get(path).text
    assert "its lists were checked by name" in page
    assert "usually reliable" in page
    event = re.search(r"/en/incidents/in-\w+", page)
    assert event is not None
    assert "B (usually reliable)" in client.get(event[0]).text
    assert "B (usually reliable)" in client.get("/en/sources").text
    with fresh.reading() as connection:
        assert list(verify.faults(connection)) == []
        asked = [query_of({"reliability": grade}, fresh.atlas) for grade in "BA"]
        found = [len(pages.records_page(connection, "incident", query).rows) for query in asked]
        assert pages.claims_page(connection, asked[0]).rows
    assert found[0] > 0
    assert found[1] == 0
    taken_back = re.search(rf"{path}/reliability/ju-\w+/withdraw", page)
    assert taken_back is not None
    assert client.post(taken_back[0]).status_code == 303
    page = client.get(path).text
    assert "not graded" in page
    assert "its lists were checked by name" in page, "what was taken back stays readable"


def test_the_second_of_two_sees_both_and_may_still_save(fresh: Store) -> None:
    first, second, path = signed_in(fresh, "reviewer"), signed_in(fresh, "administrator"), source_of(fresh)
    data = {"value": "B", "reason": "one", "seen": seen(first.get(path).text), "verdict": "reliability"}
    assert first.post(f"{path}/reliability", data=data).status_code == 303
    late = second.post(f"{path}/reliability", data=data | {"value": "D", "reason": "two"})
    assert late.status_code == 409
    assert "usually reliable" in late.text
    assert "not usually reliable" in late.text
    again = data | {"value": "D", "reason": "two", "seen": seen(late.text)}
    assert second.post(f"{path}/reliability", data=again).status_code == 303
    with fresh.reading() as connection:
        assert [row["value"] for row in reliability.history(connection, path.rpartition("/")[2])] == ["D", "B"]


@pytest.mark.parametrize("name", ["reader", "analyst"])
def test_only_reviewers_grade(fresh: Store, name: str) -> None:
    data = {"value": "A", "reason": "x", "seen": "0"}
    assert signed_in(fresh, name).post(f"{source_of(fresh)}/reliability", data=data).status_code == 403


def test_who_agrees_and_who_does_not_are_counted_and_lead_to_the_events(store: Store, reader: TestClient) -> None:
    page = reader.get(source_of(store)).text
    assert "Contradicted by another" in page
    listed = reader.get(f"/api/v1/incidents?contradicted={SOURCE}").json()["rows"]
    assert listed
    assert all(any(one["contradicts"] for f in row["figures"] for one in f["assertions"]) for row in listed)
    counts = reader.get(f"/api/v1/{source_of(store).removeprefix('/en/')}").json()["counts"]
    assert counts["contradicted"] == len(listed)


def test_the_api_grades_and_takes_back(fresh: Store) -> None:
    client, headers = TestClient(create_app(fresh)), key(fresh, "reviewer", "read", "review")
    address = f"/api/v1/{source_of(fresh).removeprefix('/en/')}"
    body = {"grade": "C", "reason": "over the API"}
    assert client.post(f"{address}/reliability", json=body, headers=headers).status_code == 428
    tag = client.get(address).headers["etag"]
    assert client.post(f"{address}/reliability", json=body, headers=headers | {"if-match": '"7"'}).status_code == 412
    assert client.post(f"{address}/reliability", json=body).status_code == 403
    made = client.post(f"{address}/reliability", json=body, headers=headers | {"if-match": tag})
    assert made.status_code == 201
    assert client.get(address).json()["reliability"] == "C"
    assert "by" not in client.get(address).json()["rows"][0], "who signs is for those with a key"
    assert client.delete(f"{address}/reliability/{made.json()['id']}", headers=headers).status_code == 204
    assert client.get(address).json()["reliability"] is None


def test_the_grade_decides_where_an_export_asks_for_one_number(fresh: Store) -> None:
    with fresh.reading() as connection:
        two = next(
            f
            for it in pages.records_page(connection, "incident", query_of({"source": SOURCE}, fresh.atlas)).rows
            for f in it["figures"]
            if len(f["assertions"]) == 2
        )
    for one in two["assertions"]:
        with fresh.writing() as connection:
            value = fresh.atlas.asserter(one["by"])
            seen_ = len(reliability.history(connection, value))
            reliability.rate(connection, value, "A", "tests", "a reason", seen_)
        with fresh.reading() as connection:
            chosen = numbers(two, reliability.ranks(connection, fresh.atlas))
            assert chosen is not None
        if one is two["assertions"][0]:
            assert chosen.best == one["low"]


def test_a_witness_is_asked_for_by_name_in_vain(fresh: Store) -> None:
    name = "أم سامي الجارة"
    text = f"قالت {name} إن 12 مدنيا قتلوا في الرقة."
    told = killed(text, "12 مدنيا قتلوا", 12, "c-witness", source=Source(name, None, "witnesses"))
    fresh.add([Report(article(text, "a-witness"), (told,))], "tests")
    fresh.settle("tests")
    client = TestClient(create_app(fresh))
    assert client.get(f"/en/sources/{name}").status_code == 404
    assert client.get(f"/api/v1/sources/{name}").status_code == 404
    for filter in ("source", "corroborated", "contradicted"):
        for kind in ("claims", "incidents", "articles"):
            assert client.get(f"/api/v1/{kind}?{filter}={name}").json()["rows"] == []
    assert name not in client.get("/en/sources").text
    cleared = signed_in(fresh, "analyst")
    assert f"/sources/{name}" not in cleared.get("/en/").text
    with fresh.reading() as connection:
        assert [row["id"] for row in pages.claims_page(connection, query_of({"source": name}, fresh.atlas, CLEARED)).rows] == [
            "c-witness"
        ]


def test_sources_stand_in_the_order_of_their_counts_whatever_names_they_were_heard_by(fresh: Store) -> None:
    body = "أطباء بلا حدود"
    names = {"known": (body, 4), "named": (body, 4), "other": ("لجنة توثيق محلية", 6)}
    reports = []
    for who, (name, times) in names.items():
        for n in range(times):
            day = f"2019-0{1 + len(reports) % 9}-1{n}"
            text = f"قال {name} إن {20 + 7 * len(reports)} مدنيا قتلوا في الرقة."
            source = Source(name, "msf" if who == "known" else None, "organisation")
            told = killed(text, text.split(" إن ")[1][:-1], 20 + 7 * len(reports), f"c-{who}{n}", source=source)
            reports.append(Report(article(text, f"a-{who}{n}", published=day), (told,)))
    fresh.add(reports, "tests")
    fresh.settle("tests")
    page = TestClient(create_app(fresh)).get("/en/sources").text
    counts = [int(count) for count in re.findall(r"(\d+) events?<", page)]
    assert {6, 8} <= set(counts)
    assert counts == sorted(counts, reverse=True)
