"""Records as they could be known on a day: gathered anew from what their claims' articles said by then.

Which claims belong together is what is known today; what they add up to is what could be known then.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from marsad.record import gather
from marsad.store import facets, load
from marsad.store.atlas import Atlas
from marsad.store.bulk import chunks
from marsad.store.facets import Item
from marsad.store.query import Query
from marsad.store.settle import items
from marsad.store.tables import articles, claims, members

Row = Mapping[str, Any]


def bodies(connection: Connection, rows: Sequence[Row], query: Query, atlas: Atlas) -> list[tuple[Row, Mapping[str, Any]]]:
    """Rows of records with their JSON as of the query's day, in their order; those that nobody could know then fall out."""
    assert query.as_of is not None
    held = _members(connection, [row["no"] for row in rows])
    numbers = {article for own in held.values() for _, article in own}
    found = items(gather(_reports(connection, numbers, query.as_of), _judgements(connection, query.as_of)))
    by_id = {(item.kind, item.id): item for item in found}
    by_claim = {(item.kind, claim): item for item in found for claim in item.claims}
    out: list[tuple[Row, Mapping[str, Any]]] = []
    for row in rows:
        item = by_id.get((row["kind"], row["id"])) or _holding(row, held[row["no"]], by_claim)
        if item is not None and _answers(item, query, atlas):
            out.append((row, dict(item.body) | {"id": row["id"]}))
    return out


def _members(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """(claim, article's number) of each record."""
    held: dict[int, list[tuple[str, int]]] = defaultdict(list)
    found = select(members.c.record, claims.c.id, claims.c.article).join(claims, claims.c.no == members.c.claim)
    for some in chunks(numbers):
        for record, claim, article in connection.execute(found.where(members.c.record.in_(some))).all():
            held[record].append((claim, article))
    return held


def _reports(connection: Connection, numbers: set[int], day: date) -> Any:
    """The reports of all versions of articles, with the claims that stood on the day."""
    ids = select(articles.c.id).where(articles.c.no.in_(numbers))
    versions = connection.execute(select(articles.c.no).where(articles.c.id.in_(ids))).scalars().all()
    then = day.toordinal()
    stood = (claims.c.known <= then) & or_(claims.c.superseded.is_(None), claims.c.unknown > then)
    return [report for report in load.reports(connection, versions, stood) if report.claims]


def _judgements(connection: Connection, day: date) -> Any:
    """What people had decided by the end of the day and had not taken back."""
    return [judgement for judgement in load.standing(connection) if judgement.at[:10] <= day.isoformat()]


def _holding(row: Row, held: Sequence[tuple[str, int]], by_claim: Mapping[tuple[str, str], Item]) -> Item | None:
    return next((item for claim, _ in held if (item := by_claim.get((row["kind"], claim)))), None)


def _answers(item: Item, query: Query, atlas: Atlas) -> bool:
    """Whether a record as of then still bears what the filters ask of the record itself."""
    borne: dict[str, set[str]] = defaultdict(set)
    for facet, value, _ in facets.own(item, atlas):
        if value:
            borne[facet].add(value)
    asked = {"area" if name == "place" else name: set(values) for name, values in query.meant.items()}
    return all(borne[facet] & asked[facet] for facet in asked if facet in facets.OF_RECORDS)
