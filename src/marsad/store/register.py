"""Gathered records into the store: what is as before stays as it is, what changed stands beside the row it supersedes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update

from marsad.store import facets, gists, sights
from marsad.store.atlas import Atlas
from marsad.store.audit import canonical, digest
from marsad.store.bulk import chunks, many
from marsad.store.facets import Item, Row, Term
from marsad.store.keep import next_number
from marsad.store.rows import ordinal
from marsad.store.seal import seal
from marsad.store.shelf import RESTRICTED
from marsad.store.tables import articles, claims, marks, members, records, terms


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the records of one putting: ids that are new, that changed, and that are no longer; digests of those written."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def put(connection: Connection, items: Sequence[Item], scope: Iterable[str], at: str, atlas: Atlas) -> Change:
    """Put records in place of those of ``scope``, the ids of all that were gathered anew; what changed.

    An id of the scope that is not among the items is superseded; where it leads then is found by the claim it was made from.
    """
    wanted = {item.id: item for item in items}
    ids = sorted(set(scope) | set(wanted))
    held = {row.id: row for row in _current(connection, ids)}
    fresh = [(item, _json(item.body)) for item in wanted.values()]
    changed = [
        (item, body) for item, body in fresh if item.id not in held or held[item.id].digest != record_digest(item.kind, body)
    ]
    gone = [id for id in ids if id in held and id not in wanted]
    old = [held[item.id].no for item, _ in changed if item.id in held] + [held[id].no for id in gone]
    _supersede(connection, old, at)
    _insert(connection, changed, at, atlas)
    new = tuple(item.id for item, _ in changed if item.id not in held)
    digests = tuple(record_digest(item.kind, body) for item, body in changed)
    return Change(new, tuple(item.id for item, _ in changed if item.id in held), tuple(gone), digests)


def withdraw(connection: Connection, article: int, at: str) -> None:
    """Supersede all records that rest on an article, whose names at risk have changed: the next gathering writes them anew."""
    own = select(members.c.record).join(claims, claims.c.no == members.c.claim).where(claims.c.article == article).distinct()
    _supersede(connection, list(connection.execute(own).scalars()), at)


def together(changes: Iterable[Change]) -> Change:
    """Several changes as one."""
    many = list(changes)
    columns = ([id for change in many for id in getattr(change, name)] for name in ("new", "changed", "gone", "digests"))
    return Change(*map(tuple, columns))


def _json(body: Mapping[str, Any]) -> str:
    """A record's JSON in the order of its contract."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def record_digest(kind: str, body: str) -> str:
    """SHA-256 of a record: its JSON holds its id and its claims."""
    return digest(kind, body)


def _current(connection: Connection, ids: Sequence[str]) -> Iterator[Any]:
    for some in chunks(ids):
        found = select(records.c.id, records.c.no, records.c.digest)
        yield from connection.execute(found.where(records.c.id.in_(some), records.c.superseded.is_(None)))


def _supersede(connection: Connection, numbers: Sequence[int], at: str) -> None:
    """Rows that no longer hold keep their JSON; what they were found by goes."""
    lost: Counter[int] = Counter()
    for some in chunks(numbers):
        lost.update(connection.execute(select(marks.c.term).where(marks.c.record.in_(some))).scalars())
        for table in (marks, members):
            connection.execute(delete(table).where(table.c.record.in_(some)))
        sights.forget(connection, some)
        gists.forget(connection, some)
        connection.execute(update(records).where(records.c.no.in_(some)).values(superseded=at))
    _count(connection, {term: -count for term, count in lost.items()})


