"""Keys of the API: made by an account, with scopes, for a time; revoked, never shown again."""

import hashlib
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.accounts import Account, find
from marsad.store.audit import Act
from marsad.store.office import tokens

Scope = Literal["read", "restricted", "review"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
LONGEST = 365  # days that a key may be valid


@dataclass(frozen=True, slots=True)
class Token:
    """A key without its secret: whose it is, what it may do, until when (Unix seconds)."""

    id: str
    account: str
    label: str
    scopes: tuple[str, ...]
    expires: int
    revoked: bool


def make(connection: Connection, account: Account, label: str, scopes: Sequence[str], days: int, now: int) -> str:
    """The secret of a new key, told this once. MarsadError for a scope that there is not or that the account's role does not hold."""
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        raise MarsadError(f"{unknown[0] if unknown else 'nothing'!r} is no scope: there is {', '.join(SCOPES)}")
    if not 1 <= days <= LONGEST:
        raise MarsadError(f"a key is valid for 1 to {LONGEST} days, not {days}")
    for scope in scopes:
        if scope != "read" and not account.may("restricted" if scope == "restricted" else "review"):
            raise MarsadError(f"the role {account.role} does not hold {scope}")
    secret = f"marsad_{secrets.token_urlsafe(32)}"
    id = f"to-{uuid.uuid4().hex[:12]}"
    values = {"digest": _digest(secret), "id": id, "account": account.name, "label": label.strip(), "scopes": " ".join(scopes)}
    connection.execute(insert(tokens).values(**values, expires=now + days * 86_400, revoked=False))
    audit.record(connection, account.name, audit.moment(connection), [Act("token made", id, {"scopes": list(scopes)})])
    return secret


def holder(connection: Connection, secret: str, now: int) -> tuple[Account, Token] | None:
    """Whose key a secret is; None when there is none, it has expired or was revoked, or its account is closed."""
    row = connection.execute(select(tokens).where(tokens.c.digest == _digest(secret))).first()
    if row is None or row.revoked or row.expires <= now:
        return None
    account = find(connection, row.account)
    return (account, _token(row)) if account and not account.closed else None


def of(connection: Connection, account: str) -> list[Token]:
    """The keys of an account, the last to expire first."""
    return [
        _token(row)
        for row in connection.execute(select(tokens).where(tokens.c.account == account).order_by(tokens.c.expires.desc()))
    ]


def revoke(connection: Connection, id: str, by: str) -> None:
    """Revoke a key of one's own. MarsadError where there is none such."""
    done = connection.execute(
        update(tokens).where(tokens.c.id == id, tokens.c.account == by, tokens.c.revoked.is_(False)).values(revoked=True)
    )
    if not done.rowcount:
        raise MarsadError(f"there is no key {id} of yours")
    audit.record(connection, by, audit.moment(connection), [Act("token revoked", id, {})])


def _token(row: object) -> Token:
    names = ("id", "account", "label", "scopes", "expires", "revoked")
    id, account, label, scopes, expires, revoked = (getattr(row, name) for name in names)
    return Token(id, account, label, tuple(scopes.split()), expires, bool(revoked))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
