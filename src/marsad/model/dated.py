"""Dates as a text states them and as a claim holds them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text, resolved: ``text == whole[start:end]``; ``first`` and ``last`` are its first and last day.

    ``precision`` is UCDP's ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer.
    ``relation`` tells a span's open side: "since" (``last`` is the day of the report), "until", or None.
    """

    text: str
    start: int
    end: int
    first: date
    last: date
    precision: int
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When the thing told of happened. ``start`` and ``end`` are ISO days, both inclusive; ``text`` the words that say it."""

    text: str | None
    start: str
    end: str
    precision: int


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day a count was valid for, and where that day is from: "text" or "published"."""

    date: str
    from_: str
