"""What became of a report's page: on its page, in lists, in the filter; two versions compared in words and claims, names at risk covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

import marsad
from marsad.desk import compared
from marsad.desk.app import create_app
from marsad.store.ledger import jobs
from marsad.store.store import Store

URL, GONE = "https://news.example/a", "https://news.example/b"
BEFORE = "قتل 12 شخصا في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017. وقال شهود إن القصف استمر ساعة."
AFTER = "قتل 15 شخصا في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017. وقال شهود إن القصف استمر ساعة."
RISK = "قُتلت الطفلة ريم الحسن (7 أعوام) في قصف على مدينة إدلب يوم الاثنين."


@pytest.fixture
def client(fresh: Store) -> TestClient:
    """Somebody from outside, at a desk that holds a report that changed and one whose page is gone."""
    for text, url in ((BEFORE, URL), (AFTER, URL), (RISK, GONE), (RISK + " وأضاف المصدر أنها نُقلت.", GONE)):
        fresh.add([marsad.read(text, published="2017-10-18", outlet="صحيفة", url=url)], "tests")
    fresh.settle("tests")
    at = "2024-05-01T10:00:00.000000+00:00"
    plain = {"kind": "web", "state": "done", "due": at, "first_seen": at, "changed": None, "gone": None}
    with fresh.writing() as connection:
        connection.execute(insert(jobs), [plain | {"target": URL, "changed": at}, plain | {"target": GONE, "gone": at}])
    return TestClient(create_app(fresh), follow_redirects=False)


def article(client: TestClient, url: str) -> str:
    rows = client.get("/api/v1/articles?limit=500").json()["rows"]
    return next(row["id"] for row in rows if row["url"] == url)


def test_a_report_tells_what_became_of_its_page(client: TestClient) -> None:
    changed, gone = (client.get(f"/en/articles/{article(client, url)}").text for url in (URL, GONE))
    assert "changed: compare its versions" in changed
    assert "page gone on 1 May 2024" in gone


@pytest.mark.parametrize(("fate", "urls"), [("changed", {URL, GONE}), ("gone", {GONE})])
def test_it_can_be_asked_for_in_lists_of_every_kind(client: TestClient, fate: str, urls: set[str]) -> None:
    rows = client.get(f"/api/v1/articles?fate={fate}").json()["rows"]
    assert {row["url"] for row in rows} == urls
    assert all(row["fate"][fate if fate == "gone" else "versions"] for row in rows)
    listed = client.get(f"/en/articles?fate={fate}").text
    assert all(f"/en/articles/{row['id']}" in listed for row in rows)
    ids = {row["id"] for row in rows}
    assert {row["article"] for row in client.get(f"/api/v1/claims?fate={fate}").json()["rows"]} == ids
    events = client.get(f"/api/v1/incidents?fate={fate}").json()["rows"]
    assert events
    assert all(ids & set(row["articles"]) for row in events)


def test_versions_are_compared_in_words_and_claims(client: TestClient) -> None:
    page = client.get(f"/en/versions/{article(client, URL)}").text
    assert "<del>12 </del><ins>15 </ins>" in page
    assert "وقال شهود إن القصف استمر ساعة." in page
    gone, new = page.index("gone</span>"), page.index("new</span>")
    assert gone < new
    assert client.get("/en/versions/nothing").status_code == 404


def test_names_at_risk_are_covered_in_both_versions(client: TestClient, fresh: Store) -> None:
    address = f"/en/versions/{article(client, GONE)}"
    assert "ريم الحسن" not in client.get(address).text
    assert "ريم الحسن" in signed_in(fresh, "analyst").get(address).text


@given(st.text("ab .\n", max_size=60), st.text("ab .\n", max_size=60))
def test_no_character_of_either_text_is_lost(older: str, newer: str) -> None:
    found = compared.pieces(older, newer)
    assert "".join(one.text for one in found if one.change != "new") == older
    assert "".join(one.text for one in found if one.change != "gone") == newer
