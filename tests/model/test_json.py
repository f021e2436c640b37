"""Records as JSON: the names of the contract, nulls kept, what is private left out."""

import json
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest

import marsad
from marsad.model import Article, AsOf, Casualty, Count, Evidence, MarsadError, Refusal, Report, as_json, claim_of, from_json

ROOT = Path(__file__).resolve().parents[2]

ARTICLE = Article("a1", "قتل شخص", "0" * 64, masked=((0, 3),))
CLAIM = Casualty(
    id="c1", rule="one person", evidence=Evidence("قتل شخص", 0, 7), outcome="killed",
    count=Count("شخص", 1, 1, "exact"), as_of=AsOf("2020-01-02", "published"),
)  # fmt: skip


def test_a_claim_opens_with_its_id_and_kind() -> None:
    assert list(as_json(CLAIM))[:3] == ["id", "kind", "rule"]
    assert as_json(CLAIM)["kind"] == "casualty"


def test_missing_is_null_and_never_left_out() -> None:
    body = as_json(CLAIM)
    assert [body[name] for name in ("source", "place", "date", "person", "part_of", "since")] == [None] * 6


def test_names_that_are_keywords_lose_their_underscore() -> None:
    body = as_json(CLAIM)
    assert body["as_of"] == {"date": "2020-01-02", "from": "published"}
    assert body["evidence"] == {"text": "قتل شخص", "start": 0, "end": 7}
    assert as_json(Evidence("قتل", 0, 3, "title"))["in"] == "title"


def test_a_report_holds_its_article_claims_and_refusals() -> None:
    body = as_json(Report(ARTICLE, (CLAIM,), (Refusal("why", Evidence("قتل", 0, 3)),)))
    assert list(body) == ["marsad", "article", "claims", "refusals"]
    assert body["marsad"] == 1
    assert "masked" not in body["article"]
    assert body["refusals"] == [{"reason": "why", "evidence": {"text": "قتل", "start": 0, "end": 3}}]


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CLAIM.rule = "another"  # type: ignore[misc]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.[th][xt][tm]*")), ids=lambda p: p.name)
def test_claims_come_back_from_their_json(path: Path) -> None:
    report = marsad.read(path.read_bytes(), published="2017-10-18")
    assert report.claims
    bodies = json.loads(json.dumps(as_json(report), ensure_ascii=False))
    assert tuple(map(claim_of, bodies["claims"])) == report.claims
    assert from_json(Article, bodies["article"]) == replace(report.article, masked=())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "None is no kind of claim"),
        ({"kind": "rumour"}, "'rumour' is no kind"),
        ({"kind": ["casualty"]}, "is no kind"),
        ({"kind": "control", "id": "1", "rule": "r", "evidence": {"text": "a", "start": 0, "end": 1}}, "change"),
        (
            {"kind": "control", "id": 1, "rule": "r", "evidence": {"text": "a", "start": 0, "end": 1}, "change": "lost"},
            "1 is no str",
        ),
        (
            {"kind": "control", "id": "1", "rule": "r", "evidence": {"text": "a", "start": 0, "end": 1}, "change": "won"},
            "'won' is none of",
        ),
        ({"kind": "control", "id": "1", "rule": "r", "evidence": "a", "change": "lost"}, "no control"),
        (
            {"kind": "control", "id": "1", "rule": "r", "evidence": {"text": "a", "start": True, "end": 1}, "change": "lost"},
            "True is no int",
        ),
    ],
)
def test_what_is_no_claim_says_why(body: dict[str, Any], said: str) -> None:
    with pytest.raises(MarsadError, match=said):
        claim_of(body)
