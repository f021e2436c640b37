"""What a record is found, filtered and summed by, sealed when it is written: a table changed behind our back gives no wrong figure unnoticed.

A record's row keeps the digest of its own columns and of its rows in ``marks``, ``members`` and ``sights``. A record written before
there were seals has none and is passed over until it is written anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select

from marsad.store.audit import canonical, digest
from marsad.store.tables import marks, members, records, sights, terms

_COLUMNS = ("day", "until", "known", "place", "latitude", "longitude", "precision", "cluster", "grade", "restricted", "withheld")
_BATCH = 500  # records looked at at once


def seal(row: Mapping[str, Any], borne: Iterable[Sequence[Any]], held: Iterable[int], counted: Iterable[Sequence[Any]]) -> str:
    """The seal of a record: of its columns, its terms as (kind, facet, value, day), the numbers of its claims, and its row of ``sights``."""
    own = [row[name] for name in _COLUMNS]
    return digest(canonical([own, sorted(map(list, borne)), sorted(held), sorted(map(list, counted), key=canonical)]))


def faults(connection: Connection) -> Iterator[str]:
    """Records that are not found, or do not count, as they were written; a line each. Wrong counts of terms are named too."""
    standing = records.c.superseded.is_(None)
    last = 0
    while True:
        wanted = select(records).where(standing, records.c.no > last).order_by(records.c.no).limit(_BATCH)
        batch = [dict(row) for row in connection.execute(wanted).mappings()]
        if not batch:
            break
        last = batch[-1]["no"]
        found = seals(connection, batch, sights)
        for row in batch:
            if row["seal"] and row["seal"] != found[row["no"]]:
                yield f"{row['kind']} {row['id']}: what it is found and summed by is not what was written"
    yield from _counts(connection)


def seals(connection: Connection, batch: Sequence[Mapping[str, Any]], summed: Table) -> dict[int, str]:
    """The seals that records would have as they stand, by number; ``summed`` is the table of what is added up."""
    numbers = [row["no"] for row in batch]
    named = (terms.c.kind, terms.c.facet, terms.c.value, marks.c.day)
    borne = _grouped(connection, marks.join(terms, terms.c.no == marks.c.term), marks.c.record, numbers, *named)
    held = _grouped(connection, members, members.c.record, numbers, members.c.claim)
    counted = _grouped(
        connection, summed, summed.c.record, numbers, *(one for one in summed.c if summed is sights or one.name != "record")
    )
    return {row["no"]: seal(row, borne[row["no"]], [claim for (claim,) in held[row["no"]]], counted[row["no"]]) for row in batch}


def _grouped(connection: Connection, table: Any, by: Any, numbers: list[int], *columns: Any) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for record, *values in connection.execute(select(by, *columns).select_from(table).where(by.in_(numbers))):
        found[record].append(tuple(values))
    return found


def _counts(connection: Connection) -> Iterator[str]:
    borne = select(marks.c.term, func.count().label("borne")).group_by(marks.c.term).subquery()
    wrong = select(terms).outerjoin(borne, borne.c.term == terms.c.no).where(terms.c["count"] != func.coalesce(borne.c.borne, 0))
    for row in connection.execute(wrong.order_by(terms.c.no)).mappings():
        yield f"filter {row['facet']} = {row['value']}: {row['count']:,} records of kind {row['kind']} are said to bear it, which is not so"
