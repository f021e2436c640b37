"""``marsad batch load``: what was read, taken into a store as if the archives had been added to it; where it was left it goes on."""

import hashlib
import json
from collections.abc import Callable, Iterator
from itertools import islice

import pyarrow.parquet as pq
from sqlalchemy import Connection

from marsad.batch.manifest import Entry, Manifest
from marsad.batch.part import report_of
from marsad.intake.bench import is_dead, me
from marsad.intake.document import Document, Position, Problem
from marsad.intake.files import LEASE
from marsad.intake.held import Held
from marsad.intake.keeper import Keeper, Tally
from marsad.intake.work import Taken
from marsad.model import MarsadError
from marsad.store import queue
from marsad.store.queue import Job
from marsad.store.store import Store

_KIND = "batch"
_ROWS = 200


def load(
    found: Manifest,
    store: Store,
    who: str,
    told: Callable[[Problem], None] = lambda problem: None,
    tell: Callable[[int, int], None] = lambda done, failed: None,
) -> Tally:
    """Take the articles of a batch into a store, in the order of its archives; how many became what.

    Every lot is kept with how far the job is, in one transaction. Raises MarsadError when another process is at it.
    """
    target, mark = str(found.folder.resolve()), _mark(found)
    with store.writing() as connection:
        queue.put(connection, [Job(_KIND, target)], again=True)
        job = queue.lease(connection, me(), LEASE, _KIND, [target], is_dead)
    if job is None:
        raise MarsadError(f"another marsad is loading {found.folder} just now: see what that one says")
    keeper = Keeper(store, Held(store), who, told)
    done = first = job.at if job.mark == mark else 0
    keeper.tally.of["same"] += first

    def note(connection: Connection) -> None:
        if not queue.renew(connection, job, me(), LEASE, at=done, mark=mark):
            raise MarsadError(f"another marsad has taken over the loading of {found.folder}: see what that one says")

    for one in islice(_items(found), first, None):
        if isinstance(one, Problem):
            keeper.problem(one)
        else:
            keeper.put(Document(where=one.where), one)
        done += 1
        tell(done, keeper.tally["failed"])
        if keeper.due:
            keeper.flush(note, job.no)
    keeper.flush(note, job.no)
    with store.writing() as connection:
        queue.finish(connection, job, "done", at=done)
    return keeper.tally


def size(found: Manifest) -> int:
    """How many things there are to load: articles, and errors to be noted."""
    return sum(entry.counts.taken + entry.counts.failed + entry.flaws for entry in found.entries)


def _mark(found: Manifest) -> str:
    """What tells whether a batch is still what it was when it was loaded."""
    named = [[entry.sha256, entry.files[0], *(part.key for part in entry.parts)] for entry in found.entries]
    return hashlib.sha256(json.dumps(named).encode()).hexdigest()[:32]


def _items(found: Manifest) -> Iterator[Taken | Problem]:
    for entry in found.entries:
        for part in entry.parts:
            yield from _taken(entry, found.folder / "parts" / f"{part.key}.parquet")
        for flaw in found.flaws(entry):
            yield Problem(_where(entry, flaw.offset), flaw.reason)


def _taken(entry: Entry, path: object) -> Iterator[Taken]:
    for batch in pq.ParquetFile(path).iter_batches(_ROWS, columns=["offset", "archived", "record", "masked"]):
        for row in batch.to_pylist():
            at = Position(entry.files[0], row["offset"])
            yield Taken(_where(entry, row["offset"]), report_of(row["record"], row["masked"]), at, row["archived"])


def _where(entry: Entry, offset: int | None) -> str:
    return entry.files[0] if offset is None else f"{entry.files[0]} at {offset}"
