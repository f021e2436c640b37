"""The API: the desk's rows for programs, keys and their scopes, and nobody saved over."""

import re
import time

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

from marsad.client import Client
from marsad.desk.app import create_app
from marsad.desk.limits import Limit
from marsad.exports.formats import FORMATS
from marsad.model import MarsadError
from marsad.store import accounts, pages, tokens
from marsad.store.query import query_of
from marsad.store.store import Store

KINDS = ("incidents", "tallies", "control", "talks", "people", "claims", "articles")


def key(store: Store, name: str, *scopes: str, days: int = 1) -> dict[str, str]:
    with store.writing() as connection:
        account = accounts.find(connection, name)
        assert account is not None
        secret = tokens.make(connection, account, "tests", scopes, days, int(time.time()))
    return {"authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_walked_by_its_cursor(reader: TestClient, kind: str) -> None:
    whole = reader.get(f"/api/v1/{kind}?limit=500").json()["rows"]
    walked, after = [], ""
    while True:
        page = reader.get(f"/api/v1/{kind}?limit=3{after}").json()
        walked += page["rows"]
        if page["after"] is None:
            break
        after = f"&after={page['after']}"
    assert walked == whole
    assert len({row["id"] for row in walked}) == len(walked)


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_is_that_of_the_list(reader: TestClient, kind: str) -> None:
    for row in reader.get(f"/api/v1/{kind}?limit=3").json()["rows"]:
        assert reader.get(f"/api/v1/{kind}/{row['id']}").json() == row


def test_nothing_is_sent_twice(reader: TestClient) -> None:
    first = reader.get("/api/v1/incidents")
    again = reader.get("/api/v1/incidents", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = reader.get("/api/v1/incidents?outcome=injured", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/incidents?outcome=eaten", 400), ("/api/v1/incidents?colour=red", 400), ("/api/v1/incidents?limit=0", 422),
        ("/api/v1/incidents?limit=501", 422), ("/api/v1/incidents?after=x", 400), ("/api/v1/nothing", 422), ("/api/v1/incidents/in-none", 404),
        ("/api/v1/incidents?as_of=soon", 400), ("/api/v1/export/none", 404), ("/api/v1/tallies/in-x", 404),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_said_in_json(reader: TestClient, address: str, status: int) -> None:
    answer = reader.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("header", ["Bearer nothing", "Basic x", "Bearer ", "x"])
def test_a_key_that_is_none_opens_nothing(reader: TestClient, header: str) -> None:
    assert reader.get("/api/v1/me", headers={"authorization": header}).status_code == 401


def test_a_key_does_what_its_scopes_and_its_account_allow(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    assert client.get("/api/v1/me", headers=key(fresh, "analyst", "read", "restricted")).json()["scopes"] == [
        "read",
        "restricted",
    ]
    hidden = {
        row["id"] for row in client.get("/api/v1/people?limit=500", headers=key(fresh, "analyst", "restricted")).json()["rows"]
    }
    shown = {row["id"] for row in client.get("/api/v1/people?limit=500", headers=key(fresh, "analyst", "read")).json()["rows"]}
    assert shown < hidden
    with pytest.raises(MarsadError, match="does not hold"):
        key(fresh, "reader", "restricted")
    with pytest.raises(MarsadError, match="is no scope"):
        key(fresh, "administrator", "everything")
    with pytest.raises(MarsadError, match="days"):
        key(fresh, "administrator", "read", days=4000)


def test_a_verdict_must_match_what_was_last_read(fresh: Store) -> None:
    client = TestClient(create_app(fresh))
    with fresh.reading() as connection:
        claim = pages.claims_page(connection, query_of({"outcome": "killed"}, fresh.atlas)).rows[0]["id"]
    address, own = f"/api/v1/claims/{claim}/verdicts", key(fresh, "reviewer", "read", "review")
    tag = client.get(address, headers=own).headers["etag"]
    body = {"verdict": "accept"}
    assert client.post(address, json=body).status_code == 403
    assert client.post(address, json=body, headers=own).status_code == 428
    assert client.post(address, json=body, headers=own | {"if-match": '"77"'}).status_code == 412
    assert client.post(address, json=body, headers=own | {"if-match": tag}).status_code == 201
    assert client.post(address, json=body, headers=own | {"if-match": tag}).status_code == 412
    assert client.get(address, headers=own).json()["rows"][0]["by"] == "reviewer"
    assert "by" not in client.get(address).json()["rows"][0], "who reviews is not told to everybody"


def test_who_asks_too_often_waits() -> None:
    limit = Limit(rate=60, burst=2)
    assert [limit.wait("a", now) > 0 for now in (0.0, 0.0, 0.0, 0.5, 1.5)] == [False, False, True, True, False]
    assert limit.wait("b", 0.0) == 0


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "pdf"])
def test_every_export_is_sent(reader: TestClient, format: str) -> None:
    answer = reader.get(f"/api/v1/export/{format}")
    assert answer.status_code == 200
    assert FORMATS[format].media in answer.headers["content-type"]
    assert "methodology version" in answer.headers["x-marsad-about"]
    assert answer.content


def test_the_client_gives_the_nouns_of_the_rooms(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with Client("http://testserver") as desk:
        monkeypatch.setattr(desk, "_http", TestClient(create_app(store), base_url="http://testserver/api/v1/"))
        with store.reading() as connection:
            wanted = {row["id"] for row in pages.records_page(connection, "tally", query_of({}, store.atlas), 500).rows}
        assert {tally.id for tally in desk.tallies()} == wanted
        assert all(figure.low_by for incident in desk.incidents(outcome="killed") for figure in incident.figures[:1])
        assert {claim.kind for _, claim in desk.claims(kind=["talks", "control"])} == {"talks", "control"}
        assert desk.totals()[0]["outcome"] == "killed"
        assert desk.export("geojson").startswith(b"{")
        with pytest.raises(MarsadError, match="is no outcome"):
            list(desk.incidents(outcome="eaten"))


def test_a_desk_that_cannot_be_reached_is_one_sentence() -> None:
    with Client("http://127.0.0.1:9", timeout=2) as desk, pytest.raises(MarsadError, match="cannot be reached"):
        list(desk.incidents())


def test_everything_is_described(reader: TestClient) -> None:
    described = reader.get("/api/v1/openapi.json").json()
    listed = {p["name"] for p in described["paths"]["/api/v1/{kind}"]["get"]["parameters"]}
    assert {"outcome", "place", "from", "until", "q", "after", "limit", "as_of"} <= listed


def test_the_description_for_people_names_every_operation(reader: TestClient) -> None:
    described = reader.get("/api/v1/openapi.json").json()
    page = reader.get("/en/api")
    assert page.status_code == 200
    assert all(path.replace("&", "&amp;") in page.text for path in described["paths"])
    assert "nonce-" in page.headers["content-security-policy"]
    assert 'src="http' not in page.text
    assert "واجهة البرمجة" in reader.get("/ar/api").text


def test_a_key_is_made_and_revoked_on_the_account_s_page(fresh: Store) -> None:
    client = signed_in(fresh, "analyst")
    made = client.post("/en/account/keys", data={"label": "<b>stats</b>", "scopes": "read restricted", "days": "30"})
    assert made.status_code == 200
    secret = re.search(r"marsad_[\w-]+", made.text)[0]  # type: ignore[index]
    bearer = {"authorization": f"Bearer {secret}"}
    outside = TestClient(create_app(fresh))
    assert outside.get("/api/v1/me", headers=bearer).json()["scopes"] == ["read", "restricted"]
    page = client.get("/en/account").text
    assert secret not in page, "shown once"
    assert "<b>stats" not in page
    action = re.search(r'action="(/en/account/keys/[^"]+/revoke)"', page)[1]  # type: ignore[index]
    assert signed_in(fresh, "reviewer").post(action).status_code == 404, "nobody else's"
    assert client.post(action).status_code == 200
    assert outside.get("/api/v1/me", headers=bearer).status_code == 401


@pytest.mark.parametrize(
    "form", [{"scopes": "read review"}, {"scopes": "all"}, {"days": "0"}, {"days": "9999999"}, {"days": "x"}]
)
def test_a_key_beyond_one_s_role_is_not_made(fresh: Store, form: dict[str, str]) -> None:
    client = signed_in(fresh, "analyst")
    assert client.post("/en/account/keys", data={"label": "x"} | form).status_code == 422
    with fresh.reading() as connection:
        assert tokens.of(connection, "analyst") == []


@pytest.mark.parametrize("document", ["abc", "j\U00056ebf\u0644", "%%%%"])
def test_a_document_that_is_no_base64_is_said(fresh: Store, document: str) -> None:
    client = TestClient(create_app(fresh))
    body = {"kind": "image", "text": "x", "document": document}
    answer = client.post("/api/v1/testimonies", json=body, headers=key(fresh, "analyst", "restricted"))
    assert answer.status_code == 400
    assert "base64" in answer.json()["error"]
