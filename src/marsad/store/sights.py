"""What an overview needs of an incident, kept beside it in the same transaction: its days, where it is shown to whom, what of it is summed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from marsad.store.audit import canonical
from marsad.store.bulk import chunks, many, number
from marsad.store.discretion import coarse_json
from marsad.store.facets import counted
from marsad.store.tables import SUMMED, records, sights, spots

Row = Mapping[str, Any]
_POINT = 2  # the worst precision (UCDP's where_prec) that is drawn as a point
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Sight:
    """What is noted of an incident: ``values`` in the order of the columns of ``sights``, and its spots by number."""

    values: tuple[Any, ...]
    spots: Mapping[int, tuple[Any, ...]]


def of(row: Row, body: Mapping[str, Any]) -> Sight:
    """What is to be noted of an incident, a row of ``records`` with its JSON."""
    told = {name: body.get(name) for name in ("place", "target_type")}
    shown = [_spot(seen["place"] or {}) for seen in (coarse_json(told), told)]
    numbers = [number("spot", canonical(spot)) for spot in shown]
    ends = counted(body)
    sums = (end for outcome in SUMMED for end in ends.get(outcome, (None, None)))
    values = (row["day"], row["no"], row["until"], row["known"], bool(row["restricted"]), *numbers, *sums)
    return Sight(values, dict(zip(numbers, shown, strict=True)))


def note(connection: Connection, noted: Iterable[Sight]) -> None:
    """Note incidents."""
    found = list(noted)
    shown = {no: spot for one in found for no, spot in one.spots.items()}
    many(connection, spots, [(no, *spot) for no, spot in sorted(shown.items())])
    many(connection, sights, sorted(one.values for one in found))


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take away what was noted of records that no longer hold."""
    days = select(records.c.day, records.c.no).where(records.c.no.in_(numbers), records.c.kind == "incident")
    rows = [{"its_day": day, "its_record": no} for day, no in connection.execute(days)]
    if rows:
        held = (sights.c.day == bindparam("its_day")) & (sights.c.record == bindparam("its_record"))
        connection.execute(delete(sights).where(held), rows)


def anew(connection: Connection) -> int:
    """Note all current incidents anew; how many they are."""
    connection.execute(delete(sights))
    wanted = select(records.c.no).where(records.c.kind == "incident", records.c.superseded.is_(None)).order_by(records.c.no)
    numbers = connection.execute(wanted).scalars().all()
    columns = (records.c.no, records.c.day, records.c.until, records.c.known, records.c.restricted, records.c.body)
    for some in chunks(numbers, _BATCH):
        found = connection.execute(select(*columns).where(records.c.no.in_(some))).mappings()
        note(connection, (of(dict(row), json.loads(row["body"])) for row in found))
    return len(numbers)


def _spot(place: Mapping[str, Any]) -> tuple[Any, ...]:
    """Place, latitude, longitude, and whether it may be drawn as a point."""
    precision = place.get("precision")
    return place.get("id"), place.get("latitude"), place.get("longitude"), precision is not None and precision <= _POINT
