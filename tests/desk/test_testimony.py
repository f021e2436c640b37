"""Testimony: kept with its document, fused by its claims, its witness found on no side door, taken back."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in
from tests.desk.test_api import key

from marsad import reading
from marsad.desk.app import create_app
from marsad.desk.pages.testimony import lines
from marsad.desk.settings import Settings
from marsad.exports.formats import FORMATS
from marsad.intake.media import media
from marsad.store import captures, pages, revise, testimonies, verify
from marsad.store.query import EVERYTHING, query_of
from marsad.store.store import Store

PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
WORDS = "كنت أمام الفرن الآلي حين سقطت القذيفة.\n00:42 ستة قتلى أمام الباب الأزرق.\nنقلناهم بسيارة بيضاء."
TELLING = ("الفرن الآلي", "الباب الأزرق", "بسيارة بيضاء")
"""Words by which neighbours would know who told it."""
CLAIM = {
    "outcome": "killed", "low": "6", "high": "6", "bound": "exact", "group": "people", "period": "incident", "place": "معرة النعمان",
    "date": "2019-07-22", "means": "airstrike", "mark": "00:42", "reason": "the video shows six",
}  # fmt: skip
DOORS = (
    "/ar/", "/ar/totals", "/ar/incidents.geojson", "/feeds/ar.atom", "/feeds/ar.rss", "/ar/sources", "/ar/articles", "/ar/search?q=الأزرق",
    "/api/v1/claims?limit=500", "/api/v1/articles?limit=500", "/api/v1/incidents?limit=500", "/api/v1/claims?q=الأزرق", "/api/v1/articles?q=الفرن",
    "/api/v1/totals", *(f"/api/v1/export/{name}" for name in FORMATS if name not in ("parquet", "xlsx", "pdf", "ftm")),
)  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(archive=tmp_path / "archive")


@pytest.fixture
def analyst(fresh: Store, settings: Settings) -> TestClient:
    return signed_in(fresh, "analyst", settings)


@pytest.fixture
def outside(fresh: Store, settings: Settings) -> TestClient:
    return TestClient(create_app(fresh, settings), follow_redirects=False)


def entered(analyst: TestClient, data: bytes = PICTURE, **more: str) -> str:
    """Enter a testimony; its page."""
    form = {"kind": "video", "text": WORDS, "published": "2019-07-23", "language": "ar", **more}
    files = {"document": ("my brother's phone.png", data, "text/html")}
    answer = analyst.post("/en/testimonies/new", data=form, files=files)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def claimed(analyst: TestClient, page: str, **more: str) -> str:
    """Make the claim of its second line; the claim's id."""
    start = WORDS.index("00:42")
    line = f"{start}-{WORDS.index('.', start) + 1}"
    answer = analyst.post(f"{page}/claims", data=CLAIM | {"line": line} | more)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].rpartition("#n-")[2]


def test_its_claim_fuses_with_what_reports_say_and_goes_when_it_is_taken_back(fresh: Store, analyst: TestClient) -> None:
    with fresh.reading() as connection:
        before = {it["id"]: it["figures"] for it in pages.all_records(connection, "incident", EVERYTHING)}
    page = entered(analyst)
    claim = claimed(analyst, page)
    with fresh.reading() as connection:
        (event,) = (it for it in pages.all_records(connection, "incident", EVERYTHING) if claim in it["claims"])
        assert list(verify.faults(connection)) == []
    assert len(event["articles"]) == 3, "it is one event with those of the two reports"
    figure = next(f for f in event["figures"] if (f["outcome"], f["group"]) == ("killed", "people"))
    assert (figure["low"], figure["independent_sources"]) == (6, 3)
    shown = analyst.get(page).text
    assert "at 00:42 of the video" in shown
    assert f"/en/incidents/{event['id']}" in shown
    assert analyst.post(f"{page}/withdraw", data={"reason": " "}).status_code == 422
    assert analyst.post(f"{page}/withdraw", data={"reason": "it was staged"}).status_code == 303
    assert "it was staged" in analyst.get(page).text
    assert analyst.post(f"{page}/claims", data=CLAIM | {"line": "0-5"}).status_code == 422
    with fresh.reading() as connection:
        after = {it["id"]: it["figures"] for it in pages.all_records(connection, "incident", EVERYTHING)}
        assert list(verify.faults(connection)) == []
    assert after == before


