"""``marsad why``: the words, the rules that matched, what each took, what came of it and what was refused."""

import pytest

from marsad.language import LANGUAGES
from marsad.model import Article, MarsadError
from marsad.reading import explain, read, reader_of
from marsad.reading.explain import reasons

REFUSED = [
    ("زار المعرض 300 شخص يوم افتتاحه.", "300 شخص", "a number of people with no outcome near it"),
    ("«لن نقبل بذلك أبدا».", "لن نقبل بذلك أبدا", "a quotation with no speaker"),
    ("سُمع دوي انفجار قوي.", "انفجار", "violence told with neither a place nor a side"),
]


@pytest.mark.parametrize(("sentence", "words", "reason"), REFUSED, ids=[r[2] for r in REFUSED])
def test_what_is_refused_says_why_and_points_at_its_words(sentence: str, words: str, reason: str) -> None:
    report = read(Article("", sentence, ""))
    assert [(r.reason, r.evidence.text) for r in report.refusals] == [(reason, words)]
    evidence = report.refusals[0].evidence
    assert sentence[evidence.start : evidence.end] == words


@pytest.mark.parametrize("sentence", ["قتل 12 شخصا في قصف على إدلب.", "افتتحت المدرسة أبوابها أمام التلاميذ."])
def test_nothing_is_refused_where_all_is_read_or_nothing_is_told(sentence: str) -> None:
    assert read(Article("", sentence, "")).refusals == ()


def test_reasons_hold_every_step() -> None:
    why = reasons("قتل 12 شخصا في قصف على مدينة إدلب", reader_of())
    assert ("12 شخصا", "COUNTED") in why.items
    assert any(m.kind == "place" and m.slots["name"] == "إدلب" for m in why.chunks)
    killed = next(m for m in why.matched if m.kind == "casualty")
    assert killed.slots["count"] == "12 شخصا"
    assert killed.made
    assert why.report.claims[0].rule == killed.rule.name


def test_the_lines_stand_under_their_heads() -> None:
    lines = explain("قتل 12 شخصا في قصف على مدينة إدلب", reader_of())
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads == ["words", "gathered", "matched", "claims", "refused"]
    assert any(line.startswith("  casualty") and "outcome=killed" in line for line in lines)
    assert lines[-1] == "  none"


def test_a_language_without_a_pack_is_refused_whole() -> None:
    assert "xx" not in LANGUAGES
    report = read(Article("", "words", "", language="xx"))
    assert report.claims == ()
    assert "xx" in report.refusals[0].reason
    with pytest.raises(MarsadError, match="no language pack"):
        reader_of("xx")
