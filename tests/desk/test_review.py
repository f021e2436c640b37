"""Review: decided, corrected, taken back; two people, one claim; what the reader missed."""

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import PASSWORD, signed_in

from marsad.store import pages, reviews
from marsad.store.query import EVERYTHING, query_of
from marsad.store.store import Store


def waiting(client: TestClient) -> str:
    return client.get("/en/review").headers["location"].rpartition("/")[2]


def casualty(store: Store) -> dict[str, object]:
    with store.reading() as connection:
        return dict(pages.claims_page(connection, query_of({"outcome": "killed", "q": "3250"}, store.atlas)).rows[0])


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]  # type: ignore[index]


FIELDS = {
    "outcome": "killed",
    "low": "3250",
    "high": "",
    "bound": "at_least",
    "group": "people",
    "period": "cumulative",
    "place": "الرقة",
    "source": "المرصد السوري لحقوق الإنسان",
}


@pytest.mark.parametrize("verdict", ["accept", "unsure"])
def test_a_verdict_leads_to_the_next_claim(fresh: Store, verdict: str) -> None:
    client = signed_in(fresh, "reviewer")
    claim = waiting(client)
    page = client.get(f"/en/review/{claim}").text
    answer = client.post(f"/en/review/{claim}", data={"verdict": verdict, "seen": seen(page)})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/en/review/")
    assert waiting(client) != claim
    assert "reviewer" in client.get(f"/en/review/{claim}").text


def test_a_rejection_needs_its_reason_and_takes_the_claim_out_of_the_record(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    claim = str(casualty(fresh)["id"])
    page = client.get(f"/en/review/{claim}").text
    assert client.post(f"/en/review/{claim}", data={"verdict": "reject", "seen": seen(page)}).status_code == 422
    assert (
        client.post(f"/en/review/{claim}", data={"verdict": "reject", "seen": seen(page), "reason": "misread"}).status_code == 303
    )
    with fresh.reading() as connection:
        assert claim not in pages.records_of(connection, [claim], EVERYTHING)
        judgement = reviews.verdicts(connection, claim)[0]
    assert client.post(f"/en/judgements/{judgement['id']}/withdraw").status_code == 303
    with fresh.reading() as connection:
        assert claim in pages.records_of(connection, [claim], EVERYTHING)


def test_a_correction_stands_in_the_record_and_what_was_read_stays(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    before = casualty(fresh)
    claim = str(before["id"])
    page = client.get(f"/en/review/{claim}").text
    data = FIELDS | {"verdict": "correct", "seen": seen(page), "low": "3251", "reason": "a slip of the pen"}
    assert client.post(f"/en/review/{claim}", data=data).status_code == 303
    with fresh.reading() as connection:
        record = pages.record(connection, pages.records_of(connection, [claim], EVERYTHING)[claim], EVERYTHING)
        after = pages.claim(connection, claim, EVERYTHING)
    assert record is not None
    assert after is not None
    assert "3251" in str(record["series"])
    assert after["count"] == before["count"], "what was read is never overwritten"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("low", "many", "no whole number"),
        ("outcome", "eaten", "is no outcome"),
        ("date", "yesterday", "is no day"),
        ("high", "5", "must not be above"),
    ],
)
def test_a_field_that_cannot_be_used_is_one_sentence(fresh: Store, field: str, value: str, said: str) -> None:
    client = signed_in(fresh, "reviewer")
    claim = str(casualty(fresh)["id"])
    page = client.get(f"/en/review/{claim}").text
    data = FIELDS | {"verdict": "correct", "seen": seen(page), "reason": "x", field: value}
    answer = client.post(f"/en/review/{claim}", data=data)
    assert answer.status_code == 422
    assert said in answer.text


def test_two_people_one_claim_the_second_is_shown_the_difference(fresh: Store) -> None:
    first, second = signed_in(fresh, "reviewer"), signed_in(fresh, "administrator")
    claim = str(casualty(fresh)["id"])
    held = seen(first.get(f"/en/review/{claim}").text)
    assert seen(second.get(f"/en/review/{claim}").text) == held
    data = FIELDS | {"verdict": "correct", "seen": held, "reason": "first"}
    assert first.post(f"/en/review/{claim}", data=data | {"low": "3000"}).status_code == 303
    late = second.post(f"/en/review/{claim}", data=data | {"low": "4000", "reason": "second"})
    assert late.status_code == 409
    assert "3000" in late.text
    assert "4000" in late.text
    again = second.post(f"/en/review/{claim}", data=data | {"low": "4000", "reason": "second", "seen": seen(late.text)})
    assert again.status_code == 303


def test_a_claim_the_reader_missed_is_added_by_its_words(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    with fresh.reading() as connection:
        article = pages.articles_page(connection, query_of({"q": "3250"}, fresh.atlas)).rows[0]
    start = article["text"].index("3250")
    data = FIELDS | {"low": "7", "high": "7", "bound": "exact", "start": str(start), "end": str(start + 4), "reason": "missed"}
    answer = client.post(f"/en/articles/{article['id']}/claims", data=data)
    assert answer.status_code == 303
    added = answer.headers["location"].rpartition("#n-")[2]
    with fresh.reading() as connection:
        claim = pages.claim(connection, added, EVERYTHING)
    assert claim is not None
    assert (claim["reader"], claim["evidence"]["text"]) == ("person", "3250")
    for start, end in (("5", "5"), ("9", "3"), ("0", "99999999"), ("", "")):
        assert client.post(f"/en/articles/{article['id']}/claims", data=data | {"start": start, "end": end}).status_code == 400


@pytest.mark.parametrize("who", [None, "reader", "analyst"])
def test_those_who_may_not_review_change_nothing(fresh: Store, who: str | None) -> None:
    client = (
        signed_in(fresh, who) if who else TestClient(signed_in(fresh, "reader").app, headers={"sec-fetch-site": "same-origin"})
    )
    claim = str(casualty(fresh)["id"])
    assert client.post(f"/en/review/{claim}", data={"verdict": "accept", "seen": "0"}).status_code == 403
    with fresh.reading() as connection:
        assert reviews.verdicts(connection, claim) == []


def test_guessing_a_password_is_stopped(fresh: Store) -> None:
    client = TestClient(signed_in(fresh, "reader").app, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False)
    codes = [client.post("/en/login", data={"name": "reviewer", "password": "wrong"}).status_code for _ in range(9)]
    assert codes == [401] * 8 + [429]
    assert client.post("/en/login", data={"name": "reviewer", "password": PASSWORD}).status_code == 429


@pytest.mark.parametrize(
    ("onward", "goes"),
    [
        ("/en/review", "/en/review"),
        ("//evil.example", "/en/"),
        ("https://evil.example", "/en/"),
        ("/\\evil.example", "/en/"),
        ("", "/en/"),
    ],
)
def test_signing_in_leads_to_the_desk_alone(fresh: Store, onward: str, goes: str) -> None:
    client = TestClient(signed_in(fresh, "reader").app, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False)
    answer = client.post("/en/login", params={"next": onward}, data={"name": "reader", "password": PASSWORD})
    assert answer.headers["location"] == goes


def test_another_site_s_form_is_refused(fresh: Store) -> None:
    client = signed_in(fresh, "reviewer")
    claim = str(casualty(fresh)["id"])
    answer = client.post(f"/en/review/{claim}", data={"verdict": "accept", "seen": "0"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
