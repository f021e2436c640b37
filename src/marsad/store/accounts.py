"""Accounts of the desk: who may do what, passwords, the second factor, sessions, and a limit to guessing."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Literal

import pyotp
from pwdlib import PasswordHash
from sqlalchemy import Connection, delete, func, insert, select, update

from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.audit import Act
from marsad.store.office import ROLES, accounts, attempts, sessions

Right = Literal["restricted", "review", "administer"]
_LEAST: dict[Right, str] = {"restricted": "analyst", "review": "reviewer", "administer": "administrator"}

SHORTEST = 12  # letters of a password: NIST SP 800-63B asks for 8 at least, 15 where it stands alone
IDLE, LONGEST = 12 * 3600, 30 * 24 * 3600  # seconds without use, and in all, after which a session ends
WINDOW, MOST = 900, 8  # seconds that a failed attempt counts, and how many are let through
_HASH = PasswordHash.recommended()
_NOBODY = _HASH.hash("nobody's password, hashed so that an unknown name takes as long as a known one")


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who works at the desk."""

    name: str
    role: str
    second_factor: bool = False
    closed: bool = False

    def may(self, right: Right) -> bool:
        """Whether the role holds a right; each role holds those of the roles before it."""
        return not self.closed and ROLES.index(self.role) >= ROLES.index(_LEAST[right])


class Guessing(MarsadError):
    """Too many attempts to sign in failed: nothing is tried for a while."""


def make(connection: Connection, name: str, role: str, password: str, by: str) -> Account:
    """A new account, or a known one with a new role and password. Raises MarsadError for a role or a password that cannot be used."""
    name = name.strip()
    if not name or len(name) > 60 or any(not c.isprintable() for c in name):
        raise MarsadError(f"{name!r} cannot be an account's name: give 1 to 60 letters")
    if role not in ROLES:
        raise MarsadError(f"{role!r} is no role: there is {', '.join(ROLES)}")
    if len(password) < SHORTEST:
        raise MarsadError(f"the password has {len(password)} letters: give {SHORTEST} at least")
    at = audit.moment(connection)
    values = {"role": role, "password": _HASH.hash(password), "closed": False}
    if find(connection, name):
        connection.execute(update(accounts).where(accounts.c.name == name).values(**values))
        connection.execute(delete(sessions).where(sessions.c.account == name))
        act = "account changed"
    else:
        connection.execute(insert(accounts).values(name=name, at=at, last_code=0, **values))
        act = "account made"
    audit.record(connection, by, at, [Act(act, f"account:{name}", {"role": role})])
    return Account(name, role)


def close(connection: Connection, name: str, by: str) -> None:
    """Close an account and end its sessions; what it signed stays. MarsadError when there is none of that name."""
    if find(connection, name) is None:
        raise MarsadError(f"there is no account {name!r}: marsad user list shows them")
    connection.execute(update(accounts).where(accounts.c.name == name).values(closed=True))
    connection.execute(delete(sessions).where(sessions.c.account == name))
    audit.record(connection, by, audit.moment(connection), [Act("account closed", f"account:{name}", {})])


def find(connection: Connection, name: str) -> Account | None:
    """The account of a name."""
    row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
    return Account(row.name, row.role, row.secret is not None, bool(row.closed)) if row else None


def everyone(connection: Connection) -> list[Account]:
    """All accounts by name."""
    rows = connection.execute(select(accounts).order_by(accounts.c.name))
    return [Account(row.name, row.role, row.secret is not None, bool(row.closed)) for row in rows]


def sign_in(connection: Connection, name: str, password: str, code: str, where: str, now: int) -> str | None:
    """The token of a new session; None when the name, the password or the code is wrong. ``where`` is the address it came from.

    After MOST failures within WINDOW seconds of one name, or of one address, nothing is tried: Guessing says when to come back.
    """
    if proved(connection, name, password, code, where, now) is None:
        return None
    token = secrets.token_urlsafe(32)
    connection.execute(insert(sessions).values(digest=_digest(token), account=name, began=now, last=now))
    return token


def proved(connection: Connection, name: str, password: str, code: str, where: str, now: int) -> Account | None:
    """The account of a name whose password and code are right; None when one is wrong. Guessing is limited as ``sign_in`` says."""
    keys = [hashlib.sha256(f"{kind}\x1f{value}".encode()).hexdigest() for kind, value in (("name", name), ("where", where))]
    connection.execute(
        delete(attempts).where(~attempts.c.at.between(now - WINDOW, now + WINDOW))
    )  # later: the clock was set back
    for key in keys:
        if connection.execute(select(func.count()).where(attempts.c.key == key)).scalar_one() >= MOST:
            raise Guessing(f"too many failed attempts: try again in {WINDOW // 60} minutes")
    row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
    right = _HASH.verify(password, row.password if row else _NOBODY)
    if row is None or not right or row.closed or not _second(connection, row.name, row.secret, row.last_code, code, now):
        connection.execute(insert(attempts), [{"key": key, "at": now} for key in keys])
        return None
    connection.execute(delete(attempts).where(attempts.c.key == keys[0]))
    return Account(row.name, row.role, row.secret is not None)


def _second(connection: Connection, name: str, secret: str | None, last_code: int, code: str, now: int) -> bool:
    """Whether a code of the second factor is right and was not used before; True where the account has none."""
    if secret is None:
        return True
    totp = pyotp.TOTP(secret)
    for step in (now // 30 - 1, now // 30, now // 30 + 1):
        if step > last_code and secrets.compare_digest(totp.at(step * 30), code.strip()):
            connection.execute(update(accounts).where(accounts.c.name == name).values(last_code=step))
            return True
    return False


def new_secret(connection: Connection, name: str, secret: str, code: str, now: int) -> bool:
    """Keep the secret of a second factor once a code of it was shown to be right."""
    if not pyotp.TOTP(secret).verify(code.strip(), for_time=now, valid_window=1):
        return False
    connection.execute(update(accounts).where(accounts.c.name == name).values(secret=secret, last_code=now // 30))
    audit.record(connection, name, audit.moment(connection), [Act("second factor set", f"account:{name}", {})])
    return True


def session(connection: Connection, token: str, now: int) -> Account | None:
    """Whose session a token is of; None when there is none, or it has ended."""
    found = select(accounts, sessions.c.began, sessions.c.last).join(sessions, sessions.c.account == accounts.c.name)
    row = connection.execute(found.where(sessions.c.digest == _digest(token))).first()
    if row is None or row.closed or now - row.last > IDLE or now - row.began > LONGEST:
        return None
    return Account(row.name, row.role, row.secret is not None)


def touch(connection: Connection, token: str, now: int) -> None:
    """Note that a session is in use."""
    connection.execute(update(sessions).where(sessions.c.digest == _digest(token)).values(last=now))


def sign_out(connection: Connection, token: str) -> None:
    """End a session."""
    connection.execute(delete(sessions).where(sessions.c.digest == _digest(token)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
