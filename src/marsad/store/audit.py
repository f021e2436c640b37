"""The trail of acts: rows whose hashes are chained, so that one altered, added in between or taken out is found.

A row's hash is the SHA-256 of its content and of the hash before it. Rows hold ids and digests, never names or text: purging
what they speak of leaves the chain whole. Whoever can write the database can also make a whole new chain; so the last hash is
printed by ``marsad verify``, to be noted where that person has no hand.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from marsad.store.tables import acts

FIRST = "0" * 64
"""The hash before the first row."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, to what: ``subject`` is an id, ``detail`` digests and counts."""

    act: str
    subject: str
    detail: Mapping[str, Any]


def canonical(body: Any) -> str:
    """The one way a JSON value is written where its hash is taken: keys in order, no spaces, letters as they are."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(*parts: str) -> str:
    """SHA-256 of texts, parted so that no two lists of them have one."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def together(digests: Iterable[str]) -> str:
    """One digest of many, whatever their order."""
    return digest(*sorted(digests))


def moment(connection: Connection) -> str:
    """Now, ISO 8601 in UTC with microseconds; later than every act in the chain even where the clock was set back."""
    last = connection.execute(select(acts.c.at).order_by(acts.c.no.desc()).limit(1)).scalar()
    now = datetime.now(UTC)
    if last is not None and now <= (before := datetime.fromisoformat(last)):
        now = before.replace(microsecond=before.microsecond + 1) if before.microsecond < 999_999 else _next_second(before)
    return now.isoformat(timespec="microseconds")


def record(connection: Connection, who: str, at: str, done: Iterable[Act]) -> str:
    """Put acts at the end of the chain; the hash of the last. Called inside the transaction that does them."""
    last = connection.execute(select(acts.c.no, acts.c.hash).order_by(acts.c.no.desc()).limit(1)).first()
    number, before = (last.no, last.hash) if last else (0, FIRST)
    rows = []
    for act in done:
        number += 1
        row = {"no": number, "at": at, "who": who, "act": act.act, "subject": act.subject, "detail": canonical(act.detail)}
        row |= {"before": before, "hash": (before := hashed(row, before))}
        rows.append(row)
    if rows:
        connection.execute(insert(acts), rows)
    return before


def hashed(row: Mapping[str, Any], before: str) -> str:
    """The hash of a row after the one whose hash is ``before``."""
    return digest(before, str(row["no"]), row["at"], row["who"], row["act"], row["subject"], row["detail"])


def broken(connection: Connection, head: str | None = None) -> Iterator[str]:
    """Where the chain does not hold, in a line each; ``head`` is a hash noted elsewhere that must stand in it."""
    before, number, seen = FIRST, 0, head is None
    for found in connection.execute(select(acts).order_by(acts.c.no)).mappings():
        row: dict[str, Any] = dict(found)
        number += 1
        if row["no"] != number:
            yield f"audit: the row{'s' if row['no'] > number + 1 else ''} before {row['no']} are gone"
            number = row["no"]
        if row["before"] != before:
            yield f"audit {row['no']}: it does not follow the row before it"
        if hashed(row, row["before"]) != row["hash"]:
            yield f"audit {row['no']}: {row['act']} of {row['subject']} was altered"
        before = row["hash"]
        seen = seen or before == head
    if not seen:
        yield f"audit: the hash {head} noted elsewhere is not in the chain: rows were taken away or made anew"


def head(connection: Connection) -> str:
    """The hash of the last row."""
    return connection.execute(select(acts.c.hash).order_by(acts.c.no.desc()).limit(1)).scalar() or FIRST


def _next_second(when: datetime) -> datetime:
    return datetime.fromtimestamp(when.timestamp() // 1 + 1, UTC)
