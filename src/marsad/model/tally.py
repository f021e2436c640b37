"""One asserter's running total, as a series of its own points; never added to anything."""

from dataclasses import dataclass

from marsad.model.named import Place, Source
from marsad.model.values import Bound, Group, Outcome


@dataclass(frozen=True, slots=True)
class Point:
    """The total as of a day, in people. ``claim`` is the earliest claim that states it, ``claims`` all that do."""

    as_of: str
    low: int | None
    high: int | None
    bound: Bound
    claim: str
    claims: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """A total over a span closed at both ends (the last 24 hours, in May), as its asserter gives it: stated, not derived."""

    group: Group
    from_: str
    until: str
    low: int | None
    high: int | None
    bound: Bound
    claim: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Increment:
    """The difference of two following points of one series: derived, never stated. ``formula`` is its sum in figures.

    ``reported`` is the claim of the same asserter's own figure for those days where it differs, as a person would check it.
    """

    from_: str
    until: str
    low: int | None
    high: int | None
    formula: str
    claims: tuple[str, ...]
    derived: bool = True
    reported: str | None = None


@dataclass(frozen=True, slots=True)
class Fall:
    """A total lower than the one before it: the asserter's act. ``cause`` is a code that a person sets."""

    as_of: str
    before: int
    after: int
    claims: tuple[str, ...]
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """From ``as_of`` on the series counts by another definition or body; no increment spans it. ``reason`` says how that is
    known."""

    as_of: str
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The series of a group counted inside the whole, its share taken of the whole it was stated with."""

    group: Group
    series: tuple[Point, ...]
    increments: tuple[Increment, ...] = ()
    breaks: tuple[Break, ...] = ()
    falls: tuple[Fall, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """One asserter's cumulative series of one outcome, group, place and start. ``since`` is an ISO day, month or year.

    ``windows`` are the same asserter's totals over closed spans; a tally of these alone has no series.
    """

    id: str
    source: Source
    outcome: Outcome
    group: Group
    place: Place | None
    since: str | None
    series: tuple[Point, ...]
    parts: tuple[Part, ...] = ()
    increments: tuple[Increment, ...] = ()
    breaks: tuple[Break, ...] = ()
    falls: tuple[Fall, ...] = ()
    windows: tuple[Window, ...] = ()
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    restricted: bool = False
