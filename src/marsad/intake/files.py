"""Taking in a file or a folder: its documents read apart and kept in batches, going on where it was left."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from marsad.intake.address import parse
from marsad.intake.bench import Bench
from marsad.intake.document import Document, Item, Link, Problem
from marsad.intake.keeper import Keeper
from marsad.intake.sniff import sniff
from marsad.intake.source import Reading, files, items
from marsad.intake.visit import host_of
from marsad.intake.work import Led, Outcome
from marsad.model import MarsadError
from marsad.store import queue
from marsad.store.queue import Job
from marsad.version import VERSION

LEASE = 180.0
"""Seconds that a file is leased for: three times what one document may take, after which the lease is renewed."""

Tell = Callable[[int, int], None]
_TYPES = {"pdf": "application/pdf", "html": "text/html", "text": "text/plain", "xml": "application/xml"}


def mark(path: Path, reading: Reading) -> str:
    """What tells whether a file or a folder is still what it was when it was read, and is to be read in the same way.

    Raises MarsadError when there is nothing at the path.
    """
    if not path.exists():
        raise MarsadError(f"there is no file or folder {path}: check its name")
    seen = hashlib.sha256(repr((VERSION, sorted(reading.columns.items()), sorted(reading.about.items()))).encode())
    for file in [*files(path)] if path.is_dir() else [path]:
        state = file.stat()
        seen.update(f"{file}\x1f{state.st_size}\x1f{state.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return seen.hexdigest()[:32]


def take(bench: Bench, job: Job, reading: Reading, tell: Tell = lambda done, failed: None) -> bool:
    """Take in what a job's path holds, from where it was left; False when another process has taken the job over.

    Every batch is kept with how far the job is, in one transaction: what is killed in between is read again and nothing is lost or
    kept twice. Raises MarsadError when there is nothing at the path.
    """
    store, keeper, path = bench.store, bench.keeper, Path(job.target)
    now = mark(path, reading)
    done = job.at if job.mark == now else 0
    if job.mark == now and job.done:
        with store.writing() as connection:
            queue.finish(connection, job, "done")
        keeper.tally.of["same"] += done
        return True
    held = _Walk(items(path, reading), done, bench)
    lost = False

    def note(connection: Connection) -> None:
        nonlocal lost
        lost = not queue.renew(connection, job, bench.me, LEASE, at=held.done, mark=now)
        queue.put(connection, held.taken_links(job))

    keeper.flush(note, job.no)
    for document, outcome in bench.pool.outcomes(held):
        keeper.put(document, outcome)
        held.finished(outcome)
        tell(held.done, keeper.tally["failed"])
        if keeper.due:
            keeper.flush(note, job.no)
        if lost:
            return False
    held.done = held.count
    keeper.flush(note, job.no)
    if lost:
        return False
    with store.writing() as connection:
        queue.finish(connection, job, "done", at=held.done)
    return True


def stream(bench: Bench, documents: Iterable[Document], tell: Tell = lambda done, failed: None) -> None:
    """Take in documents that cannot be asked for again, such as those of a pipe; a batch a transaction."""
    for done, (document, outcome) in enumerate(bench.pool.outcomes(documents), 1):
        bench.keeper.put(document, outcome)
        tell(done, bench.keeper.tally["failed"])
        if bench.keeper.due:
            bench.keeper.flush()
    bench.keeper.flush()


class _Walk:
    """The documents of a source, from the ``done``-th item on; problems are noted on the way.

    ``done`` is how many items from the first are dealt with: outcomes come in order, so all before the last one that came are.
    """

    def __init__(self, found: Iterator[Item], done: int, bench: Bench) -> None:
        self._found, self._keeper, self._archive, self._store = found, bench.keeper, bench.archive, bench.store
        self._under_way: deque[int] = deque()
        self._links: list[Link] = []
        self._first = done
        self.done = done
        self.count = 0

    def __iter__(self) -> Iterator[Document]:
        for item in self._found:
            self.count += 1
            if self.count <= self._first:
                continue
            if isinstance(item, Problem):
                self._keeper.problem(item)
            else:
                self._keep_bytes(item)
                self._under_way.append(self.count)
                yield item

    def finished(self, outcome: Outcome) -> None:
        """The document that has been under way longest is dealt with; what it leads to is put aside."""
        self.done = self._under_way.popleft()
        if isinstance(outcome, Led):
            self._links += [one for one in outcome.found if isinstance(one, Link)]

    def taken_links(self, job: Job) -> list[Job]:
        """The links put aside since the last call, as jobs."""
        links, self._links = self._links, []
        return jobs_of(links, job.source or job.target, self._keeper)

    def _keep_bytes(self, document: Document) -> None:
        """A file that is one report is kept in the archive; what lies in a web archive stays there, and a row's text is all there is of it."""
        data: bytes | None = document.data if isinstance(document.data, bytes) else None
        if document.kind == "pdf" and document.at:
            data = Path(document.at.file).read_bytes()
        if data is not None and document.id and not self._store.bars(hashlib.sha256(data).hexdigest()):
            type = _TYPES.get(sniff(data), "application/octet-stream")
            self._archive.keep_file(data, f"urn:marsad:{document.id}", datetime.now(UTC), type)


def jobs_of(links: Iterable[Link], source: str, keeper: Keeper, **detail: object) -> list[Job]:
    """The jobs of getting linked pages, with what their source says of them; an address that may not be asked is a Problem."""
    found = []
    for link in links:
        try:
            url = parse(link.url).url
        except MarsadError as error:
            keeper.problem(Problem(link.url[:200], str(error)))
            continue
        says = {} if link.index else {"published": link.published}
        held = {name: value for name, value in (says | detail).items() if value is not None}
        found.append(Job("web", url, host_of(url), source, held | {"sifted": True}))
    keeper.tally.of["links"] += len(found)
    return found
