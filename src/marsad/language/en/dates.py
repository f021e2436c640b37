"""Dates in an English sentence, resolved to the latest such day that is not after the day of the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = {name: i for i, name in enumerate(_DAYS)} | {f"{name}s": i for i, name in enumerate(_DAYS)}
_DAY |= {short: i for i, short in enumerate("mon tue wed thu fri sat sun".split())}
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {m: i + 1 for i, m in enumerate(_MONTHS)} | {m[:3]: i + 1 for i, m in enumerate(_MONTHS) if m != "may"} | {"sept": 9}
_NEAR = {"today": 0, "yesterday": 1, "tonight": 0, "overnight": 0}
_THIS = frozenset("morning afternoon evening night".split())
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}
_HOURS = frozenset(("hour", "hours"))
_COUNTS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split())}
_COUNTS |= {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 3}
_LEADS = frozenset("on in at the of late early last this past since until during over within throughout from by mid -".split())
_PARTS = frozenset("early late mid".split())
_SPANS = frozenset(("during", "over", "within", "throughout", "in"))
_CLOCK = frozenset("morning evening night afternoon dawn noon midday midnight".split())
_SHORTENED = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_SEPARATED = frozenset((",", "."))
_YEARS_BACK = 50
_BEGAN = frozenset("began begun begins start started starts broke erupted beginning outbreak onset launch launched".split())
_STOPS = frozenset((".", ",", ";", ":"))
_BEGINNING = 18
"""Words from "since" to the date of what began then."""


@dataclass(slots=True)
class DateMention:
    """A date at ``words[first:last]``: its first and last day, ``precision`` as UCDP's ``date_prec``, its open side and
    ``value``, its first day, month or year in ISO form; ``closed`` tells that its end is stated."""

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
    """Days of the calendar that words up to ``after`` name; ``window`` when they are a span closed at both ends."""

    start: date
    end: date
    precision: int
    after: int
    window: bool = False


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def _year(words: Sequence[str], at: int, end: int) -> tuple[int | None, int]:
    """A year at ``at``, past a comma or "of", and where it ends."""
    step = at + 1 if at < end and words[at] in (",", "of", "'") else at
    if step < end and _YEAR.fullmatch(words[step]):
        return int(words[step]), step + 1
    return None, at


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 3 and 0 < int(word) < 32 else None


def _made(year: int | None, month: int, day: int, reference: date | None) -> date | None:
    """The day, in the latest year that is not after the reference where none is named; None for a day no calendar has."""
    if year is None and reference is None:
        return None
    try:
        found = date(year or (reference.year if reference else 1), month, day)
        return found.replace(year=found.year - 1) if year is None and reference and found > reference + timedelta(7) else found
    except ValueError:
        return None


def _calendar(words: Sequence[str], at: int, end: int, reference: date | None) -> _Point | None:
    """A day or month of the calendar: "July 25, 2022", "25 July", "May", "June last year"."""
    word, day, after = words[at], None, at + 1
    month = _MONTH.get(word)
    if month is not None:
        after += after < end and words[after] == "."
        if (
            after < end
            and _number(words[after]) is not None
            and not (after + 1 < end and words[after + 1] in ("people", "civilians"))
        ):
            day, after = _number(words[after]), after + 1
            after += after < end and words[after] in ("st", "nd", "rd", "th")
    else:
        day = _number(word)
        after += after < end and words[after] in ("st", "nd", "rd", "th")
        after += after < end and words[after] == "of"
        month = _MONTH.get(words[after]) if after < end else None
        if day is None or month is None:
            return None
        after += 1
        after += after < end and words[after] == "." and word != "may"
    year, after = _year(words, after, end)
    if year is None and reference and after + 1 < end and words[after] in ("last", "this") and words[after + 1] == "year":
        year, after = reference.year - (words[after] == "last"), after + 2
    if day is not None:
        made = _made(year, month, day, reference)
        return _Point(made, made, 1, after) if made else None
    if (
        word == "may"
        and year is None
        and not (at and words[at - 1] in ("in", "since", "last", "of", "early", "late", "mid", "until"))
    ):
        return None
    if word in _MONTH and word not in _MONTHS and year is None:
        return None
    first = _made(year, month, 1, reference)
    return _Point(first, _month_end(first), 4, after) if first else None


def _ago(words: Sequence[str], at: int, end: int, reference: date) -> _Point | None:
    """ "two weeks ago", "three days earlier"."""
    count = _COUNTS.get(words[at]) or _number(words[at])
    if count is None or at + 2 >= end or words[at + 1] not in _UNITS or words[at + 2] not in ("ago", "earlier"):
        return None
    unit = _UNITS[words[at + 1]]
    day = reference - timedelta(count * unit)
    if unit == 1:
        return _Point(day, day, 1, at + 3)
    if unit == 7:
        return _Point(day - timedelta(3), day + timedelta(3), 3, at + 3)
    if unit == 30:
        first = day.replace(day=1)
        return _Point(first, _month_end(first), 4, at + 3)
    return _Point(date(day.year, 1, 1), date(day.year, 12, 31), 5, at + 3)


def _last(words: Sequence[str], at: int, end: int, reference: date) -> _Point | None:
    """What "last", "this" and "past" say: "last month", "this week", "the past 24 hours", "in the last two days"."""
    lead, after = words[at], at + 1
    count = 1
    if after < end and (number := _COUNTS.get(words[after]) or (int(words[after]) if words[after].isdecimal() else None)):
        count, after = number, after + 1
    if after >= end:
        return None
    unit = words[after]
    if unit in _HOURS and lead in ("last", "past", "previous"):
        start = reference - timedelta(max(1, round(count / 24)))
        return _Point(start, reference, 2, after + 1, window=True)
    if unit in _THIS and lead == "this":
        return _Point(reference, reference, 1, after + 1)
    if unit in _DAY and lead == "last":
        back = (reference.weekday() - _DAY[unit]) % 7 or 7
        return _Point(reference - timedelta(back), reference - timedelta(back), 1, after + 1)
    if unit in _MONTH and lead in ("last", "this"):
        first = _made(None, _MONTH[unit], 1, reference)
        return _Point(first, _month_end(first), 4, after + 1) if first else None
    if unit not in _UNITS:
        return None
    return _span(lead, count, unit, after + 1, reference, stated=after - at > 1)


def _span(lead: str, count: int, unit: str, after: int, reference: date, stated: bool) -> _Point | None:
    size = _UNITS[unit]
    if lead == "past" or (stated and lead in ("last", "previous")):
        start = reference - timedelta(count * size)
        return _Point(
            start,
            reference,
            2 if count * size < 7 else 3 if size == 7 and count == 1 else 4 if size < 365 else 5,
            after,
            window=True,
        )
    if lead not in ("last", "this", "previous") or size == 1:
        return None
    back = 0 if lead == "this" else 1
    running = lead == "this"  # "this year" runs to the day of the report
    if size == 7:
        monday = reference - timedelta(reference.weekday() + 7 * back)
        return _Point(monday, monday + timedelta(6) if back else reference, 3, after)
    if size == 30:
        first = reference.replace(day=1) if not back else (reference.replace(day=1) - timedelta(1)).replace(day=1)
        return _Point(first, _month_end(first) if back else reference, 4, after, window=running)
    year = reference.year - back
    return _Point(date(year, 1, 1), date(year, 12, 31) if back else reference, 5, after, window=running)


def _relative(words: Sequence[str], at: int, end: int, reference: date | None) -> _Point | None:
    """A day told from the day of the report: a weekday, "yesterday", "last month", "two weeks ago"."""
    word = words[at]
    if reference is None:
        return None
    if word in ("last", "this", "past", "previous"):
        return _last(words, at, end, reference)
    back = (reference.weekday() - _DAY[word]) % 7 if word in _DAY else _NEAR.get(word)
    if back is not None and not (word in _SHORTENED and at + 1 < end and not _calendar(words, at + 1, end, reference)):
        day = reference - timedelta(back)
        written = at + 1 + (at + 1 < end and words[at + 1] in _SEPARATED)
        stated = _calendar(words, written, end, reference) if written < end and word in _DAY else None
        if stated is not None and stated.precision == 1:
            return stated
        return _Point(day, day, 1, at + 1)
    return _ago(words, at, end, reference)


def _whole_year(words: Sequence[str], at: int, end: int, first: int) -> _Point | None:
    """A year that stands alone: after "in", "since", "of", "early"."""
    if (
        not _YEAR.fullmatch(words[at])
        or at == first
        or words[at - 1]
        not in ("in", "since", "until", "during", "of", "early", "late", "mid", "-", "year", "from", "throughout")
    ):
        return None
    if at + 1 < end and words[at + 1] in ("people", "civilians", "-", "others", "fighters", "soldiers"):
        return None
    year = int(words[at])
    return _Point(date(year, 1, 1), date(year, 12, 31), 5, at + 1)


def _point(words: Sequence[str], at: int, end: int, reference: date | None, first: int) -> _Point | None:
    word = words[at]
    hit: _Point | None = None
    if word in _MONTH or word[0].isdecimal():
        hit = _calendar(words, at, end, reference) or _whole_year(words, at, end, first)
    return hit or _relative(words, at, end, reference)


def _ranged(words: Sequence[str], point: _Point, at: int, end: int, reference: date | None, first: int) -> _Point:
    """A span from one date to another: "from June 5 to June 7", "on Friday and Saturday"."""
    most = timedelta(366 if at > first and words[at - 1] in ("between", "from") else 62)
    at = point.after
    if at + 1 < end and words[at] in ("to", "-", "and", "until") and point.precision == 1:
        other = _point(words, at + 1, end, reference, first)
        if other is not None and other.precision == 1 and timedelta(0) < other.end - point.start < most:
            length = (other.end - point.start).days
            return _Point(point.start, other.end, 2 if length < 6 else 3 if length < 8 else 4, other.after, window=True)
    return point


def _value(point: _Point) -> str:
    return point.start.isoformat()[: {4: 7, 5: 4}.get(point.precision, 10)]


def find(words: Sequence[str], reference: date | None, first: int = 0, last: int | None = None) -> list[DateMention]:
    """The dates of ``words[first:last]``; those that name no year need a reference day."""
    end = len(words) if last is None else last
    out: list[DateMention] = []
    at = done = first
    while at < end:
        word = words[at]
        if not (
            word in _MONTH
            or word in _DAY
            or word in _NEAR
            or word in _COUNTS
            or word in ("last", "this", "past", "previous")
            or word[0].isdecimal()
        ):
            at += 1
            continue
        point = _point(words, at, end, reference, first)
        if point is None:
            at += 1
            continue
        point = _ranged(words, point, at, end, reference, first)
        begin = at
        while begin > done and words[begin - 1] in _LEADS:
            begin -= 1
        out.append(_mention(words, begin, at, point, reference, end, done))
        at = done = out[-1].last
    return out


def _since_it_began(words: Sequence[str], begin: int, done: int) -> int | None:
    """Where "since" stands before a date that only tells when something began: "since the war began in 2011"."""
    for i in range(begin - 1, max(done, begin - _BEGINNING) - 1, -1):
        if words[i] in _STOPS:
            return None
        if words[i] == "since":
            return i if not _BEGAN.isdisjoint(words[i:begin]) else None
    return None


def _mention(
    words: Sequence[str], begin: int, at: int, point: _Point, reference: date | None, end: int, done: int
) -> DateMention:
    leads = words[begin:at]
    relation = next((r for r in ("since", "until") if r in leads), None)
    stop, after = point.end, point.after
    if relation is None and (since := _since_it_began(words, begin, done)) is not None:
        relation, begin = "since", since
    if relation == "since":
        stop = max(point.start, reference or point.start)
    elif relation is None and (point.window or (point.precision >= 4 and not _SPANS.isdisjoint(leads) and "during" in leads)):
        relation = "during"
    while after < end and words[after] in _CLOCK:
        after += 1
    future = reference is not None and point.start > reference
    return DateMention(begin, after, point.start, stop, point.precision, relation, _value(point), future)