def _insert(connection: Connection, changed: Sequence[tuple[Item, str]], at: str, atlas: Atlas) -> None:
    number = next_number(connection, records)
    for some in chunks(changed, 1_000):
        claims_of = _claims(connection, [id for item, _ in some for id in item.claims])
        rows: list[dict[str, Any]] = []
        borne: list[tuple[str, Term, int, int]] = []
        held: list[tuple[int, int]] = []
        noted: list[sights.Sight] = []
        for item, body in some:
            own = [claims_of[id] for id in item.claims if id in claims_of]
            first, last = facets.days(item, own)
            row = _row(item, body, number, first, last, own, at)
            kind = item.kind + (RESTRICTED if row["restricted"] else "")
            bears = facets.terms(item, own, atlas)
            resting = sorted({claim["no"] for claim in own})
            sighted = [sights.of(row, item.body)] if item.kind == "incident" else []
            told = {(kind, facet, value, first) for facet, value, _ in bears}
            rows.append(row | {"seal": seal(row, told, resting, [one.values for one in sighted])})
            borne += [(kind, term, first, number) for term in bears]
            held += [(number, claim) for claim in resting]
            noted += sighted
            number += 1
        connection.execute(insert(records), rows)
        _mark(connection, borne)
        many(connection, members, held)
        sights.note(connection, noted)
        gists.note(connection, ((row, item.body) for row, (item, _) in zip(rows, some, strict=True)))


def _row(item: Item, body: str, number: int, first: int, last: int, own: Sequence[Row], at: str) -> dict[str, Any]:
    place = item.body.get("place") or {}
    return {
        "no": number, "id": item.id, "kind": item.kind, "day": first, "until": last,
        "known": min((row["article_day"] for row in own), default=ordinal(at)), "place": place.get("id"),
        "latitude": place.get("latitude"), "longitude": place.get("longitude"), "precision": place.get("precision"),
        "cluster": item.cluster or None, "grade": item.body.get("grade"), "restricted": facets.restricted(item, own),
        "withheld": canonical(facets.names(own)), "body": body, "digest": record_digest(item.kind, body), "first_seen": at, "superseded": None,
    }  # fmt: skip


def _claims(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """The current rows of claims by id, with their article's outlet and what is withheld of it."""
    columns = (
        claims.c.id, claims.c.no, claims.c.kind, claims.c.source, claims.c.day, claims.c.until, claims.c.withheld,
        claims.c.body, articles.c.outlet, articles.c.withheld.label("article_withheld"),
        articles.c.day.label("article_day"),
    )  # fmt: skip
    found = select(*columns).join(articles, articles.c.no == claims.c.article).where(claims.c.superseded.is_(None))
    return {
        row["id"]: dict(row) for some in chunks(ids) for row in connection.execute(found.where(claims.c.id.in_(some))).mappings()
    }


def _mark(connection: Connection, borne: Sequence[tuple[str, Term, int, int]]) -> None:
    """Note which terms the records bear, making the terms that are new."""
    labels: dict[tuple[str, str, str], str | None] = {}
    for kind, (facet, value, label), _, _ in borne:
        labels[kind, facet, value] = labels.get((kind, facet, value)) or label
    numbers: dict[tuple[str, str, str], int] = {}
    for some in chunks(labels):
        found = select(terms).where(tuple_(terms.c.kind, terms.c.facet, terms.c.value).in_(some))
        numbers |= {(row.kind, row.facet, row.value): row.no for row in connection.execute(found)}
    new = [name for name in labels if name not in numbers]
    number = next_number(connection, terms)
    rows = [
        {"no": number + at, "kind": kind, "facet": facet, "value": value, "label": labels[kind, facet, value], "count": 0}
        for at, (kind, facet, value) in enumerate(new)
    ]
    if rows:
        connection.execute(insert(terms), rows)
        numbers |= {name: number + at for at, name in enumerate(new)}
    marked = {(numbers[kind, facet, value], day, record) for kind, (facet, value, _), day, record in borne}
    if marked:
        many(connection, marks, sorted(marked))
    _count(connection, Counter(term for term, _, _ in marked))


def _count(connection: Connection, change: Mapping[int, int]) -> None:
    rows = [{"number": number, "by": by} for number, by in change.items() if by]
    if rows:
        borne = terms.c["count"] + bindparam("by")
        connection.execute(update(terms).where(terms.c.no == bindparam("number")).values(count=borne), rows)
