"""Questions whose news somebody wants by letter or web hook: what of the record is new or changed since each way was last told.

An alert is of a question, by its filters, or of one record, by its id: of that one it tells only that its figures changed, and from what.
"""

import json
import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit, pages, seen
from marsad.store.accounts import find
from marsad.store.atlas import Atlas
from marsad.store.audit import Act
from marsad.store.discretion import PUBLIC
from marsad.store.office import alerts
from marsad.store.query import Query, query_of_address
from marsad.store.shelf import Records
from marsad.store.tables import records
from marsad.store.wording import Language

Way = Literal["letter", "hook"]
WAYS: tuple[Way, ...] = ("letter", "hook")

MOST = 200
"""Records told at once; the rest is told the next time."""
HELD = 50
"""Alerts of one account at most."""
_RECORD = "record="


@dataclass(frozen=True, slots=True)
class Alert:
    """A question by its address, and where its news goes: a letter's address, a hook's with the secret it is signed by; ``letter_seen`` and
    ``hook_seen`` are the last row of the record that each was told."""

    id: str
    account: str
    address: str
    letter: str | None
    hook: str | None
    secret: str | None = field(repr=False)
    language: Language
    letter_seen: int
    hook_seen: int

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways its news goes."""
        return tuple(way for way in WAYS if getattr(self, way))

    @property
    def record(self) -> str | None:
        """The one record it is of; None where it is of a question."""
        return self.address.removeprefix(_RECORD) if self.address.startswith(_RECORD) else None

    def query(self, atlas: Atlas) -> Query:
        """Its question, as the public asks it."""
        return Query() if self.record else query_of_address(self.address, atlas, PUBLIC)


@dataclass(frozen=True, slots=True)
class News:
    """What an alert has to tell one way: records as the public sees them, by number, each with its former figures where it is of one record,
    and the number of the last."""

    rows: tuple[dict[str, Any], ...]
    last: int


def of_record(id: str) -> str:
    """The address of an alert of one record. MarsadError for an id of no incident and no running total."""
    if pages.kind_of(id) not in ("incident", "tally"):
        raise MarsadError(f"{id!r} is no event and no running total: take the id that stands on its page")
    return f"{_RECORD}{id}"


def make(
    connection: Connection, account: str, address: str, letter: str | None, hook: str | None, language: Language = "en"
) -> Alert:
    """A new alert that tells what changes from now on; ``address`` is ``Query.address()`` or ``of_record``.

    MarsadError without an account of that name or anywhere to tell it, and for more than HELD of one account.
    """
    held = find(connection, account)
    if held is None or held.closed:
        raise MarsadError(f"there is no account {account!r}: marsad user list shows them")
    if not letter and not hook:
        raise MarsadError("say where its news goes: a letter's address or a hook's")
    if letter and (letter.count("@") != 1 or any(c.isspace() or not c.isprintable() or c in ",;<>" for c in letter)):
        raise MarsadError(f"{letter!r} is no address of a letter: write it as name@example.org")
    if len(of(connection, account)) >= HELD:
        raise MarsadError(f"an account has {HELD} alerts at most: end one first")
    now = _newest(connection)
    secret = secrets.token_hex(32) if hook else None
    made = Alert(f"al-{uuid.uuid4().hex[:12]}", account, address, letter, hook, secret, language, now, now)
    connection.execute(insert(alerts).values(**{column.name: getattr(made, column.name) for column in alerts.c}))
    audit.record(connection, account, audit.moment(connection), [Act("alert made", made.id, {})])
    return made


def drop(connection: Connection, id: str, by: str, account: str | None = None) -> None:
    """End an alert. MarsadError where there is none of that id, or, where ``account`` is given, none of its."""
    wanted = [alerts.c.id == id] + ([alerts.c.account == account] if account is not None else [])
    if not connection.execute(delete(alerts).where(*wanted)).rowcount:
        raise MarsadError(f"there is no alert {id}: marsad alerts list shows them")
    audit.record(connection, by, audit.moment(connection), [Act("alert ended", id, {})])


def everything(connection: Connection) -> list[Alert]:
    """All alerts, by account."""
    return [Alert(**row) for row in connection.execute(select(alerts).order_by(alerts.c.account, alerts.c.id)).mappings()]


def of(connection: Connection, account: str) -> list[Alert]:
    """The alerts of an account."""
    return [one for one in everything(connection) if one.account == account]


def news(connection: Connection, alert: Alert, way: Way, atlas: Atlas) -> News:
    """The incidents and running totals that answer an alert's question and were gathered anew since that way was last told, oldest first;
    of an alert of one record that one, where its figures are other than they were."""
    since: int = getattr(alert, f"{way}_seen")
    newest = _newest(connection)
    if newest <= since:
        return News((), since)
    if alert.record:
        return News(_changed(connection, alert.record, since), newest)
    query = alert.query(atlas)
    found: list[int] = []
    for kind in ("incident", "tally"):
        shelf = Records(connection, kind, PUBLIC)
        asked = shelf.select(query, shelf.number).where(shelf.number > since).order_by(shelf.number).limit(MOST)
        found += connection.execute(asked).scalars()
    first = pages.numbered(connection, sorted(found)[:MOST])
    last = first[-1]["no"] if len(first) == MOST else newest
    return News(tuple(seen.record(row, query.viewer) for row in first), int(last))


def _changed(connection: Connection, id: str, since: int) -> tuple[dict[str, Any], ...]:
    """A record that has other figures than it had, with ``before``, those it had; empty where it has the same, or the public does not see it."""
    now = pages.redirected(connection, id)
    held = select(records).where(records.c.id == now, records.c.superseded.is_(None), records.c.restricted.is_(False))
    row = connection.execute(held.where(records.c.no > since)).mappings().first()
    if row is None:
        return ()
    former = select(records).where(records.c.id.in_((id, now)), records.c.no <= since).order_by(records.c.no.desc()).limit(1)
    old = connection.execute(former).mappings().first()
    body = seen.record(row, PUBLIC)
    before = _figures(json.loads(old["body"])) if old else []
    return () if before == _figures(body) else (body | {"before": before},)


def _figures(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures of a record, ends alone: of an incident each, of a running total its last."""
    named = ("outcome", "group", "low", "high")
    if series := body.get("series"):
        return [{"outcome": body["outcome"], "group": body["group"], "low": series[-1]["low"], "high": series[-1]["high"]}]
    found: Sequence[Mapping[str, Any]] = body.get("figures") or ()
    return [{name: figure[name] for name in named} for figure in found]


def _newest(connection: Connection) -> int:
    return int(connection.execute(select(func.max(records.c.no))).scalar() or 0)


def told(connection: Connection, alert: Alert, way: Way, last: int) -> None:
    """Note that one way an alert has been told of everything up to a row."""
    connection.execute(update(alerts).where(alerts.c.id == alert.id).values({f"{way}_seen": last}))
