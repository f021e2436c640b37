"""The shelves that can be asked: records of a kind, claims, articles; where each facet of theirs stands, and whose eyes they are for."""

import re
from collections.abc import Sequence
from typing import Any, Literal, cast

from sqlalchemy import BigInteger, ColumnElement, Connection, FromClause, Select, and_, column, exists, false, or_, select, text

from marsad.store import index, reliability
from marsad.store.discretion import Viewer
from marsad.store.filters import FILTERS, Values
from marsad.store.ledger import jobs
from marsad.store.query import Query
from marsad.store.tables import areas, articles, claims, marks, members, records, terms

RecordKind = Literal["incident", "tally", "control", "talks", "person"]
RECORD_KINDS: tuple[RecordKind, ...] = ("incident", "tally", "control", "talks", "person")

_LAND = re.compile("[A-Z]{2}")  # a country's code

_FEW = 5_000
"""Rows that are sorted at once sooner than all are walked in the order of days: 5,000 records take some 30 ms."""


def _answering(connection: Connection, asked: str, exact: bool, kind: index.Held, viewer: Viewer) -> FromClause:
    """The articles or claims whose words answer: their numbers, ``ref``, and those of their rows in the index, ``words_no``."""
    sql, parameters = index.found_sql(connection.dialect.name, index.question(asked, exact), kind, viewer)
    wrapped = text(f"SELECT words_no, {index.REF} AS ref FROM ({sql}) AS answers").bindparams(**parameters)
    columns = wrapped.columns(column("words_no", BigInteger), column("ref", BigInteger))
    return columns.subquery(f"{kind}_answers_{int(exact)}")


def _in_order(
    shelf: "Claims | Articles", kind: index.Held, query: Query, columns: Sequence[Any]
) -> tuple[Select[Any], ColumnElement[int]] | None:
    """A question of words as a walk along the index of words, which is in the order of days: the first page needs no sorting of all.

    The rows that answer, and what they are in order by; None where no words are asked for.
    """
    name = next((name for name in ("q", "exact") if name in query.meant), None)
    if name is None:
        return None
    answers = _answering(shelf.connection, " ".join(query.meant[name]), name == "exact", kind, shelf.viewer)
    rows = answers.join(shelf.table, shelf.table.c.no == answers.c.ref)
    asked = select(*columns).select_from(rows).where(*shelf.shown(query), *query.without(name).where(shelf))
    return asked, answers.c.words_no


def _known(connection: Connection, facet: str, values: Values) -> tuple[str, Values]:
    """A facet and its values as rows bear them: a grade of reliability stands for the sources that people have given it."""
    return ("source", reliability.sources(connection, values)) if facet == "reliability" else (facet, values)


def _fated(values: Values) -> Select[Any]:
    """The numbers of the articles that stand whose page changed, of which there is a version before, or is gone."""
    gone = select(jobs.c.target).where(jobs.c.kind == "web", jobs.c.gone.is_not(None))
    found = {"changed": articles.c.version > 1, "gone": articles.c.url.in_(gone)}
    return select(articles.c.no).where(articles.c.superseded.is_(None), or_(*(found[value] for value in values)))


RESTRICTED = "/restricted"
"""What the kind of a restricted record's terms ends with: to the public they are no values of a filter, and count for nothing."""


def kinds(kind: RecordKind, viewer: Viewer) -> list[str]:
    """The kinds of terms that a viewer may ask for."""
    return [kind, kind + RESTRICTED] if viewer.cleared else [kind]


def _few(connection: Connection, numbers: Select[Any]) -> list[int] | None:
    """The numbers that a question finds, where they are few: they are then looked up one by one and sorted."""
    found = list(connection.execute(numbers.limit(_FEW + 1)).scalars())
    return found if len(found) <= _FEW else None


