"""Dates of Arabic news: found, and resolved against the day of the report, which is required and never today's.

Conventions. A day or month without a year is its latest occurrence not after the report, turned round by المقبل and the like;
a bare weekday likewise, so the report's own weekday is the day of the report, while "last" and "next" never are. "Last week" is
the seven days before the report; the beginning, middle and end of a month are ten days each, of a year its first quarter,
June and July, and its last quarter. "The last 24 hours" are the day of the report and the one before.
A deadline ("until 25 October") and what is announced ("is to begin on") take the nearest such day, before or after the report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from marsad.language.ar import periods
from marsad.language.ar.calendar import STRETCHES, TRIGGERS, Spelled, plain, spell
from marsad.language.ar.dateforms import Form, forms
from marsad.language.ar.datereaders import Hit, ahead
from marsad.language.ar.periods import Period
from marsad.model import Dated
from marsad.text import words as split

_REACH = 9
"""Kinds looked back over for what introduces a date: "since the beginning of the campaign against the town in"."""


@dataclass(slots=True)
class DateMention:
    """A date at ``words[first:last]``, with the word that introduces it.

    ``start`` and ``end`` are its first and last day, both inclusive; None where the words are relative and no reference was
    given, or leave the days open. ``precision`` is UCDP's ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 a month,
    5 longer; of a "since", that of its start. ``relation`` is "since" (``end`` is then the day of the report or the stated
    end), "until", "during" (a stretch closed at both ends) or None. ``value`` is the ISO form at its own granularity, of a
    "since" that of the start, "" when unresolved. ``closed`` is a "since" whose end is stated.
    """

    first: int
    last: int
    start: date | None
    end: date | None
    precision: int
    relation: str | None
    value: str
    future: bool
    closed: bool = False


@dataclass(slots=True)
class _Point:
    """One form found: where, what it came to, and how to read it again from another day."""

    start: int
    end: int
    form: Form
    hit: Hit
    period: Period


_BEFORE = [
    (re.compile(rf"(?:{plain(pattern)})\Z"), relation)
    for pattern, relation in (
        ("SINCE IN?", "since"),
        ("BEGIN OF", "since"),
        ("SINCE (?! UNTIL ) [^COMMA STOP DASH SLASH OPEN CLOSE MARK SINCE AND]{1,7}", "since of"),
        ("(?: TO | IN )? LIMIT", "until"),
        ("UNTIL IN?", "until"),
        ("(?: (?: IN | DURING )? PERIOD+ | DURING )? (?: BETWEEN PAIR? | PAIR | OF PAIR? )", "between"),
        ("(?: DURING | IN ) PERIOD+", "during"),
        ("DURING", "during"),
        ("AGO | AFTER", "beside"),
        ("NAMED", "name of"),
    )
]
_CALENDAR = frozenset(plain("NAME CENTURY SLASH HIJRI"))
"""Only a date of the calendar says since when from afar: "since the start of the war in May", not "… residents said today"."""
_ANNOUNCED = re.compile(plain("COMING [^STOP MARK COMMA]*$"))
_TO = re.compile(plain("COMMA? AND? (?: TO | UNTIL ) (?: LIMIT | IN )?"))
_TO_OR_AND = re.compile(plain("COMMA? AND? (?: TO | UNTIL ) (?: LIMIT | IN )? | COMMA? AND | DASH"))
_UNTIL = re.compile(plain("COMMA? AND? (?: UNTIL | TO LIMIT | IN LIMIT )"))


def find(words: Sequence[str], reference: date | None, first: int = 0, last: int | None = None) -> list[DateMention]:
    """The dates among folded ``words[first:last]``, in their order; nothing is resolved from today."""
    part = words if first == 0 and last in (None, len(words)) else words[first:last]
    if TRIGGERS.isdisjoint(part):
        return []
    spelled = spell(part)
    return _joined(spelled, list(_points(spelled, reference)), reference, first)


def dates(text: str, reference: date) -> list[Dated]:
    """The dates of a text that can be resolved, with their characters."""
    text_words = split(text)
    out: list[Dated] = []
    for found in find(text_words.words, reference):
        if found.start and found.end:
            start, end = text_words.span(found.first, found.last)
            out.append(Dated(text[start:end], start, end, found.start, found.end, found.precision, found.relation))
    return out


def dateline(words: Sequence[str]) -> date | None:
    """The first full date (day, month and year) among folded words; None when there is none."""
    for found in find(words, None):
        if found.relation is None and found.start and found.start == found.end and found.precision == 1:
            return found.start
    return None


def _points(spelled: Spelled, reference: date | None) -> Iterator[_Point]:
    """Every form found, from left to right, none overlapping."""
    seen: int | None = None
    for stretch in STRETCHES.finditer(spelled.kinds):
        at, end = stretch.span()
        found = [(match, form, pattern) for pattern, form in forms(spelled.kinds[max(at - 1, 0) : at], stretch.group())
                 if (match := pattern.search(spelled.kinds, at, end))]  # fmt: skip
        while found:
            start = min(match.start() for match, _, _ in found)
            point = _point(spelled, [(match, form) for match, form, _ in found if match.start() == start], reference, seen)
            at = point.end if point else start + 1
            found = [(there, form, pattern) for match, form, pattern in found
                     if (there := match if match.start() >= at else pattern.search(spelled.kinds, at, end))]  # fmt: skip
            if point:
                yield point
                seen = point.period.first.year if point.period.first else seen


def _point(spelled: Spelled, found: list[tuple[re.Match[str], Form]], reference: date | None, seen: int | None) -> _Point | None:
    """The first of the forms that begin at one place whose reader takes it for a date."""
    for match, form in found:
        hit = Hit(spelled, match)
        period = form.read(hit, reference, seen)
        if period is not None:
            return _Point(match.start(), match.end(), form, hit, period)
    return None


def _joined(spelled: Spelled, points: list[_Point], reference: date | None, offset: int) -> list[DateMention]:
    """Points with what introduces them, two made one where a phrase states both ends."""
    out: list[DateMention] = []
    i = done = 0
    while i < len(points):
        point = points[i]
        relation, start = _introduced(spelled.kinds, done, point)
        after = points[i + 1] if i + 1 < len(points) else None
        gap = spelled.kinds[point.end : after.start] if after else ""
        period, end, closed = point.period, point.end, False
        if reference and ((relation == "until" and point.hit.has("month")) or _announced(spelled.kinds, point)):
            period = ahead(point.hit, reference, period)
        if after and relation == "since" and _UNTIL.fullmatch(gap):
            end, closed = after.end, True
            period = _since(period, after.period.last)
            i += 1
        elif after and relation in ("between", None) and (_TO_OR_AND if relation else _TO).fullmatch(gap):
            whole = _between(point, after, reference)
            if whole:
                relation, period, end = "during", whole, after.end
                i += 1
        elif relation == "since":
            period = _since(period, reference)
        i += 1
        done = end
        if relation == "between":
            relation, start = None, point.start
        if relation in ("beside", "name"):
            continue
        if relation is None and point.form.window:
            relation = "during"
        future = period.future or bool(reference and period.first and period.first > reference)
        out.append(
            DateMention(
                offset + spelled.at[start], offset + spelled.at[end - 1] + 1, period.first, period.last, period.precision,
                relation, period.value, future, closed,
            )
        )  # fmt: skip
    return out


def _introduced(kinds: str, done: int, point: _Point) -> tuple[str | None, int]:
    """(relation, where it begins) by the words before a date."""
    begin = max(done, point.start - _REACH)
    for relation, start in _leads(kinds[begin : point.start]):
        if relation == "since of" and point.form.core.isdisjoint(_CALENDAR):
            continue
        if relation == "name of" and point.period.fixed:
            continue
        return relation.removesuffix(" of"), begin + start
    return None, point.start


@lru_cache(4096)
def _leads(before: str) -> tuple[tuple[str, int], ...]:
    """The relations that a run of kinds can end with, each with where it begins, in their order."""
    return tuple((relation, found.start()) for pattern, relation in _BEFORE if (found := pattern.search(before)))


def _since(start: Period, last: date | None) -> Period:
    """The stretch from the first day of ``start`` to ``last``."""
    return replace(start, last=max(start.first, last) if start.first and last else None)


def _announced(kinds: str, point: _Point) -> bool:
    """Whether a word of what is to come stands before a date, in the same clause."""
    return _ANNOUNCED.search(kinds, max(0, point.start - _REACH), point.start) is not None


def _between(point: _Point, after: _Point, reference: date | None) -> Period | None:
    """The stretch from one date to another; the first, where it names no year, is the latest before the second."""
    first, last = point.period, after.period
    if last.first is None or last.last is None:
        return None
    if not first.fixed and reference:
        first = point.form.read(point.hit, last.first, None) or first
    if first.first is None or first.first > last.last:
        return None
    return replace(periods.days(first.first, last.last), value=first.value, fixed=last.fixed)
