"""Dates in a sentence, resolved against the day of the report: here one word alone, which names that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_TODAY = frozenset(["today"])


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at ``words[first:last]``: its first and last day, ``precision`` as UCDP's ``date_prec``, its open side ("since", "until",
    "during" for a span closed at both ends, None), and ``value``, its first day, month or year in ISO form; ``closed`` tells that the end of
    a count since a day is stated."""

    first: int
    last: int
    start: date | None
    end: date | None
    precision: int
    relation: str | None
    value: str
    future: bool
    closed: bool = False


def find(words: Sequence[str], reference: date | None, first: int = 0, last: int | None = None) -> list[DateMention]:
    """The dates of ``words[first:last]``; None for the days of one that needs a reference day where there is none."""
    end = len(words) if last is None else last
    value = reference.isoformat() if reference else ""
    return [DateMention(i, i + 1, reference, reference, 1, None, value, False) for i in range(first, end) if words[i] in _TODAY]
