"""Questions whose news somebody wants by letter or web hook: what of the record is new or changed since they were last told."""

import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit, seen
from marsad.store.accounts import find
from marsad.store.atlas import Atlas
from marsad.store.audit import Act
from marsad.store.discretion import PUBLIC
from marsad.store.office import alerts
from marsad.store.query import Query, query_of_address
from marsad.store.shelf import Records
from marsad.store.tables import records

MOST = 200
"""Records told at once; the rest is told the next time."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A question by its address, and where its news goes: a letter's address, a hook's with the secret it is signed by; ``seen`` is the
    last row of the record already told."""

    id: str
    account: str
    address: str
    letter: str | None
    hook: str | None
    secret: str | None = field(repr=False)
    seen: int


@dataclass(frozen=True, slots=True)
class News:
    """What an alert has to tell: records as the public sees them, by number, and the number of the last."""

    query: Query
    rows: tuple[dict[str, Any], ...]
    last: int


def make(connection: Connection, account: str, query: Query, letter: str | None, hook: str | None) -> Alert:
    """A new alert that tells what changes from now on. MarsadError without an account of that name or anywhere to tell it."""
    held = find(connection, account)
    if held is None or held.closed:
        raise MarsadError(f"there is no account {account!r}: marsad user list shows them")
    if not letter and not hook:
        raise MarsadError("say where its news goes: a letter's address or a hook's")
    if letter and (letter.count("@") != 1 or any(c.isspace() or not c.isprintable() or c in ",;<>" for c in letter)):
        raise MarsadError(f"{letter!r} is no address of a letter: write it as name@example.org")
    now = connection.execute(select(func.max(records.c.no))).scalar() or 0
    made = Alert(
        f"al-{uuid.uuid4().hex[:12]}", account, query.address(), letter, hook, secrets.token_hex(32) if hook else None, now
    )
    values = {name: getattr(made, name) for name in ("id", "account", "address", "letter", "hook", "secret", "seen")}
    connection.execute(insert(alerts).values(**values))
    audit.record(connection, account, audit.moment(connection), [Act("alert made", made.id, {})])
    return made


def drop(connection: Connection, id: str, by: str) -> None:
    """End an alert. MarsadError where there is none of that id."""
    if not connection.execute(delete(alerts).where(alerts.c.id == id)).rowcount:
        raise MarsadError(f"there is no alert {id}: marsad alerts list shows them")
    audit.record(connection, by, audit.moment(connection), [Act("alert ended", id, {})])


def everything(connection: Connection) -> list[Alert]:
    """All alerts, by account."""
    return [Alert(**row) for row in connection.execute(select(alerts).order_by(alerts.c.account, alerts.c.id)).mappings()]


def news(connection: Connection, alert: Alert, atlas: Atlas) -> News:
    """The incidents and running totals that answer an alert's question and were gathered anew since it was last told, oldest first."""
    query = query_of_address(alert.address, atlas, PUBLIC)
    found: list[Any] = []
    for kind in ("incident", "tally"):
        asked = Records(connection, kind, PUBLIC).select(query, records)
        found += connection.execute(asked.where(records.c.no > alert.seen).order_by(records.c.no).limit(MOST)).mappings()
    first = sorted(found, key=lambda row: int(row["no"]))[:MOST]
    newest = connection.execute(select(func.max(records.c.no))).scalar() or 0
    last = first[-1]["no"] if len(first) == MOST else newest
    return News(query, tuple(seen.record(row, query.viewer) for row in first), int(last))


def told(connection: Connection, alert: Alert, last: int) -> None:
    """Note that an alert has been told of everything up to a row."""
    connection.execute(update(alerts).where(alerts.c.id == alert.id).values(seen=last))
