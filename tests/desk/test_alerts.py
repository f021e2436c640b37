"""Alerts on the desk: made from a filter or of one record, tried, ended; nobody sees another's."""

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in
from tests.postbox import Box

from marsad.delivery.letter import Server
from marsad.delivery.send import Ways
from marsad.desk.app import create_app
from marsad.desk.settings import Settings
from marsad.store import alerts, pages
from marsad.store.query import query_of
from marsad.store.store import Store


def held(store: Store) -> list[alerts.Alert]:
    with store.reading() as connection:
        return alerts.everything(connection)


def test_a_filter_becomes_an_alert_that_is_tried_and_ended(fresh: Store, server: Server, box: Box) -> None:
    client = signed_in(fresh, "reader", Settings(ways=Ways(server=server)))
    assert "alerts?outcome=killed" in client.get("/en/?outcome=killed").text
    form = client.get("/en/alerts?outcome=killed").text
    assert 'value="outcome=killed"' in form
    made = client.post("/en/alerts", data={"of": "outcome=killed", "letter": "reader@example.org"})
    assert made.status_code == 200
    (one,) = held(fresh)
    assert (one.account, one.address, one.language) == ("reader", "outcome=killed", "en")
    tried = client.post(f"/en/alerts/{one.id}/test")
    assert "was sent and taken" in tried.text
    assert box.letters[0][0] == ["reader@example.org"]
    assert client.post(f"/en/alerts/{one.id}/end").status_code == 303
    assert held(fresh) == []


def test_a_record_is_watched_from_its_page(fresh: Store) -> None:
    client = signed_in(fresh, "reader")
    with fresh.reading() as connection:
        id = pages.records_page(connection, "incident", query_of({}, fresh.atlas), 1).rows[0]["id"]
    assert f"alerts?record={id}" in client.get(f"/en/incidents/{id}").text
    client.post("/en/alerts", data={"of": id, "hook": "https://example.org/news"})
    assert [one.record for one in held(fresh)] == [id]


def test_a_hook_s_secret_is_shown_once(fresh: Store) -> None:
    client = signed_in(fresh, "reader")
    made = client.post("/en/alerts", data={"of": "", "hook": "https://example.org/news"}).text
    (one,) = held(fresh)
    assert one.secret is not None
    assert one.secret in made
    assert one.secret not in client.get("/en/alerts").text


@pytest.mark.parametrize(
    "data",
    [
        {"of": "outcome=killed"},
        {"of": "", "letter": "nobody"},
        {"of": "", "hook": "ftp://example.org"},
        {"of": "colour=red", "letter": "a@example.org"},
        {"of": "in-", "letter": "a@b@c"},
    ],
)
def test_what_cannot_be_made_is_one_sentence(fresh: Store, data: dict[str, str]) -> None:
    answer = signed_in(fresh, "reader").post("/en/alerts", data=data)
    assert answer.status_code == 422
    assert held(fresh) == []


def test_a_letter_that_is_not_taken_is_said(fresh: Store) -> None:
    client = signed_in(fresh, "reader")
    client.post("/en/alerts", data={"of": "", "letter": "a@example.org"})
    tried = client.post(f"/en/alerts/{held(fresh)[0].id}/test")
    assert tried.status_code == 502
    assert "name the server" in tried.text


def test_nobody_sees_or_ends_another_s(fresh: Store) -> None:
    signed_in(fresh, "reader").post("/en/alerts", data={"of": "", "letter": "a@example.org"})
    other, id = signed_in(fresh, "administrator"), held(fresh)[0].id
    assert "a@example.org" not in other.get("/en/alerts").text
    assert other.post(f"/en/alerts/{id}/end").status_code == 404
    assert other.post(f"/en/alerts/{id}/test").status_code == 404
    outside = TestClient(create_app(fresh), follow_redirects=False)
    assert outside.get("/en/alerts").status_code == 303
    assert outside.post("/en/alerts", data={"of": ""}).status_code == 403


def test_tests_are_not_sent_without_end(fresh: Store, server: Server) -> None:
    client = signed_in(fresh, "reader", Settings(ways=Ways(server=server)))
    client.post("/en/alerts", data={"of": "", "letter": "a@example.org"})
    answers = [client.post(f"/en/alerts/{held(fresh)[0].id}/test").status_code for _ in range(7)]
    assert 429 in answers


def test_a_filter_keeps_what_its_form_has_no_control_for(store: Store, reader: TestClient) -> None:
    page = reader.get("/en/?contradicted=sohr&from=2017-01-01").text
    assert re.search(r'type="hidden" name="contradicted" value="sohr"', page)
    assert 'name="from" value="2017-01-01"' in page
