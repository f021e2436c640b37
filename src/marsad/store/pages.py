"""Answers of the store, a page at a time: rows in the order of their days, and the cursor after the last of them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from marsad.model import MarsadError
from marsad.store import asof, gists, seen
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
    numbers, cursor = _numbers(Records(connection, kind, query.viewer), query, limit, after)
    return Page(_seen(connection, numbered(connection, numbers), query), cursor)


def listed(connection: Connection, kind: RecordKind, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """The same as lists show them: a line each (``gists.gist``)."""
    if query.as_of is not None:
        page = records_page(connection, kind, query, limit, after)
        return Page(tuple(map(gists.gist, page.rows)), page.after)
    numbers, cursor = _numbers(Records(connection, kind, query.viewer), query, limit, after)
    return Page(tuple(gists.of(connection, numbers, query.viewer)), cursor)


def claims_page(connection: Connection, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """Claims that answer a question."""
    numbers, cursor = _numbers(Claims(connection, query.viewer), query, limit, after)
    found = _in_turn(connection, _OF_ARTICLE.where(claims.c.no.in_(numbers)), numbers)
    return Page(tuple(seen.claim(row, query.viewer) for row in found), cursor)


def articles_page(connection: Connection, query: Query, limit: int = PAGE, after: str | None = None) -> Page:
    """Articles that answer a question; ``q`` and ``exact`` look in their whole text."""
    numbers, cursor = _numbers(Articles(connection, query.viewer), query, limit, after)
    found = _in_turn(connection, select(articles).where(articles.c.no.in_(numbers)), numbers)
    return Page(tuple(seen.article(row, query.viewer) for row in found), cursor)


def numbered(connection: Connection, numbers: Sequence[int]) -> list[Any]:
    """The rows of records, in the order of their given numbers."""
    return _in_turn(connection, select(records).where(records.c.no.in_(numbers)), numbers)


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
    row = _current(connection, id, query)
    return next(iter(_seen(connection, [row], query)), None) if row is not None else None


def _current(connection: Connection, id: str, query: Query) -> Any:
    id = redirected(connection, id)
    row = connection.execute(select(records).where(records.c.id == id, records.c.superseded.is_(None))).mappings().first()
    return None if row is None or (row["restricted"] and not query.viewer.cleared) else row


def excerpt(connection: Connection, id: str, query: Query, name: str, start: int, size: int) -> tuple[dict[str, Any], int] | None:
    """The record that an id names with a part of one of its long lists, and how many there are of it; None as of ``record``."""
    row = _current(connection, id, query)
    if row is None:
        return None
    body = json.loads(row["body"]) if query.as_of is None else next(iter(_seen(connection, [row], query)), None)
    if body is None:
        return None
    part = body | {name: body[name][start : start + size]}
    return (part if query.as_of is not None else seen.record(row, query.viewer, part)), len(body[name])


def lines(connection: Connection, ids: Sequence[str], query: Query) -> tuple[dict[str, Any], ...]:
    """What lists show of records by id, those that the viewer may see."""
    found = select(records.c.no).where(records.c.id.in_(ids), records.c.superseded.is_(None))
    if not query.viewer.cleared:
        found = found.where(records.c.restricted.is_(False))
    return tuple(
        gists.of(connection, connection.execute(found.order_by(records.c.day, records.c.no)).scalars().all(), query.viewer)
    )


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


def claims_of(
    connection: Connection, record_id: str, query: Query, limit: int | None = None, start: int = 0
) -> tuple[dict[str, Any], ...]:
    """The claims that a record rests on, in the order of their days; some of them from one on where a limit is given."""
    found = (
        _OF_ARTICLE.join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(records.c.id == record_id, records.c.superseded.is_(None))
        .order_by(claims.c.day, claims.c.no)
    )
    if not query.viewer.cleared:
        found = found.where(records.c.restricted.is_(False))
    if limit is not None:
        found = found.limit(limit).offset(start)
    return tuple(seen.claim(row, query.viewer) for row in connection.execute(found).mappings())


def claims_of_many(connection: Connection, ids: Sequence[str], query: Query) -> dict[str, list[dict[str, Any]]]:
    """The claims that each of some records rests on, by the record's id; what the viewer may not see is not in it."""
    found = (
        _OF_ARTICLE.add_columns(records.c.id.label("record_id"))
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
    found = _OF_ARTICLE.where(claims.c.id == id)
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


_OF_ARTICLE = select(claims, articles.c.id.label("article_id"), articles.c.withheld.label("article_withheld")).join(
    articles, articles.c.no == claims.c.article
)
"""Claims, each with what it is shown with of its article."""


def _numbers(shelf: Shelves, query: Query, limit: int, after: str | None) -> tuple[list[int], str | None]:
    """The numbers of a page's rows in their order, and the cursor of the next. Rows themselves are looked up for the page alone."""
    newest = query.order == "newest"
    walk = shelf.walk(query, (shelf.number.label("no"), shelf.first.label("day")))
    asked = walk.asked.where(walk.beyond(*_cursor(after), newest)) if after else walk.asked
    ordered = asked.order_by(*(column.desc() for column in walk.order) if newest else walk.order).limit(limit + 1)
    found = shelf.connection.execute(ordered).all()
    numbers = [row.no for row in found[:limit]]
    return numbers, f"{found[limit - 1].day}-{numbers[-1]}" if len(found) > limit else None


def _in_turn(connection: Connection, asked: Select[Any], numbers: Sequence[int]) -> list[Any]:
    held = {row["no"]: row for row in connection.execute(asked).mappings()} if numbers else {}
    return [held[number] for number in numbers]


def _cursor(after: str) -> tuple[int, int]:
    day, _, number = after.partition("-")
    if not (day.isdecimal() and number.isdecimal()):
        raise MarsadError(f"{after!r} is no place in a list: take the one that the page before gave")
    return int(day), int(number)