class Records:
    """The current records of one kind, as a viewer may see them."""

    table = records
    kind: RecordKind

    def __init__(self, connection: Connection, kind: RecordKind, viewer: Viewer) -> None:
        self.connection, self.kind, self.viewer = connection, kind, viewer
        self.first: ColumnElement[int] = records.c.day
        self.last: ColumnElement[int] = records.c.until
        self.long = kind != "incident"

    def terms(self, facet: str, values: Values) -> dict[int, int]:
        """The numbers of the terms of a facet's values, with how many records bear each."""
        facet, values = _known(self.connection, facet, values)
        found = select(terms.c.no, terms.c["count"]).where(
            terms.c.kind.in_(kinds(self.kind, self.viewer)), terms.c.facet == facet, terms.c.value.in_(values)
        )
        return dict(self.connection.execute(found).all())

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        numbers = list(self.terms(facet, values))
        if not numbers:
            return false()
        borne = select(marks.c.record).where(
            marks.c.term.in_(numbers), marks.c.day == records.c.day, marks.c.record == records.c.no
        )
        return exists(borne.correlate(records))

    def holds(self, text: str, exact: bool) -> ColumnElement[bool]:
        answers = _answering(self.connection, text, exact, "claim", self.viewer)
        return records.c.no.in_(select(members.c.record).join(answers, answers.c.ref == members.c.claim))

    def fated(self, values: Values) -> ColumnElement[bool]:
        told = select(members.c.record).join(claims, claims.c.no == members.c.claim)
        return records.c.no.in_(told.where(claims.c.article.in_(_fated(values))))

    def shown(self, query: Query) -> list[ColumnElement[bool]]:
        """What a viewer may see of the shelf as of a day: the current, and of the restricted nothing without clearance."""
        conditions: list[ColumnElement[bool]] = [records.c.kind == self.kind, records.c.superseded.is_(None)]
        if not query.viewer.cleared:
            conditions.append(records.c.restricted.is_(False))
        if query.as_of:
            conditions.append(records.c.known <= query.as_of.toordinal())
        return conditions

    def in_order(self, query: Query, columns: Sequence[Any]) -> None:
        """None: records are in an order of their own, not in that of the index of words."""

    def select(self, query: Query, *columns: Any) -> Select[Any]:
        """The rows that answer a question. Few of one term are taken first and sorted; many are walked in the order of days."""
        conditions = self.shown(query) + query.where(self)
        rarest = self._rarest(query)
        if rarest is None:
            return select(*columns).select_from(records).where(*conditions)
        chosen = select(marks.c.record).where(marks.c.term.in_(rarest)).distinct().subquery("chosen")
        return select(*columns).select_from(chosen.join(records, records.c.no == chosen.c.record)).where(*conditions)

    def _rarest(self, query: Query) -> list[int] | None:
        """The terms of the filter that the fewest records bear, where those are few."""
        counted = [self.terms(_FACETS[name], query.meant[name]) for name in query.meant if name in _FACETS]
        if not counted:
            return None
        fewest = min(counted, key=lambda found: sum(found.values()))
        return list(fewest) if sum(fewest.values()) <= _FEW else None


_FACETS = {name: "area" if name == "place" else name for name in FILTERS if name not in ("from", "until", "q", "exact", "fate")}
"""Filter -> the facet it asks for."""


