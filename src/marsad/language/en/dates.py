"""Dates in an English sentence, resolved to the latest such day that is not after the day of the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {m: i + 1 for i, m in enumerate(_MONTHS)} | {m[:3]: i + 1 for i, m in enumerate(_MONTHS) if m != "may"} | {"sept": 9}
_NEAR = {"today": 0, "yesterday": 1, "tonight": 0}
_TOLD = {4: 7, 5: 4}
"""Characters of an ISO day that a month and a year tell, by precision."""
_LEADS = frozenset("on in at the of late early last this past since until".split())


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at ``words[first:last]``: its first and last day, ``precision`` as UCDP's ``date_prec``, its open side, and
    ``value``, its first day, month or year in ISO form."""

    first: int
    last: int
    start: date | None
    end: date | None
    precision: int
    relation: str | None
    value: str
    future: bool
    closed: bool = False


def _year(words: Sequence[str], at: int, end: int) -> tuple[int | None, int]:
    """A year at ``at``, past a comma, and where it ends."""
    step = at + 1 if at < end and words[at] == "," else at
    if step < end and len(words[step]) == 4 and words[step].isdigit() and words[step][:2] in ("19", "20"):
        return int(words[step]), step + 1
    return None, at


def _day(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) < 3 and 0 < int(word) < 32 else None


def _made(year: int | None, month: int, day: int, reference: date | None) -> date | None:
    """The day, in the latest year that is not after the reference where none is named; None for a day no calendar has."""
    if year is None and reference is None:
        return None
    try:
        found = date(year or reference.year if reference else year or 1, month, day)
        return found.replace(year=found.year - 1) if year is None and reference and found > reference else found
    except ValueError:
        return None


def _calendar(words: Sequence[str], at: int, end: int, reference: date | None) -> tuple[date, date, int, int] | None:
    """A day or month of the calendar: (first day, last day, precision, where it ends)."""
    word, day, after = words[at], None, at + 1
    month = _MONTH.get(word)
    if month is not None:
        after += after < end and words[after] == "."
        if after < end and _day(words[after]) is not None:
            day, after = _day(words[after]), after + 1
            after += after < end and words[after] in ("st", "nd", "rd", "th")
    else:
        day = _day(word)
        after += after < end and words[after] in ("st", "nd", "rd", "th")
        after += after < end and words[after] == "of"
        month = _MONTH.get(words[after]) if after < end else None
        if day is None or month is None:
            return None
        after += 1
    year, after = _year(words, after, end)
    if day is not None:
        made = _made(year, month, day, reference)
        return (made, made, 1, after) if made else None
    if word == "may" and year is None and not (at and words[at - 1] in ("in", "since", "last")):
        return None
    first = _made(year, month, 1, reference)
    if first is None:
        return None
    return first, (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1), 4, after


def _relative(words: Sequence[str], at: int, end: int, reference: date | None) -> tuple[date, date, int, int] | None:
    """A weekday, "yesterday", "last month": as ``_calendar`` returns."""
    word = words[at]
    if reference is None:
        return None
    back = (reference.weekday() - _DAYS.index(word)) % 7 if word in _DAYS else _NEAR.get(word)
    if back is not None:
        day = reference - timedelta(back)
        return day, day, 1, at + 1
    if word == "last" and at + 1 < end and words[at + 1] in ("week", "month", "year"):
        if words[at + 1] == "week":
            monday = reference - timedelta(reference.weekday() + 7)
            return monday, monday + timedelta(6), 3, at + 2
        if words[at + 1] == "month":
            last = reference.replace(day=1) - timedelta(1)
            return last.replace(day=1), last, 4, at + 2
        return date(reference.year - 1, 1, 1), date(reference.year - 1, 12, 31), 5, at + 2
    return None


def find(words: Sequence[str], reference: date | None, first: int = 0, last: int | None = None) -> list[DateMention]:
    """The dates of ``words[first:last]``; those that name no year need a reference day."""
    end = len(words) if last is None else last
    out: list[DateMention] = []
    at = done = first
    while at < end:
        word = words[at]
        hit = None
        if word in _MONTH or "0" <= word[0] <= "9":
            hit = _calendar(words, at, end, reference)
        elif word in _NEAR or word in _DAYS or word == "last":
            hit = _relative(words, at, end, reference)
        if hit is None:
            at += 1
            continue
        start, stop, precision, after = hit
        begin = at
        while begin > done and words[begin - 1] in _LEADS:
            begin -= 1
        relation = next((r for r in ("since", "until") if r in words[begin:at]), None)
        future = reference is not None and start > reference
        if relation == "since":
            stop = max(start, reference or start)
        while after < end and words[after] in ("morning", "evening", "night", "afternoon"):
            after += 1
        out.append(
            DateMention(begin, after, start, stop, precision, relation, start.isoformat()[: _TOLD.get(precision, 10)], future)
        )
        at = done = after
    return out
