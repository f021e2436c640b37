"""The shelves that can be asked: records of a kind, claims, articles; where each facet of theirs stands, and whose eyes they are for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    column,
    exists,
    false,
    func,
    or_,
    select,
    text,
    tuple_,
)

from marsad.store import index, reliability
from marsad.store.discretion import Viewer
from marsad.store.filters import FILTERS, Values
from marsad.store.ledger import jobs
from marsad.store.query import Query
from marsad.store.rows import LONGEST, ordinal
from marsad.store.tables import areas, articles, claims, marks, members, records, sights, terms

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


@dataclass(frozen=True, slots=True)
class Walk:
    """The rows that answer a question, in an order in which the database can walk them: the first page needs no sorting of all.

    ``order`` are the columns of the order. Where words are asked for it is that of their index, ``words``, which goes by days like the others.
    """

    asked: Select[Any]
    order: tuple[ColumnElement[Any], ...]
    words: bool = False

    def beyond(self, day: int, number: int, newest: bool) -> ColumnElement[bool]:
        """Whether a row comes after that of a day and a number."""
        place: Any = self.order[0] if self.words else tuple_(*self.order)
        border: Any = index.border(day, number, newest=newest) if self.words else (day, number)
        return cast(ColumnElement[bool], place < border if newest else place > border)


def _walk(shelf: "Claims | Articles", kind: index.Held, query: Query, columns: Sequence[Any]) -> Walk:
    """The rows of claims or articles in the order of days; where words are asked for along their index."""
    name = next((name for name in ("q", "exact") if name in query.meant), None)
    if name is None:
        return Walk(shelf.select(query, *columns), (shelf.first, shelf.number))
    answers = _answering(shelf.connection, " ".join(query.meant[name]), name == "exact", kind, shelf.viewer)
    rows = answers.join(shelf.table, shelf.number == answers.c.ref)
    asked = select(*columns).select_from(rows).where(*shelf.shown(query), *query.without(name).where(shelf))
    return Walk(asked, (answers.c.words_no,), words=True)


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


def _few(connection: Connection, found: Select[Any]) -> bool:
    """Whether a question finds few rows: they are then looked up one by one and sorted."""
    return int(connection.execute(select(func.count()).select_from(found.limit(_FEW + 1).subquery())).scalar_one()) <= _FEW


class Records:
    """The current records of one kind, as a viewer may see them: of incidents what is noted for overviews, of others their rows."""

    kind: RecordKind

    def __init__(self, connection: Connection, kind: RecordKind, viewer: Viewer) -> None:
        self.connection, self.kind, self.viewer = connection, kind, viewer
        self.table = sights if kind == "incident" else records
        self.number: ColumnElement[int] = sights.c.record if kind == "incident" else records.c.no
        self.first: ColumnElement[int] = self.table.c.day
        self.last: ColumnElement[int] = self.table.c.until
        self.long = kind != "incident"
        self._terms: dict[tuple[str, Values], dict[int, int]] = {}

    def terms(self, facet: str, values: Values) -> dict[int, int]:
        """The numbers of the terms of a facet's values that are borne, with how many records bear each."""
        if (facet, values) not in self._terms:
            facet_borne, borne = _known(self.connection, facet, values)
            named = terms.c.kind.in_(kinds(self.kind, self.viewer)) & (terms.c.facet == facet_borne) & terms.c.value.in_(borne)
            found = self.connection.execute(select(terms.c.no, terms.c["count"]).where(named, terms.c["count"] > 0))
            self._terms[facet, values] = dict(found.all())
        return self._terms[facet, values]

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        numbers = list(self.terms(facet, values))
        if not numbers:
            return false()
        borne = select(marks.c.record).where(marks.c.term.in_(numbers), marks.c.day == self.first, marks.c.record == self.number)
        return exists(borne.correlate(self.table))

    def holds(self, text: str, exact: bool) -> ColumnElement[bool]:
        answers = _answering(self.connection, text, exact, "claim", self.viewer)
        return self.number.in_(select(members.c.record).join(answers, answers.c.ref == members.c.claim))

    def fated(self, values: Values) -> ColumnElement[bool]:
        told = select(members.c.record).join(claims, claims.c.no == members.c.claim)
        return self.number.in_(told.where(claims.c.article.in_(_fated(values))))

    def shown(self, query: Query) -> list[ColumnElement[bool]]:
        """What a viewer may see of the shelf as of a day: the current, and of the restricted nothing without clearance."""
        conditions: list[ColumnElement[bool]] = []
        if self.table is records:
            conditions += [records.c.kind == self.kind, records.c.superseded.is_(None)]
        if not query.viewer.cleared:
            conditions.append(self.table.c.restricted.is_(False))
        if query.as_of:
            conditions.append(self.table.c.known <= query.as_of.toordinal())
        return conditions

    def select(self, query: Query, *columns: Any) -> Select[Any]:
        """The rows that answer a question."""
        return self.walk(query, columns).asked

    def walk(self, query: Query, columns: Sequence[Any]) -> Walk:
        """The rows that answer a question, along the marks of the filter that the fewest bear; without such a filter along all."""
        rarest = self._rarest(query)
        if rarest is None:
            asked = select(*columns).select_from(self.table).where(*self.shown(query), *query.where(self))
            return Walk(asked, (self.first, self.number))
        name, numbers = rarest
        within = self._days(query)
        along: Any = marks
        if len(numbers) > 1:
            along = select(marks.c.day, marks.c.record).where(marks.c.term.in_(numbers), *within).distinct().subquery("along")
        rows = along.join(self.table, and_(self.first == along.c.day, self.number == along.c.record))
        conditions = [marks.c.term == numbers[0], *within] if along is marks else []
        asked = select(*columns).select_from(rows).where(*conditions, *self.shown(query), *query.without(name).where(self))
        return Walk(asked, (along.c.day, along.c.record))

    def _days(self, query: Query) -> list[ColumnElement[bool]]:
        """The days of marks that a question's days leave, where records are short enough to tell."""
        found = []
        if "from" in query.meant and not self.long:
            found.append(marks.c.day >= ordinal(min(query.meant["from"])) - LONGEST)
        if "until" in query.meant:
            found.append(marks.c.day <= ordinal(max(query.meant["until"])))
        return found

    def _rarest(self, query: Query) -> tuple[str, list[int]] | None:
        """The filter whose terms the fewest records bear, and these terms; None where no filter is of terms, or one is of none."""
        counted = {name: self.terms(_FACETS[name], query.meant[name]) for name in query.meant if name in _FACETS}
        if not counted or not all(counted.values()):
            return None
        name = min(counted, key=lambda one: sum(counted[one].values()))
        return name, list(counted[name])


