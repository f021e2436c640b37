"""Pages told in two languages: read once in each, the same figures, places and sides, each claim with its twin."""

from pathlib import Path
from typing import Any

import pytest

import marsad
from marsad.model import Article, Attack, Casualty, Control, Report, Talks
from marsad.reading.twins import texts

PAGES = sorted((Path(__file__).parents[2] / "examples" / "both").glob("*.txt"))

BULLETIN = """وزارة الصحة في غزة

بلغ إجمالي ما وصل إلى مستشفيات قطاع غزة خلال الـ 24 ساعة الماضية:
• عدد القتلى: 9
• عدد الجرحى: 14
منذ وقف إطلاق النار (19 يناير):
• عدد القتلى: 120

Ministry of Health in Gaza

The total number of casualties who arrived at the hospitals of the Gaza Strip in the past 24 hours is as follows:
• Number of dead: 9
• Number of wounded: 14
Since the ceasefire (January 19):
• Number of dead: 120
"""


def id_of(named: Any) -> str | None:
    return named.id if named is not None else None


def facts(report: Report, latin: bool) -> list[tuple[Any, ...]]:
    """What the claims of one script say, whatever the language."""
    out: list[tuple[Any, ...]] = []
    for claim in report.claims:
        if claim.evidence.text.isascii() is not latin:
            continue
        told: tuple[Any, ...] = (claim.kind, id_of(claim.place), id_of(claim.source), claim.date.start if claim.date else None)
        match claim:
            case Casualty():
                count = (claim.count.low, claim.count.high, claim.count.bound)
                told += (claim.outcome, *count, claim.group, claim.period, claim.means, id_of(claim.by))
            case Attack():
                told += (claim.means, id_of(claim.actor))
            case Control():
                told += (claim.change, id_of(claim.actor), id_of(claim.counterpart))
            case Talks():
                told += (claim.act, *sorted(str(id_of(p)) for p in claim.participants))
        out.append(told)
    return sorted(out, key=str)


def test_there_are_ten_events_told_twice() -> None:
    assert len(PAGES) == 10


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_both_languages_tell_the_same(page: Path) -> None:
    report = marsad.read(page.read_text(encoding="utf-8"), published=page.stem[-10:])
    arabic, english = facts(report, latin=False), facts(report, latin=True)
    assert arabic
    assert arabic == english
    twins = {claim.id: claim.twin for claim in report.claims}
    assert all(twin is not None and twins[twin] == id for id, twin in twins.items())


def test_a_bulletin_and_its_translation_are_told_once_each() -> None:
    report = marsad.read(BULLETIN, published="2025-02-01")
    figures = [(c.outcome, c.count.low, c.period, c.twin is not None) for c in report.claims if isinstance(c, Casualty)]
    assert sorted(figures[:3]) == sorted(figures[3:])
    assert all(twin for *_, twin in figures)
    assert all(report.article.text[c.evidence.start : c.evidence.end] == c.evidence.text for c in report.claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 12 شخصا في حلب", ["ar"]),
        ("قتل 12 شخصا في حلب (Aleppo)\n\nPhoto: AFP\n\n2017", ["ar"]),
        (BULLETIN, ["ar", "en"]),
    ],
)
def test_a_caption_in_another_script_is_no_twin(text: str, expected: list[str]) -> None:
    assert list(texts(Article("", text, "", language="ar"), ("ar", "en"))) == expected
