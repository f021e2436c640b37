"""What lists show of a record, cut out of it once: a record holds every assertion, its row in a list a line."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from marsad.store import seen
from marsad.store.bulk import chunks, many
from marsad.store.discretion import PUBLIC, Viewer
from marsad.store.tables import gists, records

Body = Mapping[str, Any]
Row = Mapping[str, Any]

_KEPT = (
    "id", "date", "place", "means", "target_type", "grade", "proposed", "restricted", "first_seen", "last_seen", "source", "outcome",
    "group", "since", "track", "name", "role", "affiliation", "fate",
)  # fmt: skip
_OF_FIGURES = ("outcome", "group", "low", "high", "best", "low_by", "high_by")
_LONG = ("series", "history", "events")
_BATCH = 5_000


def gist(body: Body) -> dict[str, Any]:
    """A record's part for lists: its figures without their assertions; of a series, a history or a row of acts the last, and ``many`` there are."""
    short = {name: body[name] for name in _KEPT if name in body}
    if "figures" in body:
        short["figures"] = [{name: figure.get(name) for name in _OF_FIGURES} for figure in body["figures"]]
    for name in _LONG:
        if name in body:
            short |= {name: body[name][-1:], "many": len(body[name])}
    return short


def note(connection: Connection, rows: Iterable[tuple[Row, Body]]) -> None:
    """Note what the public sees of records in lists, each a row of ``records`` with its JSON."""
    noted = []
    for row, body in rows:
        shown = seen.record(row, PUBLIC, gist(body))
        noted.append((row["no"], json.dumps(shown, ensure_ascii=False, separators=(",", ":"))))
    many(connection, gists, noted)


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take away what was noted of records that no longer hold."""
    connection.execute(delete(gists).where(gists.c.record.in_(numbers)))


def anew(connection: Connection) -> int:
    """Note all current records anew; how many they are."""
    connection.execute(delete(gists))
    numbers = (
        connection.execute(select(records.c.no).where(records.c.superseded.is_(None)).order_by(records.c.no)).scalars().all()
    )
    for some in chunks(numbers, _BATCH):
        found = connection.execute(
            select(records.c.no, records.c.body, records.c.withheld).where(records.c.no.in_(some))
        ).mappings()
        note(connection, ((dict(row), json.loads(row["body"])) for row in found))
    return len(numbers)


def of(connection: Connection, numbers: Sequence[int], viewer: Viewer) -> list[dict[str, Any]]:
    """What a viewer sees in lists of current records, in the order of their given numbers."""
    if viewer.cleared:
        whole = connection.execute(select(records).where(records.c.no.in_(numbers))).mappings()
        held = {row["no"]: gist(seen.record(row, viewer)) for row in whole}
    else:
        held = {no: json.loads(body) for no, body in connection.execute(select(gists).where(gists.c.record.in_(numbers)))}
    return [held[number] for number in numbers]
