"""What a question's incidents come to, for a map, a timeline and a sum: one answer of the store for all three, so that they agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, FromClause, Select, func, literal_column, select, union_all

from marsad.model import Counted, LeftOut, Total
from marsad.model.values import Outcome
from marsad.store import gists
from marsad.store.bulk import chunks
from marsad.store.pages import numbered
from marsad.store.query import Query
from marsad.store.rows import iso
from marsad.store.shelf import Records
from marsad.store.tables import SUMMED, records, sights, spots

SPANS = 120
"""Days that a timeline shows as days; more become months."""
_NONE: ColumnElement[int] = literal_column("CAST(NULL AS BIGINT)")  # PostgreSQL takes a bare null for text
_SPOTS = 3_000
_ROWS = 100  # incidents that a sum names one by one: more make a page of half a second


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: how many incidents it has and the id of one of them. ``exact`` tells that it may be drawn as a point.

    ``latitude`` and ``longitude`` are WGS84 degrees as the viewer may see them; None where they are not known.
    """

    place: str | None
    latitude: float | None
    longitude: float | None
    exact: bool
    count: int
    first: str


@dataclass(frozen=True, slots=True)
class Sum:
    """How many people suffered an outcome in how many incidents, each counted once; ``high`` is None where a counted figure is open above."""

    outcome: Outcome
    low: int
    high: int | None
    events: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The number of incidents, how many in each span of time, where, and what they add up to.

    Spans are days, ISO, or months ("2016-07") where there are more than SPANS days; incidents without a day are in none of them.
    """

    count: int
    spans: tuple[tuple[str, int], ...]
    spots: tuple[Spot, ...]
    totals: tuple[Sum, ...]

    @property
    def monthly(self) -> bool:
        """Whether its spans are months."""
        return bool(self.spans) and len(self.spans[0][0]) == len("2016-07")


def of(connection: Connection, query: Query) -> Overview:
    """The overview of a question: its incidents are found once, and counted by day, by spot and by outcome."""
    asked = _asked(connection, query)
    many, none = func.count(), _NONE
    days, places, *sums = _found(
        connection,
        select(asked.c.day, many.label("many"), none.label("c"), none.label("d")).group_by(asked.c.day),
        select(asked.c.spot, many.label("many"), func.min(asked.c.record).label("first"), none.label("d")).group_by(asked.c.spot),
        *_summing(asked),
    )
    return Overview(
        sum(many for _, many, *_ in days),
        _spans([(day, many) for day, many, *_ in days]),
        tuple(_spots(connection, [(spot, many, first) for spot, many, first, _ in places])),
        tuple(_sums(sums)),
    )


def _asked(connection: Connection, query: Query) -> CTE:
    """What is noted of the incidents that answer, found once for all that is made of them."""
    spot = sights.c.cleared_spot if query.viewer.cleared else sights.c.spot
    ends = [end for outcome in SUMMED for end in _ends_of(sights, outcome)]
    shelf = Records(connection, "incident", query.viewer)
    found = shelf.select(query, sights.c.day, sights.c.record, spot.label("spot"), *ends)
    return found.cte("asked").prefix_with("MATERIALIZED")


def _found(connection: Connection, *parts: Select[Any]) -> list[list[Any]]:
    """The rows of several selects of four whole numbers each, in one statement."""
    numbered = [select(literal_column(str(part)).label("part"), *one.subquery().c) for part, one in enumerate(parts)]
    found: list[list[Any]] = [[] for _ in parts]
    for part, *row in connection.execute(union_all(*numbered)):
        found[part].append(row)
    return found


def _summing(asked: CTE) -> list[Select[Any]]:
    ends: Iterator[tuple[Any, Any]] = (_ends_of(asked, outcome) for outcome in SUMMED)
    return [
        select(
            func.count(low).label("many"),
            func.count(high).label("closed"),
            func.sum(low).label("low"),
            func.sum(high).label("high"),
        )
        for low, high in ends
    ]


def _sums(found: Sequence[Sequence[Any]]) -> Iterator[Sum]:
    for outcome, ((many, closed, low, high),) in zip(SUMMED, found, strict=True):
        if many:
            yield Sum(outcome, int(low), int(high or 0) if many == closed else None, many)


def _spans(days: Iterable[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    dated = [(day, many) for number, many in sorted(days) if (day := iso(number)) is not None]
    if len(dated) <= SPANS:
        return tuple(dated)
    months: dict[str, int] = defaultdict(int)
    for day, many in dated:
        months[day[:7]] += many
    return tuple(months.items())


def _spots(connection: Connection, found: Iterable[tuple[int, int, int]]) -> Iterator[Spot]:
    """Spots of (number, how many, the first): those with most incidents, and these by their first."""
    most = sorted(found, key=lambda one: (-one[1], one[2]))[:_SPOTS]
    for some in chunks(most):
        numbers, firsts = [spot for spot, _, _ in some], [first for _, _, first in some]
        held = {row.no: row for row in connection.execute(select(spots).where(spots.c.no.in_(numbers)))}
        ids = dict(connection.execute(select(records.c.no, records.c.id).where(records.c.no.in_(firsts))).all())
        for number, many, first in some:
            at = held[number]
            yield Spot(at.place, at.latitude, at.longitude, bool(at.exact), many, ids[first])


def _ends_of(table: FromClause, outcome: Outcome) -> tuple[ColumnElement[int], ColumnElement[int]]:
    return table.c[f"{outcome}_low"], table.c[f"{outcome}_high"]


def totals(connection: Connection, query: Query) -> list[Total]:
    """The sums of a question with their rows: each names the incidents counted, the first ROWS of them, and what was left out and why."""
    asked = _asked(connection, query)
    found = _found(connection, *_summing(asked), *_largest(asked))
    left = tuple(_left(connection, query))
    rows = dict(zip(SUMMED, found[len(SUMMED) :], strict=True))
    return [_total(connection, query, whole, rows[whole.outcome], left) for whole in _sums(found[: len(SUMMED)])]


def _largest(asked: CTE) -> list[Select[Any]]:
    """Of each outcome the incidents with the most people."""
    ends = (_ends_of(asked, outcome) for outcome in SUMMED)
    return [
        select(asked.c.record, low.label("low"), high.label("high"), _NONE.label("none"))
        .where(low.is_not(None))
        .order_by(low.desc(), asked.c.record)
        .limit(_ROWS)
        for low, high in ends
    ]


def _total(connection: Connection, query: Query, whole: Sum, rows: Sequence[Any], left: tuple[LeftOut, ...]) -> Total:
    told = gists.of(connection, [record for record, *_ in rows], query.viewer)
    counted = tuple(_counted(body, whole.outcome, low, high) for body, (_, low, high, _) in zip(told, rows, strict=True))
    formula = " + ".join(_ends(low, high) for _, low, high, _ in rows) + (" + …" if whole.events > len(rows) else "")
    return Total(None, whole.outcome, None, whole.low, whole.high, formula, counted, left)


def _counted(body: Mapping[str, Any], outcome: Outcome, low: int, high: int | None) -> Counted:
    figures = (f for f in body.get("figures", ()) if f["outcome"] == outcome and (f["low"] or 0, f["high"]) == (low, high))
    told: Mapping[str, Any] = next(figures, {})
    return Counted(body["id"], low, high, tuple(told.get("low_by") or ()), tuple(told.get("high_by") or ()))


def _ends(low: int, high: int | None) -> str:
    return f"{low}" if low == high else f"{low}–{'' if high is None else high}"


def _left(connection: Connection, query: Query) -> Iterator[LeftOut]:
    shelf = Records(connection, "incident", query.viewer)
    if shelf.terms("grade", ("discounted",)):
        discounted = shelf.select(query, sights.c.record).where(shelf.bears("grade", ("discounted",))).limit(_ROWS)
        for row in numbered(connection, connection.execute(discounted).scalars().all()):
            yield LeftOut(row["id"], "discounted by a person")
    tallies = Records(connection, "tally", query.viewer)
    for id in connection.execute(tallies.select(query, records.c.id).limit(_ROWS)).scalars():
        yield LeftOut(id, "a running total; its people may be counted in the incidents already")
