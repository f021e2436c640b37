"""What readers say is wrong: words about an address, in the queue of those who review, answered and closed with a reason.

Nothing of the reader is kept: who has the report's address reads its answer there.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.accounts import find as account_of
from marsad.store.audit import Act
from marsad.store.judge import Conflict
from marsad.store.office import reports
from marsad.store.pages import PAGE, Page
from marsad.store.tables import acts

ENDINGS = ("mended", "stands", "elsewhere")
"""How a report ends: what was wrong was put right; the record stands as it is; it is not about this record."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A report of an error: the address it is about, its words, whose it is to answer, how it ended and what was answered.

    ``seen`` is the number of acts on it: what a form carries, so that nobody saves over another.
    """

    id: str
    about: str
    words: str
    at: str
    assigned: str | None
    settled: str | None
    settled_by: str | None
    ending: str | None
    note: str | None
    seen: int = 0


def take(connection: Connection, about: str, words: str) -> str:
    """Keep a report of an error; its id. MarsadError where it says nothing."""
    if not words.strip():
        raise MarsadError("the report says nothing: write in a few words what is wrong")
    at = audit.moment(connection)
    id = f"er-{uuid.uuid4().hex[:16]}"
    connection.execute(insert(reports).values(id=id, about=about.strip(), words=words.strip(), at=at))
    audit.record(connection, "a reader", at, [Act("error reported", id, {})])
    return id


def find(connection: Connection, id: str) -> Complaint | None:
    """The report of an id."""
    row = connection.execute(select(reports).where(reports.c.id == id)).mappings().first()
    if row is None:
        return None
    seen = connection.execute(select(func.count()).select_from(acts).where(acts.c.subject == id)).scalar_one()
    return Complaint(**row, seen=int(seen))


def assign(connection: Connection, id: str, to: str, by: str, last_seen: int) -> None:
    """Give a report to somebody to answer; to nobody with an empty name. Conflict where its author had not seen all acts on it."""
    if to and account_of(connection, to) is None:
        raise MarsadError(f"there is no account {to!r}: marsad user list shows them")
    _unseen(connection, id, last_seen)
    connection.execute(update(reports).where(reports.c.id == id).values(assigned=to or None))
    _record(connection, id, by, "error assigned", {"to": to})


def settle(connection: Connection, id: str, by: str, ending: str, note: str, last_seen: int) -> None:
    """Answer a report and close it. MarsadError for one that was closed, and without an ending and a reason; Conflict as above."""
    if ending not in ENDINGS:
        raise MarsadError(f"{ending!r} is no ending of a report: there is {', '.join(ENDINGS)}")
    if not note.strip():
        raise MarsadError("an answer needs its reason: write in a few words what was found")
    if _unseen(connection, id, last_seen).settled:
        raise MarsadError(f"{id} is closed: open it again first")
    at = audit.moment(connection)
    values = {"settled": at, "settled_by": by, "ending": ending, "note": note.strip()}
    connection.execute(update(reports).where(reports.c.id == id).values(**values))
    _record(connection, id, by, "error settled", {"ending": ending, "digest": audit.digest(note.strip())})


def reopen(connection: Connection, id: str, by: str, last_seen: int) -> None:
    """Open a closed report again; that it was closed stays in the trail. MarsadError for one that is open."""
    if not _unseen(connection, id, last_seen).settled:
        raise MarsadError(f"{id} is open")
    connection.execute(update(reports).where(reports.c.id == id).values(settled=None, settled_by=None, ending=None, note=None))
    _record(connection, id, by, "error reopened", {})


def waiting(connection: Connection) -> int:
    """How many reports wait."""
    return int(connection.execute(select(func.count()).select_from(reports).where(reports.c.settled.is_(None))).scalar_one())


def page(connection: Connection, after: str | None = None, limit: int = PAGE, *, closed: bool = False) -> Page:
    """Reports that wait, or that were closed, the newest first."""
    state = reports.c.settled.is_not(None) if closed else reports.c.settled.is_(None)
    asked = select(reports).where(state).order_by(reports.c.at.desc(), reports.c.id).limit(limit + 1)
    if after is not None:
        asked = asked.where(reports.c.at < after)
    rows = [dict(row) for row in connection.execute(asked).mappings()]
    return Page(tuple(rows[:limit]), rows[limit - 1]["at"] if len(rows) > limit else None)


def _unseen(connection: Connection, id: str, last_seen: int) -> Complaint:
    held = find(connection, id)
    if held is None:
        raise MarsadError(f"there is no report {id}")
    if held.seen != last_seen:
        theirs = connection.execute(select(acts.c.who).where(acts.c.subject == id).order_by(acts.c.no.desc()).limit(1)).scalar()
        raise Conflict({"by": theirs, "verdict": "", "value": held.ending or held.assigned, "reason": held.note or ""})
    return held


def _record(connection: Connection, id: str, by: str, act: str, detail: Mapping[str, Any]) -> None:
    audit.record(connection, by, audit.moment(connection), [Act(act, id, detail)])
