"""What people decide of whole records: grades, best figures, restriction, which events are one and which are two."""

from collections.abc import Mapping
from typing import Any, get_args

from sqlalchemy import Connection, or_, select, update

from marsad.model import MarsadError
from marsad.model.values import Grade
from marsad.store import judge
from marsad.store.reviews import VERDICTS, Conflict
from marsad.store.tables import articles, claims, judgements, members, records

OF_RECORDS = ("grade", "best", "restricted", "same", "different")


def of(connection: Connection, record: str) -> list[dict[str, Any]]:
    """What was decided of a record, the latest first, the withdrawn among them; that which parts its claims too."""
    inside = select(claims.c.id).join(members, members.c.claim == claims.c.no).join(records, records.c.no == members.c.record)
    own = inside.where(records.c.id == record, records.c.superseded.is_(None))
    about = or_(judgements.c.a == record, judgements.c.b == record, judgements.c.a.in_(own))
    found = select(judgements).where(about, judgements.c.verdict.not_in(VERDICTS)).order_by(judgements.c.no.desc())
    return [dict(row) for row in connection.execute(found).mappings()]


def seen(connection: Connection, record: str) -> int:
    """The number of acts on a record so far: what a form carries, so that nobody saves over another."""
    found = of(connection, record)
    return len(found) + sum(one["withdrawn"] is not None for one in found)


def rule(
    connection: Connection,
    verdict: str,
    a: str,
    by: str,
    reason: str,
    last_seen: int,
    *,
    b: str | None = None,
    value: str | None = None,
) -> str:
    """Keep a decision of a record; its id. The records it touches are gathered anew by the next ``settle``.

    ``a`` and ``b`` are ids of incidents, or for "different" of claims. Raises Conflict when there is one its author had not seen,
    MarsadError for what cannot be decided so.
    """
    if verdict not in OF_RECORDS:
        raise MarsadError(f"{verdict!r} is nothing that is decided of a record: there is {', '.join(OF_RECORDS)}")
    if not reason.strip():
        raise MarsadError("a decision needs its reason: write it in a few words")
    if verdict == "grade" and value and value not in get_args(Grade):
        raise MarsadError(f"{value!r} is no grade: there is {', '.join(get_args(Grade))}")
    if verdict in ("same", "different") and (not b or a == b):
        raise MarsadError("name the two things that this is about")
    touched = _articles(connection, a) | (_articles(connection, b) if b else set())
    if not touched or (b and not _articles(connection, b)):
        raise MarsadError(f"there is no event or claim {b if b and not _articles(connection, b) else a}")
    if seen(connection, a) != last_seen:
        raise Conflict(of(connection, a)[0])
    id = judge.judge(connection, verdict, a, by, b=b, value=value, reason=reason.strip())
    connection.execute(update(articles).where(articles.c.no.in_(touched)).values(gathered=False))
    return id


def withdraw(connection: Connection, judgement: Mapping[str, Any], by: str) -> None:
    """Take back a decision of one's own. MarsadError for another's."""
    if judgement["by"] != by:
        raise MarsadError(f"judgement {judgement['id']} is signed by another: decide anew beside it")
    judge.withdraw(connection, judgement["id"], by)
    touched = {no for id in (judgement["a"], judgement["b"]) if id for no in _articles(connection, id)}
    connection.execute(update(articles).where(articles.c.no.in_(touched)).values(gathered=False))


def _articles(connection: Connection, id: str) -> set[int]:
    """The numbers of the articles that a record's claims, or a claim, are of; those of what an id leads to now."""
    whole = select(claims.c.article).join(members, members.c.claim == claims.c.no).join(records, records.c.no == members.c.record)
    found = set(connection.execute(whole.where(records.c.id == id, records.c.superseded.is_(None))).scalars())
    return found or set(
        connection.execute(select(claims.c.article).where(claims.c.id == id, claims.c.superseded.is_(None))).scalars()
    )