def test_on_no_side_door_is_a_word_of_it_nor_its_source(fresh: Store, analyst: TestClient, outside: TestClient) -> None:
    page = entered(analyst)
    claim = claimed(analyst, page)
    with fresh.reading() as connection:
        (one,) = testimonies.everything(connection)
        event = next(it["id"] for it in pages.all_records(connection, "incident", EVERYTHING) if claim in it["claims"])
    hidden = (*TELLING, one.source, one.document or "", "00:42")
    address = one.article
    own = (f"/en/incidents/{event}", f"/en/articles/{address}", f"/api/v1/articles/{address}", f"/api/v1/claims/{claim}",
           f"/en/versions/{address}", f"/api/v1/incidents/{event}")  # fmt: skip
    for door in (*DOORS, *own):
        answer = outside.get(door)
        assert answer.status_code == 200, door
        assert [word for word in hidden if word in answer.text] == [], door
    assert "a protected source" in outside.get(f"/en/incidents/{event}").text
    for refused in (
        page,
        f"{page}/document",
        "/en/testimonies",
        "/en/testimonies/new",
        f"/en/sources/{one.source}",
        "/api/v1/testimonies",
    ):
        assert outside.get(refused).status_code in (403, 404), refused
    for filter in ("source", "corroborated", "contradicted"):
        assert outside.get(f"/api/v1/incidents?{filter}={one.source}").json()["rows"] == []
    assert TELLING[1] in analyst.get(page).text


def test_a_document_is_kept_once_typed_by_its_bytes_and_cannot_run(fresh: Store, analyst: TestClient) -> None:
    first, second = entered(analyst), entered(analyst)
    with fresh.reading() as connection:
        held = captures.of_content(connection, hashlib.sha256(PICTURE).hexdigest())
        listed = [row["url"] for row, _, _ in captures.listed(connection, protected=False)]
    assert len(held) == 1
    assert held[0]["url"] == f"urn:sha256:{held[0]['sha256']}"
    assert held[0]["url"] not in listed, "it goes out in no package"
    assert "brother" not in str(held) + analyst.get(first).text + analyst.get(second).text
    answer = analyst.get(f"{first}/document")
    assert answer.content == PICTURE
    assert answer.headers["content-type"] == "image/png"
    for data in (b"<html><script>alert(1)</script>", b"\x00\x00\x00\x18ftypmp42" + b"x" * 40, b"MZ\x90\x00"):
        answer = analyst.get(f"{entered(analyst, data)}/document")
        assert answer.content == data
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "html" not in answer.headers["content-type"]


@pytest.mark.parametrize(
    ("data", "type"),
    [
        (PICTURE, "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"), (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "video/x-msvideo"), (b"\x00\x00\x00\x20ftypisom", "video/mp4"), (b"\x1aE\xdf\xa3\x01", "video/webm"),
        (b"%PDF-1.7", "application/pdf"), (b"<svg onload='x'>", "text/plain"), (b"plain words", "text/plain"), (b"\x00\x01\x02", "application/octet-stream"),
    ],
)  # fmt: skip
def test_the_type_is_told_by_the_bytes(data: bytes, type: str) -> None:
    assert media(data) == type


def test_two_testimonies_of_one_code_are_one_source(fresh: Store, analyst: TestClient) -> None:
    claim = claimed(analyst, entered(analyst))
    with fresh.reading() as connection:
        (code,) = testimonies.codes(connection)
    claimed(analyst, entered(analyst, text=WORDS + " ", code=code), low="7", high="7")
    with fresh.reading() as connection:
        event = next(it for it in pages.all_records(connection, "incident", EVERYTHING) if claim in it["claims"])
    assert len(event["articles"]) == 4
    assert next(f for f in event["figures"] if (f["outcome"], f["group"]) == ("killed", "people"))["independent_sources"] == 3


def test_a_source_that_is_public_already_is_shown(fresh: Store, analyst: TestClient, outside: TestClient) -> None:
    page = entered(analyst, public="1", name="مركز المعرة الإعلامي", type="organisation")
    claim = claimed(analyst, page)
    told = outside.get(f"/api/v1/claims/{claim}").json()
    assert told["source"]["name"] == "مركز المعرة الإعلامي"
    assert told["evidence"]["text"] == "00:42 ستة قتلى أمام الباب الأزرق."
    assert outside.get(f"{page}/document").status_code == 403, "its document is for the cleared all the same"


