"""What a purge changed: of each row its digest before and after, so that the trail's older acts can still be checked against it.

The trail holds one digest of all that a purge changed; nothing here can be altered, added or taken out unnoticed. What came before is
held as its digest only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from marsad.store.audit import digest, together
from marsad.store.tables import acts, erasures, purges

Kind = Literal["article", "claim", "record", "judgement", "address", "capture"]
PURGED = "purged"
"""The act of a purge."""


@dataclass(frozen=True, slots=True)
class Erased:
    """One thing that a purge changed: its kind and the number of its row, and its digest before and after; after is "" for what went."""

    kind: Kind
    row: int
    before: str
    after: str


def whole(found: Iterable[Erased]) -> str:
    """The digest of all that a purge changed."""
    return together(digest(one.kind, str(one.row), one.before, one.after) for one in found)


class History:
    """The digests of rows as they were before purges."""

    def __init__(self, connection: Connection) -> None:
        self._of: dict[tuple[str, int], list[tuple[str, str, str]]] = defaultdict(list)
        held = select(erasures, purges.c.at).join(purges, purges.c.id == erasures.c.purge).order_by(erasures.c.no)
        for row in connection.execute(held):
            self._of[row.kind, row.row].append((row.at, row.before, row.after))

    def then(self, kind: Kind, row: int, now: str, at: str) -> str:
        """The digest of a row at a moment, which is ``now`` unless it was purged later."""
        return next((before for purged, before, _ in self._of.get((kind, row), ()) if purged > at), now)

    def faults(self, kind: Kind, row: int, now: str) -> Iterator[str]:
        """Nothing where a row is what its purges left; else a piece of a line."""
        steps = self._of.get((kind, row), [])
        befores = [*(before for _, before, _ in steps[1:]), now]
        if any(after != before for (_, _, after), before in zip(steps, befores, strict=False)):
            yield "it is not what its purge left"


def faults(connection: Connection) -> Iterator[str]:
    """Purges that are not what the trail says of them, a line each."""
    told = {row.subject: row.detail for row in connection.execute(select(acts).where(acts.c.act == PURGED))}
    of: dict[str, list[Erased]] = defaultdict(list)
    for row in connection.execute(select(erasures).order_by(erasures.c.no)):
        of[row.purge].append(Erased(row.kind, row.row, row.before, row.after))
    for purge in connection.execute(select(purges.c.id)).scalars():
        if f'"digest":"{whole(of.pop(purge, []))}"' not in told.pop(purge, ""):
            yield f"purge {purge}: what it changed is not what the trail says"
    for id in (*told, *of):
        yield f"purge {id}: it is told of and is gone, or was never told of"


def rows(purge: str, found: Sequence[Erased]) -> list[dict[str, Any]]:
    """What a purge changed, as rows."""
    return [{"purge": purge, "kind": one.kind, "row": one.row, "before": one.before, "after": one.after} for one in found]


def barred(connection: Connection, digests: Iterable[str]) -> Mapping[str, int]:
    """Of digests of articles, their addresses and their bytes those that were purged, each with a number of its row: none is taken in again."""
    wanted = erasures.c.kind.in_(("article", "address", "capture")), erasures.c.before.in_(list(digests))
    return {row.before: row.row for row in connection.execute(select(erasures.c.before, erasures.c.row).where(*wanted))}
