"""Exports of restricted records: one person asks and says why, another lets it out, and after some days it is closed again."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.accounts import Account
from marsad.store.audit import Act
from marsad.store.office import releases

DAYS = 7
"""How long an export that was let out can be fetched."""


@dataclass(frozen=True, slots=True)
class Release:
    """An export asked for: whose, in which format, the address of its filters, why, when (Unix seconds), and who let it out until when."""

    id: str
    account: str
    format: str
    address: str
    reason: str
    at: int
    approved_by: str | None
    expires: int | None

    def open(self, now: int) -> bool:
        """Whether it can be fetched now."""
        return self.expires is not None and now < self.expires


def ask(connection: Connection, account: Account, format: str, address: str, reason: str, now: int) -> str:
    """Ask for an export; its id. MarsadError for a role that may not see what is restricted, and where no reason is given."""
    if not account.may("restricted"):
        raise MarsadError(f"the role {account.role} does not see what is restricted")
    if not reason.strip():
        raise MarsadError("say what the export is for: another person decides by it")
    id = f"re-{uuid.uuid4().hex[:12]}"
    values = {"account": account.name, "format": format, "address": address, "reason": reason.strip(), "at": now}
    connection.execute(insert(releases).values(id=id, **values))
    audit.record(connection, account.name, audit.moment(connection), [Act("release asked", id, {"format": format})])
    return id


def approve(connection: Connection, id: str, account: Account, now: int) -> Release:
    """Let an export out for DAYS days. MarsadError for whoever asked for it, a role that does not review, and one that does not wait."""
    if not account.may("review"):
        raise MarsadError(f"the role {account.role} lets nothing out")
    found = find(connection, id)
    if found is None:
        raise MarsadError(f"there is no release {id}")
    if found.account == account.name:
        raise MarsadError("a second person lets it out: you asked for it yourself")
    waiting = releases.c.id == id, releases.c.approved_by.is_(None)
    done = connection.execute(update(releases).where(*waiting).values(approved_by=account.name, expires=now + DAYS * 86_400))
    if not done.rowcount:
        raise MarsadError(f"{id} was let out already")
    audit.record(connection, account.name, audit.moment(connection), [Act("release approved", id, {"days": DAYS})])
    made = find(connection, id)
    assert made is not None
    return made


def take(connection: Connection, id: str, account: Account, now: int) -> Release:
    """A release to be fetched now by whoever asked for it, noted in the trail. MarsadError for anybody else, before it is let out, and after."""
    found = find(connection, id)
    if found is None or found.account != account.name or not account.may("restricted"):
        raise MarsadError(f"there is no release {id} of yours")
    if found.approved_by is None:
        raise MarsadError(f"{id} waits for a second person")
    if not found.open(now):
        raise MarsadError(f"{id} has expired: ask again")
    audit.record(connection, account.name, audit.moment(connection), [Act("release taken", id, {"format": found.format})])
    return found


def find(connection: Connection, id: str) -> Release | None:
    """One of them."""
    row = connection.execute(select(releases).where(releases.c.id == id)).mappings().first()
    return Release(**row) if row else None


def everything(connection: Connection) -> list[Release]:
    """All of them, the latest first."""
    return [
        Release(**row) for row in connection.execute(select(releases).order_by(releases.c.at.desc(), releases.c.id)).mappings()
    ]
