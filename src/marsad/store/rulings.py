"""What people decide of whole records: grades, best figures, restriction, which events or people are one and which are two."""

from collections.abc import Mapping
from typing import Any, get_args

from sqlalchemy import Connection, or_, select, update

from marsad.model import MarsadError
from marsad.model.values import Grade
from marsad.store import judge
from marsad.store.pages import kind_of
from marsad.store.tables import articles, claims, judgements, members, records

OF_EVENTS = ("grade", "best", "restricted", "same", "different")
OF_PEOPLE = ("one_person", "two_persons")
_JOINING = {"same": "event", "one_person": "person"}
_PARTING = ("different", "two_persons")


def of(connection: Connection, record: str) -> list[dict[str, Any]]:
    """What was decided of a record, the latest first, the withdrawn among them; that which joins or parts its claims too."""
    inside = select(claims.c.id).join(members, members.c.claim == claims.c.no).join(records, records.c.no == members.c.record)
    own = inside.where(records.c.id == record, records.c.superseded.is_(None))
    about = or_(judgements.c.a == record, judgements.c.b == record, judgements.c.a.in_(own), judgements.c.b.in_(own))
    found = select(judgements).where(about, judgements.c.verdict.in_(_verdicts(record))).order_by(judgements.c.no.desc())
    return [dict(row) for row in connection.execute(found).mappings()]


def seen(connection: Connection, record: str) -> int:
    """The number of acts on a record so far: what a form carries, so that nobody saves over another."""
    return judge.acts(of(connection, record))


def rule(
    connection: Connection,
    record: str,
    verdict: str,
    by: str,
    reason: str,
    last_seen: int,
    *,
    a: str | None = None,
    b: str | None = None,
    value: str | None = None,
) -> str:
    """Keep a decision of a record; its id. The records it touches are gathered anew by the next ``settle``.

    ``b`` is the other record that it is one with; where it is two, ``a`` and ``b`` are claims of it. Raises Conflict when there is one its
    author had not seen, MarsadError for what cannot be decided so.
    """
    if verdict not in _verdicts(record):
        raise MarsadError(f"{verdict!r} is nothing that is decided of {record}: there is {', '.join(_verdicts(record))}")
    if not reason.strip():
        raise MarsadError("a decision needs its reason: write it in a few words")
    if verdict == "grade" and value and value not in get_args(Grade):
        raise MarsadError(f"{value!r} is no grade: there is {', '.join(get_args(Grade))}")
    about = [record]
    if verdict in _JOINING:
        about = [record, b or ""]
    elif verdict in _PARTING:
        about = [a or "", b or ""]
    if len(about) == 2 and (not all(about) or about[0] == about[1]):
        raise MarsadError("name the two things that this is about")
    touched = {id: _articles(connection, id) for id in about}
    if missing := [id for id, found in touched.items() if not found]:
        raise MarsadError(f"there is no {_JOINING.get(verdict, 'event')} or claim {missing[0]}")
    judge.unseen(of(connection, record), last_seen)
    if verdict == "one_person":
        about = [_first_claim(connection, id) for id in about]
    id = judge.judge(
        connection, verdict, about[0], by, b=about[1] if len(about) == 2 else None, value=value, reason=reason.strip()
    )
    _gather_anew(connection, touched)
    return id


def withdraw(connection: Connection, judgement: Mapping[str, Any], by: str) -> None:
    """Take back a decision of one's own. MarsadError for another's."""
    judge.withdraw_own(connection, judgement, by)
    _gather_anew(connection, {id: _articles(connection, id) for id in (judgement["a"], judgement["b"]) if id})


def home(connection: Connection, judgement: Mapping[str, Any], kind: str) -> str | None:
    """The record of a kind that now holds the first claim a decision names; None where none does."""
    found = (
        select(records.c.id)
        .join(members, members.c.record == records.c.no)
        .join(claims, claims.c.no == members.c.claim)
        .where(claims.c.id == judgement["a"], records.c.kind == kind, records.c.superseded.is_(None))
    )
    return connection.execute(found).scalar()


def _verdicts(record: str) -> tuple[str, ...]:
    return OF_PEOPLE if kind_of(record) == "person" else OF_EVENTS


def _first_claim(connection: Connection, person: str) -> str:
    """The claim that a person's id was made from."""
    found = (
        select(claims.c.id)
        .join(members, members.c.claim == claims.c.no)
        .join(records, records.c.no == members.c.record)
        .where(records.c.id == person, records.c.superseded.is_(None))
        .order_by(claims.c.no)
    )
    return str(connection.execute(found).scalars().first())


def _gather_anew(connection: Connection, touched: Mapping[str, set[int]]) -> None:
    numbers = {number for found in touched.values() for number in found}
    connection.execute(update(articles).where(articles.c.no.in_(numbers)).values(gathered=False))


def _articles(connection: Connection, id: str) -> set[int]:
    """The numbers of the articles that a record's claims, or a claim, are of."""
    whole = select(claims.c.article).join(members, members.c.claim == claims.c.no).join(records, records.c.no == members.c.record)
    found = set(connection.execute(whole.where(records.c.id == id, records.c.superseded.is_(None))).scalars())
    return found or set(
        connection.execute(select(claims.c.article).where(claims.c.id == id, claims.c.superseded.is_(None))).scalars()
    )
