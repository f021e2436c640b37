"""Exports of restricted records: one person asks and says why, another lets it out or refuses it, and after some days it is closed again."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.accounts import Account
from marsad.store.audit import Act
from marsad.store.judge import Conflict
from marsad.store.office import releases

DAYS = 7
"""How long an export that was let out can be fetched."""


@dataclass(frozen=True, slots=True)
class Release:
    """An export asked for: whose, in which format, the address of its filters, why, when (Unix seconds), and who let it out until when, or
    refused it and why."""

    id: str
    account: str
    format: str
    address: str
    reason: str
    at: int
    approved_by: str | None
    expires: int | None
    refused_by: str | None
    refusal: str | None

    def open(self, now: int) -> bool:
        """Whether it can be fetched now."""
        return self.expires is not None and now < self.expires

    def state(self, now: int) -> str:
        """One of ``STATES``."""
        if self.refused_by is not None:
            return "refused"
        return "waiting" if self.expires is None else "open" if self.open(now) else "expired"


STATES = ("waiting", "open", "expired", "refused")


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
    """Let an export out for DAYS days. MarsadError for whoever asked for it and a role that does not review; Conflict where another decided."""
    _decidable(connection, id, account)
    _decide(connection, id, approved_by=account.name, expires=now + DAYS * 86_400)
    audit.record(connection, account.name, audit.moment(connection), [Act("release approved", id, {"days": DAYS})])
    return _held(connection, id)


def refuse(connection: Connection, id: str, account: Account, reason: str) -> Release:
    """Refuse an export that waits, or close one that was let out. MarsadError as above and without a reason; Conflict where it was refused."""
    if not reason.strip():
        raise MarsadError("a refusal needs its reason: write it in a few words")
    _decidable(connection, id, account)
    _decide(connection, id, once=False, refused_by=account.name, refusal=reason.strip(), expires=None)
    audit.record(connection, account.name, audit.moment(connection), [Act("release refused", id, {})])
    return _held(connection, id)


def take(connection: Connection, id: str, account: Account, now: int) -> Release:
    """A release to be fetched now by whoever asked for it, noted in the trail. MarsadError for anybody else, before it is let out, and after."""
    found = find(connection, id)
    if found is None or found.account != account.name or not account.may("restricted"):
        raise MarsadError(f"there is no release {id} of yours")
    if found.refused_by is not None:
        raise MarsadError(f"{id} was refused: {found.refusal}")
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


def _decidable(connection: Connection, id: str, account: Account) -> None:
    if not account.may("review"):
        raise MarsadError(f"the role {account.role} lets nothing out")
    found = find(connection, id)
    if found is None:
        raise MarsadError(f"there is no release {id}")
    if found.account == account.name:
        raise MarsadError("a second person lets it out: you asked for it yourself")


def _decide(connection: Connection, id: str, once: bool = True, **values: str | int | None) -> None:
    open_ = [releases.c.id == id, releases.c.refused_by.is_(None), *([releases.c.approved_by.is_(None)] if once else [])]
    if not connection.execute(update(releases).where(*open_).values(**values)).rowcount:
        held = _held(connection, id)
        said = {"by": held.refused_by or held.approved_by, "reason": held.refusal or ""}
        raise Conflict({"verdict": "", "value": "refused" if held.refused_by else "open", **said})


def _held(connection: Connection, id: str) -> Release:
    found = find(connection, id)
    assert found is not None
    return found
