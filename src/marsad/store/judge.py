"""What people decide, into the store: dated, signed, in the trail; taken back, never erased."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.audit import Act, digest
from marsad.store.tables import anchors, articles, claims, judgements, members, records

_SIGNED = ("id", "verdict", "a", "b", "value", "reason", "by", "at")


def judgement_digest(row: Mapping[str, Any]) -> str:
    """SHA-256 of what was signed."""
    return digest(*("" if row[name] is None else row[name] for name in _SIGNED))


def judge(
    connection: Connection, verdict: str, a: str, by: str, *, b: str | None = None, value: str | None = None, reason: str = ""
) -> str:
    """Keep a decision about the record ``a`` (and ``b``); its id. Raises MarsadError when nobody signs it."""
    if not by.strip():
        raise MarsadError("a judgement needs the name of the one who makes it")
    at = audit.moment(connection)
    row = {
        "id": f"ju-{uuid.uuid4().hex[:16]}",
        "verdict": verdict,
        "a": a,
        "b": b,
        "value": value,
        "reason": reason,
        "by": by,
        "at": at,
    }
    connection.execute(insert(judgements).values(**row))
    audit.record(
        connection, by, at, [Act("judged", str(row["id"]), {"digest": judgement_digest(row), "of": [a, *([b] if b else [])]})]
    )
    _touch(connection, (a, b))
    return str(row["id"])


class Conflict(MarsadError):
    """Somebody else decided first; ``theirs`` is that judgement."""

    def __init__(self, theirs: Mapping[str, Any]) -> None:
        super().__init__("someone else decided of this meanwhile: look at it again")
        self.theirs = theirs


def acts(found: Sequence[Mapping[str, Any]]) -> int:
    """The number of acts that judgements are of, each made and perhaps taken back: what a form carries, so that nobody saves over another."""
    return len(found) + sum(one["withdrawn"] is not None for one in found)


def unseen(found: Sequence[Mapping[str, Any]], last_seen: int) -> None:
    """Raise Conflict where there is an act among the judgements, the latest first, that a form's author had not seen."""
    if acts(found) != last_seen:
        raise Conflict(found[0] if found else {"by": "", "verdict": "", "value": None, "reason": ""})


def withdraw_own(connection: Connection, judgement: Mapping[str, Any], by: str) -> None:
    """Take back a decision of one's own. MarsadError for another's, and where it was taken back already."""
    if judgement["by"] != by:
        raise MarsadError(f"judgement {judgement['id']} is signed by another: decide anew beside it")
    withdraw(connection, judgement["id"], by)


def withdraw(connection: Connection, id: str, by: str) -> None:
    """Take a decision back; it stays readable. Raises MarsadError when there is none such that stands."""
    row = connection.execute(select(judgements).where(judgements.c.id == id)).mappings().first()
    if row is None or row["withdrawn"] is not None:
        raise MarsadError(f"there is no judgement {id} that stands: it was withdrawn already, or its id is another")
    at = audit.moment(connection)
    connection.execute(update(judgements).where(judgements.c.id == id).values(withdrawn=at, withdrawn_by=by))
    audit.record(connection, by, at, [Act("withdrawn", id, {"digest": judgement_digest(dict(row))})])
    _touch(connection, (row["a"], row["b"]))


def standing(connection: Connection, about: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The decisions that stand, in the order in which they were made; all, or those about some ids."""
    wanted = select(judgements).where(judgements.c.withdrawn.is_(None)).order_by(judgements.c.no)
    if about is not None:
        ids = list(about)
        wanted = wanted.where(judgements.c.a.in_(ids) | judgements.c.b.in_(ids))
    return [dict(row) for row in connection.execute(wanted).mappings()]


def _touch(connection: Connection, ids: Iterable[str | None]) -> None:
    """Let the articles be gathered again whose claims a decision is about: those of claims, of records, and of ids of former incidents."""
    named = [id for id in ids if id]
    about = [
        select(claims.c.article).where(claims.c.id.in_(named)),
        select(claims.c.article).join(anchors, anchors.c.claim == claims.c.no).where(anchors.c.incident.in_(named)),
        select(claims.c.article)
        .join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(records.c.id.in_(named)),
    ]
    numbers = {number for one in about for number in connection.execute(one).scalars()}
    connection.execute(update(articles).where(articles.c.no.in_(numbers)).values(gathered=False))
