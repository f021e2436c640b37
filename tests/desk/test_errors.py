"""Errors that readers report: into the queue beside their page, given to somebody, answered, closed, opened again; nothing of the reader kept."""

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in
from tests.desk.test_api import key

from marsad.desk.app import create_app
from marsad.store import complaints, pages, verify
from marsad.store.query import query_of
from marsad.store.store import Store

WORDS = "the figure is of another day"


def reported(store: Store, about: str = "") -> tuple[TestClient, str]:
    """A report by somebody from outside, and where its answer will be."""
    client = TestClient(create_app(store), follow_redirects=False, headers={"sec-fetch-site": "same-origin"})
    answer = client.post("/en/report-error", data={"about": about, "words": WORDS})
    assert answer.status_code == 303
    return client, answer.headers["location"]


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]  # type: ignore[index]


def test_a_report_is_seen_with_its_page_answered_and_read_by_whoever_has_its_address(fresh: Store) -> None:
    with fresh.reading() as connection:
        event = pages.records_page(connection, "incident", query_of({"q": "3250"}, fresh.atlas), 1).rows
        event = event or pages.records_page(connection, "incident", query_of({}, fresh.atlas), 1).rows
    client, where = reported(fresh, f"/ar/incidents/{event[0]['id']}?x=1")
    assert "waits for review" in client.get(where).text
    reviewer, id = signed_in(fresh, "reviewer"), where.rpartition("/")[2]
    assert "1 error reported" in reviewer.get("/en/review", follow_redirects=True).text
    assert WORDS in reviewer.get("/en/review/errors").text
    address = f"/en/review/errors/{id}"
    page = reviewer.get(address).text
    assert f"/en/incidents/{event[0]['id']}" in page
    assert reviewer.post(address, data={"act": "assign", "to": "administrator", "seen": seen(page)}).status_code == 303
    page = reviewer.get(address).text
    assert 'value="administrator"' in page
    data = {"value": "mended", "reason": "it was the 6th; corrected", "seen": seen(page)}
    assert reviewer.post(address, data=data | {"reason": ""}).status_code == 422
    assert reviewer.post(address, data=data).status_code == 303
    told = client.get(where).text
    assert "it was the 6th; corrected" in told
    assert "administrator" not in told
    assert WORDS not in told, "what was written is for those who review"
    assert WORDS not in reviewer.get("/en/review/errors").text
    assert WORDS in reviewer.get("/en/review/errors?closed=1").text
    again = reviewer.post(address, data={"act": "reopen", "seen": seen(reviewer.get(address).text)})
    assert again.status_code == 303
    assert "waits for review" in client.get(where).text
    with fresh.reading() as connection:
        assert list(verify.faults(connection)) == []


def test_the_second_of_two_answers_sees_the_first(fresh: Store) -> None:
    _, where = reported(fresh)
    first, second = signed_in(fresh, "reviewer"), signed_in(fresh, "administrator")
    address = f"/en/review/errors/{where.rpartition('/')[2]}"
    data = {"value": "stands", "reason": "two sources say so", "seen": seen(first.get(address).text)}
    assert first.post(address, data=data).status_code == 303
    late = second.post(address, data=data | {"value": "mended", "reason": "another word"})
    assert late.status_code == 409
    assert "two sources say so" in late.text
    assert "another word" in late.text


@pytest.mark.parametrize("data", [{"value": "eaten", "reason": "x"}, {"act": "assign", "to": "nobody"}, {"act": "reopen"}])
def test_what_cannot_be_done_with_a_report(fresh: Store, data: dict[str, str]) -> None:
    _, where = reported(fresh)
    reviewer = signed_in(fresh, "reviewer")
    address = f"/en/review/errors/{where.rpartition('/')[2]}"
    assert reviewer.post(address, data={"seen": seen(reviewer.get(address).text), **data}).status_code == 422


@pytest.mark.parametrize("name", [None, "reader", "analyst"])
def test_the_queue_is_for_those_who_review(fresh: Store, name: str | None) -> None:
    client, where = reported(fresh)
    client = signed_in(fresh, name) if name else client
    for address in ("/en/review/errors", f"/en/review/errors/{where.rpartition('/')[2]}", "/en/problems"):
        assert client.get(address).status_code == 403
    assert client.get("/en/report-error/er-none").status_code == 404


def test_a_hostile_address_is_only_shown(fresh: Store) -> None:
    _, where = reported(fresh, "javascript:alert(1)")
    page = signed_in(fresh, "reviewer").get(f"/en/review/errors/{where.rpartition('/')[2]}").text
    assert 'href="javascript' not in page


def test_programs_report_and_answer(fresh: Store) -> None:
    client, headers = TestClient(create_app(fresh)), key(fresh, "reviewer", "read", "review")
    id = client.post("/api/v1/errors", json={"words": WORDS}).json()["id"]
    assert client.get("/api/v1/errors").status_code == 403
    assert [row["id"] for row in client.get("/api/v1/errors", headers=headers).json()["rows"]] == [id]
    public = client.get(f"/api/v1/errors/{id}")
    assert WORDS not in public.text
    body = {"ending": "elsewhere", "note": "it is of another record"}
    assert client.post(f"/api/v1/errors/{id}/answer", json=body, headers=headers).status_code == 428
    matched = headers | {"if-match": public.headers["etag"]}
    assert client.post(f"/api/v1/errors/{id}/answer", json=body, headers=matched).status_code == 201
    assert client.post(f"/api/v1/errors/{id}/answer", json=body, headers=matched).status_code == 412
    assert client.get(f"/api/v1/errors/{id}").json()["note"] == body["note"]


def test_a_page_of_reports_goes_on(fresh: Store) -> None:
    for number in range(5):
        with fresh.writing() as connection:
            complaints.take(connection, "", f"{WORDS} {number}")
    with fresh.reading() as connection:
        first = complaints.page(connection, None, 3)
        rest = complaints.page(connection, first.after, 3)
    assert [len(first.rows), len(rest.rows), rest.after] == [3, 2, None]


def test_a_report_about_an_address_that_is_none_is_kept_all_the_same(fresh: Store) -> None:
    _, where = reported(fresh, "http://[x")
    answer = signed_in(fresh, "reviewer").get(f"/en/review/errors/{where.rpartition('/')[2]}")
    assert answer.status_code == 200
    assert WORDS in answer.text
