"""Many documents read apart: what is poisoned is said, and costs the others nothing."""

import json
from pathlib import Path

import pytest
from tests.intake import made
from tests.intake.made import STRIKE, page
from tests.intake.poison import poisoned

from marsad.intake import chunk as chunks
from marsad.intake import work
from marsad.intake.chunk import Limits, Pool, chunk
from marsad.intake.document import Document, Link, Position, Problem
from marsad.intake.warc import records
from marsad.intake.work import Outcome, Taken, Turned

CAKE = "وصفة كعكة الشوكولاتة: نخلط الطحين والسكر والبيض، ثم نضيف الزبدة والكاكاو ونخبز العجينة نصف ساعة حتى تنضج."
CAKE_PAGE = f"<html><head><title>كعكة</title></head><body><nav>أخبار الحرب</nav><article><h1>كعكة</h1><p>{CAKE * 3}</p></article></body></html>".encode()


def says(outcome: Outcome) -> str:
    return "" if isinstance(outcome, Taken) else outcome.reason


def test_places_of_a_web_archive_in_order(tmp_path: Path) -> None:
    bodies = [page(STRIKE), CAKE_PAGE, b"\x89PNG\r\n", page(STRIKE + " وقال شهود إن القصف تكرر.")]
    path = made.warc(tmp_path / "a.warc.gz", [(f"https://news.example/{n}", body) for n, body in enumerate(bodies)])
    offsets = [one.at.offset for one in records(path) if isinstance(one, Document) and one.at]
    first, cake, image, last = chunk(str(path), offsets, workers=2)
    assert isinstance(first, Taken)
    assert isinstance(last, Taken)
    assert (first.report.article.url, first.report.article.published) == ("https://news.example/0", "2020-03-02")
    assert {claim.kind for claim in first.report.claims} >= {"casualty", "attack"}
    assert first.at == Position(str(path), offsets[0])
    assert isinstance(cake, Turned)
    assert isinstance(image, Turned)
    assert "image data" in image.reason


def test_places_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": "7", "text": STRIKE, "published": "2020-03-02"}, ensure_ascii=False).encode(), b"[1]", b"{"]
    path.write_bytes(b"\n".join(lines))
    first, second, third = chunk(str(path), [0, len(lines[0]) + 1, len(lines[0]) + 5], kind="line")
    assert isinstance(first, Taken)
    assert (first.report.article.id, first.report.article.published_from) == ("7", "option")
    assert "JSON array" in says(second)
    assert isinstance(third, Problem)


def test_one_that_crashes_hangs_or_eats_memory_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "outcome", poisoned)
    titles = ["", "crash", "", "hang", "exit", "", "memory", ""]
    documents = [Document(where=str(n), data=STRIKE, title=title) for n, title in enumerate(titles)]
    with Pool(2, Limits(seconds=2, memory=2_000_000_000)) as pool:
        found = [outcome for _, outcome in pool.outcomes(documents)]
    assert [(one.where, isinstance(one, Taken)) for one in found] == [(str(n), not title) for n, title in enumerate(titles)]
    assert "crashed" in says(found[1])
    assert "longer than 2 seconds" in says(found[3])
    assert "exit code 7" in says(found[4])
    assert found[6].reason  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (Document(where="a", data=b""), "is empty"),
        (Document(where="a", data=bytes(range(32)) * 99), "no page but binary data"),
        (Document(where="a", data=made.pdf([""])), "is a scan"),
        (Document(where="a", data=b"%PDF-1.7 noise"), "no PDF that can be read"),
        (Document(where="a", data="<html><p>" * 20_000), "cannot be parsed|without a report"),
        (Document(where="a", data=b"<?xml version='1.0'?><note><a>", sifted=True), "not in a language"),
        (Document(where="a"), "neither bytes nor a place"),
        (Document(where="a", at=Position("/nowhere", 0)), "No such file"),
    ],
)
def test_what_holds_no_report_is_said(document: Document, reason: str) -> None:
    found = work.outcome(document)
    assert not isinstance(found, Taken)
    assert any(part in found.reason for part in reason.split("|"))


def test_a_feed_leads_on() -> None:
    found = work.outcome(
        Document(where="a.xml", data=made.rss(["https://news.example/1"]) + b"<", url="https://news.example/feed")
    )
    assert isinstance(found, work.Led)
    assert [one.url for one in found.found if isinstance(one, Link)] == ["https://news.example/1"]
    assert len(found.found) == 2


def test_mixed_encodings_are_read() -> None:
    data = page(STRIKE) + "<p>خبر آخر</p>".encode("cp1256")
    found = work.outcome(Document(where="a", data=data))
    assert isinstance(found, Taken)
    assert STRIKE in found.report.article.text


def test_what_a_source_says_of_a_report() -> None:
    said = {"where": "a", "data": page(STRIKE), "published": "2020-03-05"}
    own = work.outcome(Document(**said, asserted=False))  # type: ignore[arg-type]
    asserted = work.outcome(Document(**said, via="الدفاع المدني", edited="2020-03-05T10:00:00"))  # type: ignore[arg-type]
    late = work.outcome(Document(where="a", data=STRIKE, published="2020-03-05", asserted=False))
    assert isinstance(own, Taken)
    assert isinstance(asserted, Taken)
    assert isinstance(late, Taken)
    assert (own.report.article.published, own.report.article.published_from) == ("2020-03-02", "page")
    assert (asserted.report.article.published, asserted.report.article.published_from) == ("2020-03-05", "option")
    assert asserted.report.article.via == "forwarded from الدفاع المدني; edited 2020-03-05T10:00:00"
    assert late.report.article.published == "2020-03-05"


def test_a_pdf_has_the_hash_of_its_bytes() -> None:
    data = made.pdf(["Twelve people were killed in an airstrike on Aleppo"])
    found = work.outcome(Document(where="a", data=data))
    assert isinstance(found, Taken)
    assert found.report.article.sha256 == made.sha256(data)
