"""How often a source's word stands in the record, is borne out and contradicted: counts with no score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from marsad.store.atlas import Atlas
from marsad.store.discretion import Viewer
from marsad.store.facets import WITNESS
from marsad.store.pages import Choice
from marsad.store.shelf import RecordKind, kinds
from marsad.store.tables import marks, terms

_ASKED: tuple[tuple[RecordKind, str], ...] = (
    ("incident", "source"), ("incident", "corroborated"), ("incident", "contradicted"), ("tally", "source"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """How often a source's word stands in the record, for a viewer: in how many incidents, in how many of these another's figure bears its
    own out or does not fit it, and how many running totals it gives. Counts only: no score is made of them."""

    incidents: int
    corroborated: int
    contradicted: int
    tallies: int

    def __bool__(self) -> bool:
        return bool(self.incidents or self.tallies)


def standing(connection: Connection, values: list[str], viewer: Viewer) -> Standing:
    """How often a source stands in the record, each record once; ``values`` are what it may be filtered by."""
    return Standing(*(_borne(connection, kinds(kind, viewer), facet, values) for kind, facet in _ASKED))


def _borne(connection: Connection, among: Sequence[str], facet: str, values: Sequence[str]) -> int:
    """How many records of some kinds bear one of these values of a facet."""
    wanted = terms.c.kind.in_(among), terms.c.facet == facet, terms.c.value.in_(values), terms.c["count"] > 0
    found = dict(connection.execute(select(terms.c.no, terms.c["count"]).where(*wanted)).all())
    if len(found) < 2:
        return sum(found.values())
    once = select(func.count(marks.c.record.distinct())).where(marks.c.term.in_(found))
    return int(connection.execute(once).scalar_one())


def canonical(choices: Iterable[Choice], atlas: Atlas) -> dict[str, list[Choice]]:
    """Sources among the values of a filter, each with those values that mean it: a body whose name stands alone in reports is that body."""
    found: dict[str, list[Choice]] = {}
    for one in choices:
        if one.value != WITNESS:
            known = atlas.asserter_of(one.value.removeprefix("~")) if one.value.startswith("~") else None
            found.setdefault(known or one.value, []).append(one)
    return found


def label(connection: Connection, value: str) -> str:
    """A source without an id as it was first written."""
    found = select(func.min(terms.c.label)).where(terms.c.facet == "source", terms.c.value == value)
    return connection.execute(found).scalar() or value.removeprefix("~")