@pytest.mark.parametrize(
    "form",
    [
        {"text": " "},
        {"kind": "rumour"},
        {"published": "yesterday"},
        {"code": "witness00000000"},
        {"public": "1", "name": "x", "type": "friend"},
    ],
)
def test_what_cannot_be_entered_is_one_sentence_and_loses_no_word(
    fresh: Store, analyst: TestClient, form: dict[str, str]
) -> None:
    given = {"kind": "testimony", "text": WORDS, **form}
    answer = analyst.post("/en/testimonies/new", data=given, files={"document": ("", b"")})
    assert answer.status_code == 422
    assert form.get("text", "الباب الأزرق") in answer.text
    with fresh.reading() as connection:
        assert testimonies.everything(connection) == []


def test_a_document_that_is_too_large_is_refused_before_it_is_read(analyst: TestClient) -> None:
    headers = {"content-length": "200000000", "content-type": "multipart/form-data; boundary=x"}
    assert analyst.post("/en/testimonies/new", content=b"", headers=headers).status_code == 413


@pytest.mark.parametrize("name", [None, "reader"])
def test_testimony_is_entered_by_analysts(fresh: Store, settings: Settings, name: str | None) -> None:
    client = signed_in(fresh, name, settings) if name else TestClient(create_app(fresh, settings))
    assert client.get("/en/testimonies/new").status_code == 403
    answer = client.post("/en/testimonies/new", data={"kind": "testimony", "text": WORDS}, files={"document": ("", b"")})
    assert answer.status_code == 403
    assert client.get("/api/v1/testimonies").status_code == 403


def test_programs_enter_claim_and_take_back(fresh: Store, settings: Settings) -> None:
    client, headers = TestClient(create_app(fresh, settings)), key(fresh, "analyst", "read", "restricted")
    body = {"kind": "image", "text": WORDS, "document": base64.b64encode(PICTURE).decode()}
    made = client.post("/api/v1/testimonies", json=body, headers=headers).json()
    assert made["protected"]
    start = WORDS.index("00:42")
    claim = {name: CLAIM[name] for name in ("outcome", "place", "date", "mark")} | {
        "low": 6,
        "high": 6,
        "start": start,
        "end": start + 9,
    }
    added = client.post(f"/api/v1/testimonies/{made['article']}/claims", json=claim, headers=headers)
    assert added.status_code == 201
    assert client.get(f"/api/v1/testimonies/{made['article']}/document", headers=headers).content == PICTURE
    back = client.post(f"/api/v1/testimonies/{made['article']}/withdrawal", json={"reason": "asked to"}, headers=headers)
    assert back.json()["withdrawn"]
    assert client.post("/api/v1/testimonies", json=body | {"document": "?"}, headers=headers).status_code == 400
    assert client.get("/api/v1/testimonies/te-none", headers=headers).status_code == 404


def test_reading_all_again_leaves_what_people_added(fresh: Store, analyst: TestClient) -> None:
    claim = claimed(analyst, entered(analyst))
    with fresh.reading() as connection:
        article = (
            pages.articles_page(connection, query_of({"q": "القتلى"}, fresh.atlas), 1).rows
            or pages.articles_page(connection, EVERYTHING, 1).rows
        )
    reviewer = signed_in(fresh, "reviewer")
    added = reviewer.post(
        f"/en/articles/{article[0]['id']}/claims",
        data={k: v for k, v in CLAIM.items() if k != "mark"} | {"start": "0", "end": "9"},
    )
    missed = re.search(r"#n-(\w+)", added.headers["location"])
    assert missed is not None
    with fresh.writing() as connection:
        for batch in revise.batches(connection):
            revise.revise(connection, batch, reading.read, "tests")
        standing = {row["id"] for row in pages.claims_page(connection, EVERYTHING, 5_000).rows}
    assert {claim, missed[1]} <= standing


def test_a_text_is_cut_into_lines_that_may_be_evidence() -> None:
    found = lines(WORDS)
    assert [said for _, _, said in found] == [part.strip() for part in WORDS.split("\n")]
    assert all(WORDS[start:end] == said for start, end, said in found)
