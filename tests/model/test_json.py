"""Records as JSON: the names of the contract, nulls kept, what is private left out."""

from dataclasses import FrozenInstanceError

import pytest

from marsad.model import Article, AsOf, Casualty, Count, Evidence, Refusal, Report, as_json

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
