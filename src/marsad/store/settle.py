"""The record brought up to date with the articles: only what they touch is gathered anew.

Two steps, each of transactions of their own, so that a run that is killed goes on where it was. First the incidents: those in whose
blocks new claims fall, with all others of their clusters. Then the lines (a tally's, a place's, a track's, a person's) that gained or
lost a claim, each once however many articles touched it. ``marsad.record`` says what the blocks and lines of a claim are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from marsad.model import Record, Report, as_json
from marsad.record import along, footings, gather, lines
from marsad.store import audit, kin, load, register
from marsad.store.atlas import Atlas
from marsad.store.audit import Act
from marsad.store.bulk import chunks, many, number
from marsad.store.facets import Item
from marsad.store.register import Change
from marsad.store.tables import anchors, articles, claims, members, records, stale, ties

Tell = Callable[[int, int], None]

_ARTICLES = 1_000
"""Articles of one step: large enough that few clusters are gathered twice, small enough that little is lost when a run is killed."""
_LINES = 500
_GATHERED = "gathered"


@dataclass(frozen=True, slots=True)
class Work:
    """What is still to be done: articles not gathered yet, and lines to gather anew."""

    articles: int
    lines: int

    def __bool__(self) -> bool:
        return bool(self.articles or self.lines)


def work(connection: Connection) -> Work:
    """What is still to be done."""
    waiting = select(func.count()).select_from(articles).where(articles.c.gathered.is_(False))
    return Work(
        connection.execute(waiting).scalar_one(), connection.execute(select(func.count()).select_from(stale)).scalar_one()
    )


def incidents(connection: Connection, who: str, atlas: Atlas) -> tuple[int, Change]:
    """Gather the incidents that the next articles touch; how many articles that were, and what changed."""
    at = audit.moment(connection)
    chosen = connection.execute(
        select(articles.c.no, articles.c.superseded)
        .where(articles.c.gathered.is_(False))
        .order_by(articles.c.day, articles.c.no)
        .limit(_ARTICLES)
    ).all()
    if not chosen:
        return 0, Change()
    current = [row.no for row in chosen if row.superseded is None]
    fresh = list(load.reports(connection, current))
    numbers = load.numbers_of(connection, [claim.id for report in fresh for claim in report.claims])
    blocks = _tie(connection, fresh, numbers)
    clusters = _clusters(connection, blocks, [row.no for row in chosen])
    scope, held = _scope(connection, clusters)
    whole = fresh + list(load.reports(connection, _articles_of(connection, held) - set(current)))
    inside = load.numbers_of(connection, [claim.id for report in whole for claim in report.claims])
    wanted = {id for id, claim in inside.items() if claim in held} | set(numbers)
    found = [item for item in items(gather(whole, load.standing(connection))) if item.kind == "incident"]
    change = register.put(connection, [item for item in found if wanted & set(item.claims)], scope, at, atlas)
    moved = {id for item in found if item.id in {*change.new, *change.changed} for id in item.claims}
    _mark_stale(connection, [*fresh, *load.former(connection, (row.no for row in chosen))], None)
    _mark_stale(connection, whole, moved)
    for some in chunks(row.no for row in chosen):
        connection.execute(update(articles).where(articles.c.no.in_(some)).values(gathered=True))
    _sign(connection, change, who, at)
    return len(chosen), change


def afresh(connection: Connection) -> None:
    """Let all articles be gathered again, for the rules of gathering may have changed; records that come out as before keep their rows."""
    for table in (anchors, ties):
        connection.execute(delete(table))
    connection.execute(update(articles).values(gathered=False))


def along_lines(connection: Connection, who: str, atlas: Atlas) -> tuple[int, Change]:
    """Gather the records of the next stale lines of one kind; how many lines that were, and what changed."""
    first = connection.execute(select(stale.c.kind).order_by(stale.c.kind).limit(1)).scalar()
    if first is None:
        return 0, Change()
    at = audit.moment(connection)
    chosen = list(
        connection.execute(select(stale.c.tie).where(stale.c.kind == first).order_by(stale.c.tie).limit(_LINES)).scalars()
    )
    chosen = kin.together(connection, first, chosen)
    tied = set(connection.execute(select(ties.c.claim).where(ties.c.tie.in_(chosen))).scalars())
    rows = [
        row
        for some in chunks(tied)
        for row in connection.execute(
            select(claims.c.no, claims.c.id, claims.c.article).where(claims.c.no.in_(some), claims.c.superseded.is_(None))
        )
    ]
    inside = {row.id for row in rows}
    tied_only = [
        Report(report.article, tuple(claim for claim in report.claims if claim.id in inside))
        for report in load.reports(connection, {row.article for row in rows})
    ]
    record = along(tied_only, _homes(connection, [row.no for row in rows]), load.standing(connection))
    found = [item for item in items(record) if item.kind == first]
    scope = _records_of(connection, tied, first)
    change = register.put(connection, found, scope, at, atlas)
    connection.execute(delete(stale).where(stale.c.kind == first, stale.c.tie.in_(chosen)))
    _sign(connection, change, who, at)
    return len(chosen), change


def items(record: Record) -> list[Item]:
    """The records of a gathering, as the store keeps them."""
    kinds: tuple[tuple[str, Sequence[Any]], ...] = (
        ("incident", record.incidents), ("tally", record.tallies), ("control", record.control), ("talks", record.talks),
        ("person", record.people),
    )  # fmt: skip
    return [Item(kind, as_json(one), one.claims, getattr(one, "cluster", "")) for kind, found in kinds for one in found]


def _tie(connection: Connection, fresh: Iterable[Report], numbers: dict[str, int]) -> set[int]:
    """Note the anchors, blocks and lines of new claims; the blocks.

    Two blocks that share a number by chance only make more be gathered anew than need be.
    """
    blocks: set[int] = set()
    tied: set[tuple[int, int]] = set()
    anchored: set[tuple[str, int]] = set()
    for report in fresh:
        noted: set[tuple[str, ...]] = set()
        for id, footing in footings(report).items():
            anchored.add((footing.incident, numbers[id]))
            if footing.blocks not in noted:  # claims of one telling share its blocks and its incident: one of them is enough
                noted.add(footing.blocks)
                own = {number("block", block) for block in footing.blocks}
                blocks |= own
                tied |= {(tie, numbers[id]) for tie in own}
        for id, own_lines in lines(report).items():
            tied |= {(number(kind, name), numbers[id]) for kind, name in own_lines}
    many(connection, ties, sorted(tied))
    many(connection, anchors, sorted(anchored))
    return blocks


def _clusters(connection: Connection, blocks: Iterable[int], touched: Sequence[int]) -> set[str]:
    """The clusters of incidents in whose blocks new claims fall, or that hold a claim of the articles themselves.

    Members are of current records, and clusters of incidents, alone: neither is asked for, since SQLite would then begin with all incidents.
    """
    of_members = members.join(records, records.c.no == members.c.record)
    sharing = select(records.c.cluster).select_from(ties.join(of_members, members.c.claim == ties.c.claim))
    own = select(records.c.cluster).select_from(claims.join(of_members, members.c.claim == claims.c.no))
    clusters: set[str | None] = set()
    for some in chunks(blocks):
        clusters |= set(connection.execute(sharing.where(ties.c.tie.in_(some)).distinct()).scalars())
    for some in chunks(touched):
        clusters |= set(connection.execute(own.where(claims.c.article.in_(some)).distinct()).scalars())
    return {cluster for cluster in clusters if cluster is not None}


def _scope(connection: Connection, clusters: Iterable[str]) -> tuple[set[str], set[int]]:
    """The ids of the incidents of clusters, and the numbers of their claims."""
    ids: set[str] = set()
    held: set[int] = set()
    for some in chunks(clusters):
        found = select(records.c.no, records.c.id).where(records.c.superseded.is_(None), records.c.cluster.in_(some))
        own = dict(connection.execute(found).all())
        ids |= set(own.values())
        for numbers in chunks(own):
            held |= set(connection.execute(select(members.c.claim).where(members.c.record.in_(numbers))).scalars())
    return ids, held


def _articles_of(connection: Connection, numbers: Iterable[int]) -> set[int]:
    return {
        article
        for some in chunks(numbers)
        for article in connection.execute(
            select(claims.c.article).where(claims.c.no.in_(some), claims.c.superseded.is_(None)).distinct()
        ).scalars()
    }


def _homes(connection: Connection, numbers: Iterable[int]) -> dict[str, str]:
    """The incident of each claim that has one."""
    found = (
        select(claims.c.id, records.c.id, records.c.kind)
        .select_from(members)
        .join(records, records.c.no == members.c.record)
        .join(claims, claims.c.no == members.c.claim)
    )
    return {
        claim: id
        for some in chunks(numbers)
        for claim, id, kind in connection.execute(found.where(members.c.claim.in_(some)))
        if kind == "incident"
    }


def _records_of(connection: Connection, numbers: Iterable[int], kind: str) -> set[str]:
    found = select(records.c.id, records.c.kind).join(members, members.c.record == records.c.no).distinct()
    return {
        id
        for some in chunks(numbers)
        for id, its_kind in connection.execute(found.where(members.c.claim.in_(some)))
        if its_kind == kind
    }


def _mark_stale(connection: Connection, reports: Iterable[Report], only: set[str] | None) -> None:
    """Note that the lines of reports are to be gathered anew; of ``only`` some claims, those of people, who name their incidents."""
    wanted = {
        (kind, number(kind, name))
        for report in reports
        for id, own in lines(report).items()
        for kind, name in own
        if only is None or (id in only and kind == "person")
    }
    many(connection, stale, sorted(wanted))


def _sign(connection: Connection, change: Change, who: str, at: str) -> None:
    if change:
        detail = {"records": len(change.digests), "gone": len(change.gone), "digest": audit.together(change.digests)}
        audit.record(connection, who, at, [Act(_GATHERED, at, detail)])
