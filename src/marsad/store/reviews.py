"""Review: which claims wait, what people decided of each, and corrections that stand beside what was read, never in its place.

A verdict is a judgement: dated, signed, withdrawn and never erased. Of several on one claim the last that was not withdrawn holds. Two
people cannot save over each other: each verdict says which was the last its author had seen.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from marsad.model import AnyClaim, MarsadError, claim_of
from marsad.store import audit, judge
from marsad.store.audit import Act
from marsad.store.office import assignments
from marsad.store.tables import articles, claims, judgements

VERDICTS = ("accept", "reject", "unsure", "correct")


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim's place in the queue: the ids of those before and after it."""

    before: str | None
    after: str | None


def verdicts(connection: Connection, claim: str) -> list[dict[str, Any]]:
    """What was decided of a claim, the latest first, the withdrawn among them."""
    found = select(judgements).where(judgements.c.a == claim, judgements.c.verdict.in_(VERDICTS)).order_by(judgements.c.no.desc())
    return [dict(row) for row in connection.execute(found).mappings()]


def seen(connection: Connection, claim: str) -> int:
    """The number of the last act on a claim, 0 before the first: what a form carries, so that nobody saves over another."""
    return judge.acts(verdicts(connection, claim))


def decide(
    connection: Connection,
    claim: str,
    verdict: str,
    by: str,
    reason: str,
    last_seen: int,
    correction: Mapping[str, Any] | None = None,
) -> str:
    """Keep a verdict; its id. ``correction`` is the whole claim as the person would have it, for "correct".

    Raises Conflict when there is a verdict its author had not seen, MarsadError for a claim or a verdict there is not.
    """
    row = connection.execute(
        select(claims.c.no, claims.c.article).where(claims.c.id == claim).order_by(claims.c.no.desc())
    ).first()
    if row is None:
        raise MarsadError(f"there is no claim {claim}")
    if verdict not in VERDICTS or (verdict == "correct") != (correction is not None):
        raise MarsadError(f"{verdict!r} is no verdict on a claim: there is {', '.join(VERDICTS)}")
    if not reason.strip() and verdict in ("reject", "correct"):
        raise MarsadError("a rejection or a correction needs its reason: write it in a few words")
    judge.unseen(verdicts(connection, claim), last_seen)
    value = json.dumps(correction, ensure_ascii=False, sort_keys=True) if correction is not None else None
    id = judge.judge(connection, verdict, claim, by, value=value, reason=reason.strip())
    _touch(connection, row.article)
    connection.execute(delete(assignments).where(assignments.c.claim == claim))
    return id


def withdraw(connection: Connection, id: str, by: str) -> str:
    """Take back a judgement of one's own; what it was of. MarsadError for one that is not there, or another's."""
    row = connection.execute(select(judgements).where(judgements.c.id == id)).mappings().first()
    if row is None or row["withdrawn"] is not None:
        raise MarsadError(f"there is no standing judgement {id}")
    judge.withdraw_own(connection, dict(row), by)
    article = connection.execute(select(claims.c.article).where(claims.c.id == row["a"])).scalar()
    if article is not None:
        _touch(connection, article)
    return str(row["a"])


def _touch(connection: Connection, article: int) -> None:
    """Have the record of an article's claims gathered anew."""
    connection.execute(update(articles).where(articles.c.no == article).values(gathered=False))


def assign(connection: Connection, claim: str, to: str, by: str) -> None:
    """Give a claim to somebody to review; to nobody with an empty name."""
    connection.execute(delete(assignments).where(assignments.c.claim == claim))
    at = audit.moment(connection)
    if to:
        connection.execute(insert(assignments).values(claim=claim, account=to, by=by, at=at))
    audit.record(connection, by, at, [Act("assigned", claim, {"to": to})])


def assigned(connection: Connection, claim: str) -> str | None:
    """To whom a claim was given."""
    return connection.execute(select(assignments.c.account).where(assignments.c.claim == claim)).scalar()


def _waiting() -> Any:
    """Current claims of which nothing was decided that stands."""
    decided = exists(
        select(judgements.c.no)
        .where(judgements.c.a == claims.c.id, judgements.c.verdict.in_(VERDICTS), judgements.c.withdrawn.is_(None))
        .correlate(claims)
    )
    return claims.c.superseded.is_(None), ~decided


def waiting(connection: Connection) -> int:
    """How many claims wait: those that stand less those decided."""
    standing = connection.execute(select(func.count()).select_from(claims).where(claims.c.superseded.is_(None))).scalar_one()
    decided = (
        select(func.count(judgements.c.a.distinct()))
        .select_from(judgements.join(claims, claims.c.id == judgements.c.a))
        .where(claims.c.superseded.is_(None), judgements.c.verdict.in_(VERDICTS), judgements.c.withdrawn.is_(None))
    )
    return int(standing) - int(connection.execute(decided).scalar_one())


def first(connection: Connection, account: str | None = None) -> str | None:
    """The claim to review next: one given to the account, else the newest that waits and was given to nobody else."""
    order = (claims.c.day.desc(), claims.c.no.desc())
    own = (
        select(claims.c.id)
        .join(assignments, assignments.c.claim == claims.c.id)
        .where(assignments.c.account == account, *_waiting())
    )
    found = connection.execute(own.order_by(*order).limit(1)).scalar() if account else None
    if found is None:
        others = exists(
            select(assignments.c.claim)
            .where(assignments.c.claim == claims.c.id, assignments.c.account != (account or ""))
            .correlate(claims)
        )
        found = connection.execute(select(claims.c.id).where(*_waiting(), ~others).order_by(*order).limit(1)).scalar()
    return found


def turn(connection: Connection, claim: str) -> Turn:
    """The waiting claims on either side of one in the order of the queue."""
    here = connection.execute(select(claims.c.day, claims.c.no).where(claims.c.id == claim).order_by(claims.c.no.desc())).first()
    if here is None:
        return Turn(None, None)
    at = (claims.c.day, claims.c.no)
    older = (at[0] < here.day) | ((at[0] == here.day) & (at[1] < here.no))
    newer = (at[0] > here.day) | ((at[0] == here.day) & (at[1] > here.no))
    after = connection.execute(
        select(claims.c.id).where(*_waiting(), older).order_by(at[0].desc(), at[1].desc()).limit(1)
    ).scalar()
    before = connection.execute(select(claims.c.id).where(*_waiting(), newer).order_by(at[0], at[1]).limit(1)).scalar()
    return Turn(before, after)


def correction_of(judgement: Mapping[str, Any]) -> dict[str, Any] | None:
    """The claim as a judgement would have it; None where it corrects nothing."""
    corrected: dict[str, Any] | None = json.loads(judgement["value"]) if judgement["verdict"] == "correct" else None
    return corrected


def standing(connection: Connection, ids: Iterable[str]) -> dict[str, AnyClaim | None]:
    """What people's verdicts make of claims: None for a rejected one, the claim as corrected for a corrected one; others are not in it."""
    found = (
        select(judgements.c.a, judgements.c.verdict, judgements.c.value)
        .where(judgements.c.a.in_(list(ids)), judgements.c.verdict.in_(VERDICTS), judgements.c.withdrawn.is_(None))
        .order_by(judgements.c.no)
    )
    last = {row.a: row for row in connection.execute(found)}
    return {
        id: None if row.verdict == "reject" else claim_of(json.loads(row.value))
        for id, row in last.items()
        if row.verdict in ("reject", "correct")
    }
