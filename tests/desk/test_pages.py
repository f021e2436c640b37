"""Every page the desk links to answers, in both languages, and says what it should."""

import json
import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import HOSTILE, signed_in

from marsad.store import pages
from marsad.store.query import EVERYTHING, query_of
from marsad.store.store import Store

STARTS = (
    "/", "/tallies", "/control", "/talks", "/people", "/sources", "/articles", "/search?q=الرقة", "/methodology", "/report-error", "/choices", "/login", "/totals",
)  # fmt: skip


def links(page: str) -> set[str]:
    found = re.findall(r'href="(/[^"#]*)', page)
    return {one.replace("&amp;", "&") for one in found if not one.startswith("/static/")}


def test_every_link_of_the_desk_leads_somewhere(reader: TestClient) -> None:
    waiting = [f"/{language}{start}" for language in ("ar", "en") for start in STARTS]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = reader.get(address)
        assert answer.status_code in (200, 301, 302, 303), f"{address}: {answer.status_code}"
        if "text/html" in answer.headers.get("content-type", ""):
            waiting += links(answer.text) - seen
        elif answer.has_redirect_location:
            waiting.append(answer.headers["location"].partition("#")[0])
    assert len(seen) > 100


@pytest.mark.parametrize(
    ("wanted", "start"), [("ar", "/ar/"), ("en", "/en/"), ("fr", "/ar/"), ("en-GB,ar;q=0.5", "/en/"), ("ar,en", "/ar/")]
)
def test_the_first_page_is_in_the_reader_s_language(reader: TestClient, wanted: str, start: str) -> None:
    assert reader.get("/", headers={"accept-language": wanted}).headers["location"] == start


@pytest.mark.parametrize(
    "address",
    ["/ar/incidents/in-none", "/ar/tallies/ta-none", "/en/articles/none", "/en/people/pe-none", "/ar/nothing", "/en/claims/none"],
)
def test_what_is_not_there_is_said_in_a_page(reader: TestClient, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 404
    assert 'dir="rtl"' in answer.text or "There is nothing here" in answer.text


def test_a_filter_that_cannot_be_used_is_one_sentence(reader: TestClient) -> None:
    answer = reader.get("/en/?outcome=eaten")
    assert answer.status_code == 400
    assert "is no outcome" in answer.text


def test_map_timeline_total_and_list_answer_one_question(reader: TestClient, store: Store) -> None:
    page = reader.get("/en/?outcome=killed&from=2019-01-01").text
    query = query_of({"outcome": "killed", "from": "2019-01-01"}, store.atlas)
    with store.reading() as connection:
        rows = pages.records_page(connection, "incident", query, 500).rows
    days = json.loads(re.search(r'id="days"[^>]*>(.*?)</script>', page, re.S)[1])  # type: ignore[index]
    marks = reader.get("/en/incidents.geojson?outcome=killed&from=2019-01-01").json()["features"]
    placed = [row for row in rows if (row.get("place") or {}).get("latitude") is not None]
    assert sum(day["count"] for day in days) == len([row for row in rows if row.get("date")]) == len(rows)
    assert sum(mark["properties"]["count"] for mark in marks) == len(placed)
    assert set(re.findall(r'data-incident="(in-[^"]*)"', page)) == {row["id"] for row in rows}
    assert "killed · from 1 January 2019" in page or "from 1 January 2019 · killed" in page


def test_the_contradiction_block_shows_each_asserter_and_who_gives_the_ends(reader: TestClient, store: Store) -> None:
    with store.reading() as connection:
        rows = pages.records_page(connection, "incident", EVERYTHING, 500).rows
    it = next(row for row in rows if any(len(f.get("assertions") or ()) > 1 for f in row.get("figures") or ()))
    page = reader.get(f"/en/incidents/{it['id']}").text
    for figure in it["figures"]:
        for one in figure["assertions"]:
            assert f'id="c-{one["claim"]}"' in page
    assert "independent source" in page


def test_an_article_holds_its_text_once_and_marks_what_was_read(reader: TestClient, store: Store) -> None:
    with store.reading() as connection:
        article = pages.articles_page(connection, query_of({"q": "3250"}, store.atlas)).rows[0]
        claims = pages.claims_in(connection, article["id"], EVERYTHING)
    page = reader.get(f"/ar/articles/{article['id']}").text
    marked = re.findall(r'<(?:span|mark) data-from="\d+"[^>]*>(.*?)</(?:span|mark)>', page, re.S)
    assert len(re.sub(r"<[^>]*>", "", "".join(marked)).replace("&amp;", "&")) >= len(article["text"]) - 5
    for claim in claims:
        assert f'id="n-{claim["id"]}"' in page


def test_what_an_outlet_writes_is_never_a_tag(reader: TestClient, store: Store) -> None:
    with store.reading() as connection:
        articles = pages.articles_page(connection, query_of({"q": "ستة"}, store.atlas)).rows
    hostile = next(one for one in articles if HOSTILE in (one["title"] or ""))
    addresses = [f"/ar/articles/{hostile['id']}", "/ar/search?q=ستة", "/ar/", "/ar/people", "/feeds/ar.atom"]
    for address in addresses:
        assert HOSTILE not in reader.get(address).text, address


def test_every_page_says_what_the_browser_may_do(reader: TestClient) -> None:
    first, second = (reader.get("/ar/").headers["content-security-policy"] for _ in range(2))
    assert first != second, "a nonce is used once"
    assert "default-src 'none'" in first
    assert "'unsafe-inline'" not in first.split("style-src-attr")[0]
    assert "frame-ancestors 'none'" in first


@pytest.mark.parametrize(
    ("path", "who", "status"),
    [
        ("/en/review", None, 403), ("/en/review", "reader", 403), ("/en/review", "analyst", 403), ("/en/review", "reviewer", 303),
        ("/en/problems", None, 403), ("/en/problems", "reviewer", 200), ("/en/account", None, 303), ("/en/account", "reader", 200),
    ],
)  # fmt: skip
def test_who_may_open_what(store: Store, reader: TestClient, path: str, who: str | None, status: int) -> None:
    client = signed_in(store, who) if who else reader
    assert client.get(path).status_code == status


@pytest.mark.parametrize("name", ["%20", "%09", "~", "%E2%80%8E"])
@pytest.mark.parametrize("path", ["/en/sources/", "/ar/actors/", "/en/places/", "/api/v1/sources/"])
def test_a_thing_without_a_name_is_none_and_not_everything(reader: TestClient, path: str, name: str) -> None:
    assert reader.get(path + name).status_code == 404
