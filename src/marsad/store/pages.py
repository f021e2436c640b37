"""Answers of the store, a page at a time: rows in the order of their days, and the cursor after the last of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select, tuple_

from marsad.model import MarsadError
from marsad.store import asof, index, seen
from marsad.store.atlas import atlas
from marsad.store.discretion import Viewer
from marsad.store.query import Query
from marsad.store.shelf import RECORD_KINDS, Articles, Claims, RecordKind, Records, Shelves, kinds
from marsad.store.tables import anchors, articles, claims, members, records, terms

PAGE = 50
"""Rows of a page unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as JSON, and the cursor from which the next page begins; None after the last."""

    rows: tuple[dict[str, Any], ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, the name it was first written with, and how many records bear it."""

    value: str
    label: str | None
    count: int


def records_page(connection: Connection, kind: RecordKind, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """Records of a kind that answer a question."""
    shelf = Records(connection, kind, query.viewer)
    found, cursor = _rows(shelf, [records], query, limit, after)
    return Page(_seen(connection, found, query), cursor)


def claims_page(connection: Connection, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """Claims that answer a question."""
    shelf = Claims(connection, query.viewer)
    found, cursor = _rows(shelf, [claims, *_OF_ARTICLE], query, limit, after)
    return Page(tuple(seen.claim(row, query.viewer) for row in found), cursor)


def articles_page(connection: Connection, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """Articles that answer a question; ``q`` and ``exact`` look in their whole text."""
    shelf = Articles(connection, query.viewer)
    found, cursor = _rows(shelf, [articles], query, limit, after)
    return Page(tuple(seen.article(row, query.viewer) for row in found), cursor)


def count(connection: Connection, shelf: Shelves, query: Query) -> int:
    """How many rows of a shelf answer a question."""
    return int(connection.execute(shelf.select(query, func.count())).scalar_one())


def all_records(connection: Connection, kind: RecordKind, query: Query) -> Iterator[dict[str, Any]]:
    """Every record that answers, a page at a time: memory does not grow with their number."""
    after: str | None = None
    while True:
        page = records_page(connection, kind, query, 500, after)
        yield from page.rows
        if (after := page.after) is None:
            return


def record(connection: Connection, id: str, query: Query) -> dict[str, Any] | None:
    """The record that an id names or now leads to; None when there is none that the viewer may see."""
    id = redirected(connection, id)
    row = connection.execute(select(records).where(records.c.id == id, records.c.superseded.is_(None))).mappings().first()
    if row is None or (row["restricted"] and not query.viewer.cleared):
        return None
    return next(iter(_seen(connection, [row], query)), None)


def redirected(connection: Connection, id: str) -> str:
    """Where an incident's or a person's id leads: to the one that now holds the claim it was made from; itself where it leads nowhere else."""
    held = select(records.c.no).where(records.c.id == id, records.c.superseded.is_(None))
    if connection.execute(held).first() is not None:
        return id
    if kind_of(id) == "person":
        return _redirected_person(connection, id)
    now = (
        select(records.c.id)
        .join(members, members.c.record == records.c.no)
        .join(anchors, anchors.c.claim == members.c.claim)
        .where(anchors.c.incident == id, records.c.kind == "incident", records.c.superseded.is_(None))
    )
    return connection.execute(now).scalar() or id


def _redirected_person(connection: Connection, id: str) -> str:
    """The person who now holds the first claim of a former one, which its id was made from."""
    former = select(records.c.body).where(records.c.id == id).order_by(records.c.no.desc()).limit(1)
    body = connection.execute(former).scalar()
    if body is None:
        return id
    now = (
        select(records.c.id)
        .join(members, members.c.record == records.c.no)
        .join(claims, claims.c.no == members.c.claim)
        .where(claims.c.id == json.loads(body)["claims"][0], records.c.kind == "person", records.c.superseded.is_(None))
    )
    return connection.execute(now).scalar() or id


def claims_of(connection: Connection, record_id: str, query: Query) -> tuple[dict[str, Any], ...]:
    """The claims that a record rests on, in the order of their days."""
    found = (
        select(claims, articles.c.id.label("article_id"), articles.c.withheld.label("article_withheld"))
        .join(articles, articles.c.no == claims.c.article)
        .join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(records.c.id == record_id, records.c.superseded.is_(None))
        .order_by(claims.c.day, claims.c.no)
    )
    if not query.viewer.cleared:
        found = found.where(records.c.restricted.is_(False))
    return tuple(seen.claim(row, query.viewer) for row in connection.execute(found).mappings())


def claims_of_many(connection: Connection, ids: Sequence[str], query: Query) -> dict[str, list[dict[str, Any]]]:
    """The claims that each of some records rests on, by the record's id; what the viewer may not see is not in it."""
    found = (
        select(
            claims,
            articles.c.id.label("article_id"),
            articles.c.withheld.label("article_withheld"),
            records.c.id.label("record_id"),
        )
        .join(articles, articles.c.no == claims.c.article)
        .join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(records.c.id.in_(ids), records.c.superseded.is_(None))
        .order_by(claims.c.day, claims.c.no)
    )
    if not query.viewer.cleared:
        found = found.where(records.c.restricted.is_(False))
    told: dict[str, list[dict[str, Any]]] = {id: [] for id in ids}
    for row in connection.execute(found).mappings():
        told[row["record_id"]].append(seen.claim(row, query.viewer))
    return told


def articles_by_id(connection: Connection, ids: Sequence[str], query: Query) -> dict[str, dict[str, Any]]:
    """The present version of each of some articles, by id."""
    found = select(articles).where(articles.c.id.in_(ids), articles.c.superseded.is_(None))
    return {row["id"]: seen.article(row, query.viewer) for row in connection.execute(found).mappings()}


def records_of(connection: Connection, ids: Sequence[str], query: Query) -> dict[str, str]:
    """The incident, else the other record, that each claim stands in, by the claim's id; those that the viewer may see."""
    found = (
        select(claims.c.id, records.c.id.label("record"))
        .join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(claims.c.id.in_(ids), records.c.superseded.is_(None))
        .order_by(records.c.kind != "incident", records.c.id)
    )
    if not query.viewer.cleared:
        found = found.where(records.c.restricted.is_(False))
    stands: dict[str, str] = {}
    for row in connection.execute(found):
        stands.setdefault(row.id, row.record)
    return stands


def claim(connection: Connection, id: str, query: Query) -> dict[str, Any] | None:
    """The claim of an id; None where there is none."""
    found = select(claims, articles.c.id.label("article_id"), articles.c.withheld.label("article_withheld"))
    found = found.join(articles, articles.c.no == claims.c.article).where(claims.c.id == id)
    row = connection.execute(found.order_by(claims.c.no.desc()).limit(1)).mappings().first()
    return seen.claim(row, query.viewer) if row else None


def versions(connection: Connection, id: str, query: Query) -> tuple[dict[str, Any], ...]:
    """An article's versions, the latest first; empty where there is no such article."""
    found = select(articles).where(articles.c.id == id).order_by(articles.c.version.desc())
    return tuple(seen.article(row, query.viewer) for row in connection.execute(found).mappings())


def claims_in(connection: Connection, article_id: str, query: Query) -> tuple[dict[str, Any], ...]:
    """The claims that stand of an article, in the order in which they were read."""
    shelf = Claims(connection, query.viewer)
    found = (
        shelf.select(query, claims, articles.c.id.label("article_id"), articles.c.withheld.label("article_withheld"))
        .join(articles, articles.c.no == claims.c.article)
        .where(articles.c.id == article_id)
        .order_by(claims.c.no)
    )
    return tuple(seen.claim(row, query.viewer) for row in connection.execute(found).mappings())


def claims_of_version(connection: Connection, article_id: str, version: int, query: Query) -> tuple[dict[str, Any], ...]:
    """The claims of one version of an article as they last stood, in the order in which they were read."""
    found = (
        select(claims, articles.c.id.label("article_id"), articles.c.withheld.label("article_withheld"))
        .join(articles, articles.c.no == claims.c.article)
        .where(articles.c.id == article_id, articles.c.version == version)
        .where(or_(claims.c.superseded.is_(None), claims.c.superseded >= articles.c.superseded))
        .order_by(claims.c.no)
    )
    return tuple(seen.claim(row, query.viewer) for row in connection.execute(found).mappings())


def choices(connection: Connection, kind: RecordKind, facet: str, viewer: Viewer, limit: int = PAGE) -> list[Choice]:
    """The values of a facet that records of a kind bear and a viewer may see, the commonest first."""
    borne = func.sum(terms.c["count"])
    found = select(terms.c.value, func.min(terms.c.label), borne).where(
        terms.c.kind.in_(kinds(kind, viewer)), terms.c.facet == facet
    )
    rows = connection.execute(found.group_by(terms.c.value).having(borne > 0).order_by(borne.desc(), terms.c.value).limit(limit))
    return [Choice(value, label, int(count)) for value, label, count in rows]


def kind_of(id: str) -> RecordKind | None:
    """The kind of record whose ids begin as this one does; None where none do."""
    return _PREFIXES.get(id[:3])


_PREFIXES: dict[str, RecordKind] = dict(zip(("in-", "ta-", "co-", "tk-", "pe-"), RECORD_KINDS, strict=True))


def _seen(connection: Connection, rows: Sequence[Any], query: Query) -> tuple[dict[str, Any], ...]:
    """Records for whoever asks, as they are or as they could be known on the day asked of."""
    if query.as_of is None:
        return tuple(seen.record(row, query.viewer) for row in rows)
    return tuple(seen.record(row, query.viewer, body) for row, body in asof.bodies(connection, rows, query, atlas()))


_OF_ARTICLE = tuple(
    select(column).where(articles.c.no == claims.c.article).correlate(claims).scalar_subquery().label(label)
    for column, label in ((articles.c.id, "article_id"), (articles.c.withheld, "article_withheld"))
)
"""What a claim's row is shown with of its article: looked up for the rows of the page alone."""


def _rows(shelf: Shelves, columns: Sequence[Any], query: Query, limit: int, after: str | None) -> tuple[list[Any], str | None]:
    newest = query.order == "newest"
    by_words = shelf.in_order(query, columns)
    if by_words is not None:
        asked, words = by_words
        order: tuple[Any, ...] = (words,)
        at: Any = index.border(*_cursor(after), newest=newest) if after else None
        place: Any = words
    else:
        asked, order = shelf.select(query, *columns), (shelf.first, shelf.table.c.no)
        at, place = _cursor(after) if after else None, tuple_(*order)
    if at is not None:
        asked = asked.where(place < at if newest else place > at)
    ordered = asked.order_by(*(column.desc() for column in order) if newest else order).limit(limit + 1)
    found = list(shelf.connection.execute(ordered).mappings())
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], f"{last['day']}-{last['no']}"


def _cursor(after: str) -> tuple[int, int]:
    day, _, number = after.partition("-")
    if not (day.isdecimal() and number.isdecimal()):
        raise MarsadError(f"{after!r} is no place in a list: take the one that the page before gave")
    return int(day), int(number)
