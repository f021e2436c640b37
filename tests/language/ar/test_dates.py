"""Arabic dates: every phrase of ``dates.tsv`` comes to its days and to nothing else, and the wrong reading beside it is not given."""

from datetime import date
from pathlib import Path

import pytest

from marsad.language.ar.dates import dateline, dates, find
from marsad.text import words

SUITE = Path(__file__).with_name("dates.tsv")


def rows() -> list[tuple[str, ...]]:
    lines = SUITE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def span(text: str) -> tuple[date, date]:
    first, _, last = text.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def fault(marked: str, reference: str, days: str, precision: str, relation: str, wrong: str) -> str | None:
    """What is wrong with the reading of a phrase, None when it is right."""
    phrase = marked.replace("[", "").replace("]", "")
    found = dates(phrase, date.fromisoformat(reference))
    expected = [] if days == "-" else [(marked[marked.index("[") + 1 : marked.index("]")], span(days), precision, relation)]
    given = [(f.text, (f.first, f.last), str(f.precision), f.relation or "-") for f in found]
    if given != expected:
        return f"{phrase} gave {given}, not {expected}"
    if wrong != "-" and span(wrong) in [(f.first, f.last) for f in found]:
        return f"{phrase} gave the wrong reading {wrong}"
    return None if all(phrase[f.start : f.end] == f.text for f in found) else f"{phrase}: a text is not its slice"


@pytest.mark.parametrize("row", rows(), ids=lambda row: None)
def test_phrase(row: tuple[str, ...]) -> None:
    assert fault(*row) is None


def test_a_fault_is_seen() -> None:
    right = ("وصلت القافلة [أمس]", "2017-10-18", "2017-10-17", "1", "-")
    assert fault(*right, "2017-10-18") is None
    assert fault(*right, "2017-10-17") is not None
    assert fault(*right[:2], "2017-10-18", *right[3:], "-") is not None


def test_suite_is_large_and_half_of_it_spells_out_a_wrong_reading() -> None:
    assert len(rows()) >= 200
    assert sum(row[-1] != "-" for row in rows()) * 2 >= len(rows())


def test_nothing_is_resolved_without_a_reference() -> None:
    relative = "أمس واليوم والسبت الماضي وقبل يومين وفي 5 أيار ومنذ بداية العام"
    assert [(m.start, m.end) for m in find(words(relative).words, None)] == [(None, None)] * 6


def test_a_full_date_needs_no_reference() -> None:
    (found,) = find(words("في 17 تشرين الأول 2017").words, None)
    assert (found.start, found.end, found.value) == (date(2017, 10, 17), date(2017, 10, 17), "2017-10-17")


@pytest.mark.parametrize(
    ("phrase", "value", "future"),
    [
        ("في 17 تشرين الأول 2017", "2017-10-17", False),
        ("في كانون الأول 2016", "2016-12", False),
        ("عام 2014", "2014", False),
        ("منذ حزيران الماضي", "2017-06", False),
        ("منذ 2011", "2011", False),
        ("منذ الخامس من حزيران", "2017-06-05", False),
        ("خلال الشهر المقبل", "2017-11", True),
        ("السبت القادم", "2017-10-21", True),
        ("غدا", "2017-10-19", True),
    ],
)
def test_value_has_its_own_granularity(phrase: str, value: str, future: bool) -> None:
    (found,) = find(words(phrase).words, date(2017, 10, 18))
    assert (found.value, found.future) == (value, future)


def test_vague_spans_are_found_and_left_unresolved() -> None:
    found = find(words("قتل عشرة خلال الأيام الماضية وتدور المعارك منذ أسابيع").words, date(2017, 10, 18))
    assert [(m.relation, m.start, m.end) for m in found] == [("during", None, None), ("since", None, None)]


def test_the_same_year_is_that_of_the_date_before() -> None:
    first, second = find(words("في 3 آذار 2012 وفي 9 أيار من العام نفسه").words, date(2017, 10, 18))
    assert (first.value, second.value) == ("2012-03-03", "2012-05-09")


def test_only_the_words_asked_for_are_read() -> None:
    text = words("أمس قصفوا البلدة واليوم انسحبوا").words
    assert [m.value for m in find(text, date(2017, 10, 18), 1)] == ["2017-10-18"]
    assert [m.value for m in find(text, date(2017, 10, 18), 0, 3)] == ["2017-10-17"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("دمشق - الثلاثاء 17 تشرين الأول 2017", date(2017, 10, 17)),
        ("نشر في 03/02/2022 - 09:03", date(2022, 2, 3)),
        ("السبت، فبراير 3، 2024", date(2024, 2, 3)),
        ("آخر تحديث: 2021-10-12", date(2021, 10, 12)),
        ("السبت 3 شباط", None),
        ("شباط 2024", None),
        ("اليوم", None),
    ],
)
def test_a_dateline_is_a_full_date_only(line: str, day: date | None) -> None:
    assert dateline(words(line).words) == day