_FACETS = {name: "area" if name == "place" else name for name in FILTERS if name not in ("from", "until", "q", "exact", "fate")}
"""Filter -> the facet it asks for."""


_OWN = {"kind": "kind", "outcome": "outcome", "group": "grp", "source": "source", "actor": "actor", "area": "place"}
"""Facets that claims bear by themselves, and their columns; the others are borne by the records that rest on them."""


class Claims:
    """Claims as they stand or as they stood on a day. What only a record bears (grade, target …) is asked of its records."""

    table = claims

    def __init__(self, connection: Connection, viewer: Viewer) -> None:
        self.connection, self.viewer = connection, viewer
        self.number: ColumnElement[int] = claims.c.no
        self.first: ColumnElement[int] = claims.c.day
        self.last: ColumnElement[int] = claims.c.until
        self.long = False

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        condition, few = self.alike(facet, values)
        if few and facet in _OWN:
            return claims.c.no.in_(select(claims.c.no).where(claims.c.superseded.is_(None), condition))
        return condition

    def alike(self, facet: str, values: Values) -> tuple[ColumnElement[bool], bool]:
        """Whether a claim bears one of these values of a facet, and whether few do."""
        facet, values = _known(self.connection, facet, values)
        if facet in _OWN:
            condition = self._of_area(values) if facet == "area" else claims.c[_OWN[facet]].in_(values)
            if facet == "source" and not self.viewer.cleared:  # who asks for a witness by name must not learn that there is one
                condition = and_(condition, or_(claims.c.withheld.is_(None), claims.c.withheld.not_like('["witness"%')))
            return condition, _few(self.connection, select(claims.c.no).where(claims.c.superseded.is_(None), condition))
        of_viewer = [named for kind in RECORD_KINDS for named in kinds(kind, self.viewer)]
        found = select(terms.c.no).where(terms.c.kind.in_(of_viewer), terms.c.facet == facet, terms.c.value.in_(values))
        numbers = list(self.connection.execute(found).scalars())
        borne = select(members.c.claim).join(marks, marks.c.record == members.c.record).where(marks.c.term.in_(numbers))
        if _few(self.connection, borne):
            return claims.c.no.in_(borne), True
        return exists(borne.where(members.c.claim == claims.c.no).correlate(claims)), False

    def _of_area(self, values: Values) -> ColumnElement[bool]:
        """In a country by its code, or in a place that lies in one of the other areas."""
        lands = [value for value in values if _LAND.fullmatch(value)]
        others = [value for value in values if value not in lands]
        found: list[ColumnElement[bool]] = [claims.c.country.in_(lands)] if lands else []
        if others:
            found.append(claims.c.place.in_(select(areas.c.place).where(areas.c.area.in_(others))))
        return or_(*found)

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

    def walk(self, query: Query, columns: Sequence[Any]) -> Walk:
        """The rows that answer a question, in the order of days."""
        return _walk(self, "claim", query, columns)


class Articles:
    """The articles in their present versions, or in those of a day; what a filter asks is asked of their claims."""

    table = articles

    def __init__(self, connection: Connection, viewer: Viewer) -> None:
        self.connection, self.viewer = connection, viewer
        self.number: ColumnElement[int] = articles.c.no
        self.first: ColumnElement[int] = articles.c.day
        self.last: ColumnElement[int] = articles.c.day
        self.long = False
        self._claims = Claims(connection, viewer)

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        condition, few = self._claims.alike(facet, values)
        said = select(claims.c.article).where(claims.c.superseded.is_(None), condition)
        if few:
            return articles.c.no.in_(said)
        return exists(said.where(claims.c.article == articles.c.no).correlate(articles))

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

    def walk(self, query: Query, columns: Sequence[Any]) -> Walk:
        """The rows that answer a question, in the order of days."""
        return _walk(self, "article", query, columns)


Shelves = Records | Claims | Articles


def _standing(table: Any, query: Query) -> ColumnElement[bool]:
    """Rows that hold now; as of a day, those known by then of which nobody had seen a later version."""
    if query.as_of is None:
        return cast(ColumnElement[bool], table.c.superseded.is_(None))
    later = table.c.unknown > query.as_of.toordinal()
    return and_(table.c.known <= query.as_of.toordinal(), or_(table.c.superseded.is_(None), later))
