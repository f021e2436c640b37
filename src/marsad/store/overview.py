"""What a question's incidents come to, for a map, a timeline and a sum: one answer of the store for all three, so that they agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Float, Select, and_, case, exists, func, literal, select
from sqlalchemy import cast as as_type

from marsad.model import Counted, LeftOut, Total
from marsad.model.values import Outcome
from marsad.store import seen
from marsad.store.discretion import DECIMALS
from marsad.store.query import Query
from marsad.store.rows import iso
from marsad.store.shelf import Records
from marsad.store.tables import figures, marks, records

OUTCOMES: tuple[Outcome, ...] = ("killed", "injured", "missing", "abducted", "detained")
"""Outcomes that are summed. Displacement is not: one person may move several times (STANDARDS D.7)."""
_SPOTS = 3_000
_ROWS = 100  # incidents that a sum names one by one: more make a page of half a second
_POINT = 2  # the worst precision (UCDP's where_prec) that is drawn as a point


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
    """The number of incidents, how many on each day (ISO; those without a day are not among them), where, and what they add up to."""

    count: int
    days: tuple[tuple[str, int], ...]
    spots: tuple[Spot, ...]
    totals: tuple[Sum, ...]


def of(connection: Connection, query: Query) -> Overview:
    """The overview of a question."""
    shelf = Records(connection, "incident", query.viewer)
    chosen = shelf.select(query, records.c.day, func.count().label("many")).group_by(records.c.day).order_by(records.c.day)
    by_day = [(row.day, int(row.many)) for row in connection.execute(chosen)]
    return Overview(
        sum(many for _, many in by_day),
        tuple((day, many) for number, many in by_day if (day := iso(number)) is not None),
        tuple(_spots(connection, shelf, query)),
        tuple(_sums(connection, shelf, query)),
    )


def _spots(connection: Connection, shelf: Records, query: Query) -> Iterable[Spot]:
    latitude, longitude = (_seen(column, shelf, query) for column in (records.c.latitude, records.c.longitude))
    exact = func.coalesce(records.c.precision <= _POINT, literal(False))
    columns = (records.c.place, latitude.label("latitude"), longitude.label("longitude"), exact.label("exact"))
    many = func.count().label("many")
    asked = shelf.select(query, *columns, many, func.min(records.c.id).label("first")).group_by(*columns)
    for row in connection.execute(asked.order_by(many.desc(), func.min(records.c.id)).limit(_SPOTS)):
        yield Spot(row.place, row.latitude, row.longitude, bool(row.exact), int(row.many), row.first)


def _seen(column: Any, shelf: Records, query: Query) -> Any:
    """A coordinate as finely as the viewer may see it: to those not cleared as ``discretion.coarse`` rounds it, homes as the coarser."""
    if query.viewer.cleared:
        return column
    homes = list(shelf.terms("target", ("home",)))
    home = exists(
        select(marks.c.record)
        .where(marks.c.term.in_(homes), marks.c.day == records.c.day, marks.c.record == records.c.no)
        .correlate(records)
    )
    fine = and_(func.coalesce(records.c.precision, 1) == 1, ~home if homes else literal(True))
    return case((fine, _rounded(column, DECIMALS[1])), else_=_rounded(column, DECIMALS[_POINT]))


def _rounded(column: Any, decimals: int) -> Any:
    """Rounded in a way both databases have: PostgreSQL rounds to decimals only what is no float."""
    scale = 10**decimals
    return as_type(func.round(column * scale), Float) / scale


def _standing(shelf: Records, query: Query) -> Select[Any]:
    """The number, id, grade of the incidents asked for."""
    return shelf.select(query, records.c.no, records.c.id, func.coalesce(records.c.grade, "").label("grade"))


def _best(shelf: Records, query: Query) -> Any:
    """Of each incident and outcome the figure that is counted: that of its people, else the largest of a group; discounted ones are none."""
    incidents = _standing(shelf, query).subquery("asked")
    counted = select(figures.c.outcome, figures.c.low, figures.c.high, incidents.c.id)
    counted = counted.join(incidents, incidents.c.no == figures.c.record)
    return counted.where(figures.c.whole, figures.c.outcome.in_(OUTCOMES)).subquery("best")


def _sums(connection: Connection, shelf: Records, query: Query) -> Iterable[Sum]:
    best = _best(shelf, query)
    open_ended = func.sum(case((best.c.high.is_(None), 1), else_=0))
    low, high = func.sum(func.coalesce(best.c.low, 0)), func.sum(best.c.high)
    asked = select(best.c.outcome, low.label("low"), high.label("high"), open_ended.label("open"), func.count().label("many"))
    found = {row.outcome: row for row in connection.execute(asked.group_by(best.c.outcome))}
    for outcome in OUTCOMES:
        if outcome in found:
            row = found[outcome]
            yield Sum(outcome, int(row.low), None if row.open else int(row.high), int(row.many))


def totals(connection: Connection, query: Query) -> list[Total]:
    """The sums of a question with their rows: each names the incidents counted, the first ROWS of them, and what was left out and why."""
    shelf = Records(connection, "incident", query.viewer)
    best = _best(shelf, query)
    whole = {total.outcome: total for total in _sums(connection, shelf, query)}
    out = []
    for outcome, total in whole.items():
        asked = (
            select(best).where(best.c.outcome == outcome).order_by(func.coalesce(best.c.low, 0).desc(), best.c.id).limit(_ROWS)
        )
        rows = [row._asdict() for row in connection.execute(asked)]
        counted = tuple(_counted(row, outcome, by) for by in [_asserters(connection, rows, query)] for row in rows)
        formula = " + ".join(_ends(row) for row in rows) + (" + …" if total.events > len(rows) else "")
        out.append(Total(None, outcome, None, total.low, total.high, formula, counted, tuple(_left(connection, shelf, query))))
    return out


def _asserters(connection: Connection, rows: Sequence[Mapping[str, Any]], query: Query) -> Mapping[str, Mapping[str, Any]]:
    """The bodies of incidents by id as the viewer sees them, for the asserters of their figures' ends."""
    found = select(records.c.id, records.c.body, records.c.withheld).where(
        records.c.id.in_([row["id"] for row in rows]), records.c.superseded.is_(None)
    )
    return {row["id"]: seen.record(row, query.viewer) for row in connection.execute(found).mappings()}


def _counted(row: Mapping[str, Any], outcome: Outcome, bodies: Mapping[str, Mapping[str, Any]]) -> Counted:
    told = [
        f
        for f in bodies[row["id"]].get("figures", ())
        if f["outcome"] == outcome and (f.get("low"), f.get("high")) == (row["low"], row["high"])
    ]
    low_by, high_by = (tuple(told[0].get(end) or ()) if told else () for end in ("low_by", "high_by"))
    return Counted(row["id"], row["low"] or 0, row["high"], low_by, high_by)


def _ends(row: Mapping[str, Any]) -> str:
    low, high = row["low"] or 0, row["high"]
    return f"{low}" if low == high else f"{low}–{'' if high is None else high}"


def _left(connection: Connection, shelf: Records, query: Query) -> Iterable[LeftOut]:
    asked = _standing(shelf, query).where(records.c.grade == "discounted").limit(_ROWS)
    for row in connection.execute(asked):
        yield LeftOut(row.id, "discounted by a person")
    tallies = Records(connection, "tally", query.viewer)
    for row in connection.execute(tallies.select(query, records.c.id).limit(_ROWS)):
        yield LeftOut(row.id, "a running total; its people may be counted in the incidents already")