class Claims:
    """Claims as they stand or as they stood on a day. What only a record bears (grade, target …) is asked of its records."""

    table = claims

    def __init__(self, connection: Connection, viewer: Viewer) -> None:
        self.connection, self.viewer = connection, viewer
        self.first: ColumnElement[int] = claims.c.day
        self.last: ColumnElement[int] = claims.c.until
        self.long = False

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        condition = self.alike(facet, values)
        few = _few(self.connection, select(claims.c.no).where(claims.c.superseded.is_(None), condition))
        return condition if few is None else claims.c.no.in_(few)

    def alike(self, facet: str, values: Values) -> ColumnElement[bool]:
        """The same as ``bears``, whichever way is quicker left aside."""
        facet, values = _known(self.connection, facet, values)
        column = {"kind": "kind", "outcome": "outcome", "group": "grp", "source": "source", "actor": "actor"}.get(facet)
        if facet == "source" and not self.viewer.cleared:  # who asks for a witness by name must not learn that there is one
            return claims.c.source.in_(values) & or_(claims.c.withheld.is_(None), claims.c.withheld.not_like('["witness"%'))
        if column:
            return claims.c[column].in_(values)
        if facet == "area":
            inside = claims.c.place.in_(select(areas.c.place).where(areas.c.area.in_(values)))
            lands = [value for value in values if _LAND.fullmatch(value)]
            return or_(inside, claims.c.country.in_(lands)) if lands else inside
        found = select(terms.c.no).where(terms.c.facet == facet, terms.c.value.in_(values))
        numbers = list(self.connection.execute(found).scalars())
        borne = select(members.c.claim).join(marks, marks.c.record == members.c.record).where(marks.c.term.in_(numbers))
        few = _few(self.connection, borne.distinct())
        if few is not None:
            return claims.c.no.in_(few)
        return exists(borne.where(members.c.claim == claims.c.no).correlate(claims))

    def holds(self, text: str, exact: bool) -> ColumnElement[bool]:
        return claims.c.no.in_(select(_answering(self.connection, text, exact, "claim", self.viewer).c.ref))

    def fated(self, values: Values) -> ColumnElement[bool]:
        return claims.c.article.in_(_fated(values))

    def shown(self, query: Query) -> list[ColumnElement[bool]]:
        """The claims that stand, or that stood as of a day."""
        return [_standing(claims, query)]

    def select(self, query: Query, *columns: Any) -> Select[Any]:
        """The rows that answer a question."""
        return select(*columns).select_from(claims).where(*self.shown(query), *query.where(self))

    def in_order(self, query: Query, columns: Sequence[Any]) -> tuple[Select[Any], ColumnElement[int]] | None:
        """The rows that answer a question of words, and what they are in order by; None for a question without."""
        return _in_order(self, "claim", query, columns)


class Articles:
    """The articles in their present versions, or in those of a day; what a filter asks is asked of their claims."""

    table = articles

    def __init__(self, connection: Connection, viewer: Viewer) -> None:
        self.connection, self.viewer = connection, viewer
        self.first: ColumnElement[int] = articles.c.day
        self.last: ColumnElement[int] = articles.c.day
        self.long = False
        self._claims = Claims(connection, viewer)

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        said = select(claims.c.article).where(claims.c.superseded.is_(None), self._claims.alike(facet, values))
        few = _few(self.connection, said.distinct())
        return (
            articles.c.no.in_(few)
            if few is not None
            else exists(said.where(claims.c.article == articles.c.no).correlate(articles))
        )

    def holds(self, text: str, exact: bool) -> ColumnElement[bool]:
        return articles.c.no.in_(select(_answering(self.connection, text, exact, "article", self.viewer).c.ref))

    def fated(self, values: Values) -> ColumnElement[bool]:
        return articles.c.no.in_(_fated(values))

    def shown(self, query: Query) -> list[ColumnElement[bool]]:
        """The versions that stand, or that stood as of a day."""
        return [_standing(articles, query)]

    def select(self, query: Query, *columns: Any) -> Select[Any]:
        """The rows that answer a question."""
        return select(*columns).select_from(articles).where(*self.shown(query), *query.where(self))

    def in_order(self, query: Query, columns: Sequence[Any]) -> tuple[Select[Any], ColumnElement[int]] | None:
        """The rows that answer a question of words, and what they are in order by; None for a question without."""
        return _in_order(self, "article", query, columns)


Shelves = Records | Claims | Articles


def _standing(table: Any, query: Query) -> ColumnElement[bool]:
    """Rows that hold now; as of a day, those known by then of which nobody had seen a later version."""
    if query.as_of is None:
        return cast(ColumnElement[bool], table.c.superseded.is_(None))
    later = table.c.unknown > query.as_of.toordinal()
    return and_(table.c.known <= query.as_of.toordinal(), or_(table.c.superseded.is_(None), later))
