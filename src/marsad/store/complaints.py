"""What readers say is wrong: words about an address, in the queue of those who review. Nothing of the reader is kept."""

import uuid

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.audit import Act
from marsad.store.office import reports
from marsad.store.pages import PAGE, Page


def take(connection: Connection, about: str, words: str) -> str:
    """Keep a report of an error; its id. MarsadError where it says nothing."""
    if not words.strip():
        raise MarsadError("the report says nothing: write in a few words what is wrong")
    at = audit.moment(connection)
    id = f"er-{uuid.uuid4().hex[:12]}"
    connection.execute(insert(reports).values(id=id, about=about.strip(), words=words.strip(), at=at))
    audit.record(connection, "a reader", at, [Act("error reported", id, {})])
    return id


def settle(connection: Connection, id: str, by: str, note: str) -> None:
    """Mark a report as dealt with, and how. MarsadError for one that is not there or was settled."""
    at = audit.moment(connection)
    done = connection.execute(
        update(reports).where(reports.c.id == id, reports.c.settled.is_(None)).values(settled=at, settled_by=by, note=note)
    )
    if not done.rowcount:
        raise MarsadError(f"there is no report {id} that waits")
    audit.record(connection, by, at, [Act("error settled", id, {})])


def page(connection: Connection, after: str | None = None, limit: int = PAGE) -> Page:
    """Reports that wait, the newest first."""
    asked = select(reports).where(reports.c.settled.is_(None)).order_by(reports.c.at.desc(), reports.c.id).limit(limit + 1)
    if after is not None:
        asked = asked.where(reports.c.at < after)
    rows = [dict(row) | {"subject": row["about"], "reason": row["words"]} for row in connection.execute(asked).mappings()]
    return Page(tuple(rows[:limit]), rows[limit - 1]["at"] if len(rows) > limit else None)
