"""A batch: archives looked through and read in chunks by an engine; what was read before is not read again."""

import time
from array import array
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from marsad.batch.apart import Call, Lost
from marsad.batch.engine import Engine, drive
from marsad.batch.manifest import Entry, Manifest, Part, manifest
from marsad.batch.part import Counts, Flaw, counts_of, flaws_of
from marsad.batch.scan import Asked, Chunk, Source, chunks, known, scan
from marsad.batch.trial import Job, Unread, seen_through
from marsad.batch.work import Manner, Task
from marsad.intake.document import Problem
from marsad.intake.source import files
from marsad.model import MarsadError
from marsad.version import VERSION

_LONG = 86_400.0
"""Seconds after which a file that was begun and not ended is nobody's."""

_BACKLOG = 4
"""Chunks ready for each worker before another archive is looked through: the places of all need not be held at once."""


@dataclass
class Progress:
    """How far a run is: bytes of archives in all, those dealt with, documents dealt with and how many of them failed."""

    size: int = 0
    bytes: int = 0
    documents: int = 0
    failed: int = 0

    def place(self) -> tuple[int, int]:
        """How much of how much is done."""
        return self.bytes, self.size


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left: the manifest of its folder, and what became of the documents of the archives it was given."""

    manifest: Manifest
    counts: Counts
    problems: int


@dataclass
class _Reading:
    """An archive that is being read: its files, the chunks that are not given out yet and how many they are, the keys of those that
    are, and what came of those that are done."""

    source: Source
    files: list[str]
    rest: Iterator[Chunk]
    left: int
    keys: list[str] = field(default_factory=list)
    done: dict[str, Counts] = field(default_factory=dict)


class Run:
    """One call of ``marsad batch``; ``told`` hears of what could not be read."""

    def __init__(
        self,
        out: Path,
        manner: Manner,
        size: int,
        told: Callable[[Problem], None] = lambda problem: None,
    ) -> None:
        self._out, self._manner, self._size, self._told = out, manner, size, told
        self._files: deque[str] = deque()
        self._open: deque[_Reading] = deque()
        self._readings: dict[str, _Reading] = {}
        self._order: list[str] = []
        self._problems = 0
        self.progress = Progress()

    def read(self, given: Sequence[str], engine: Engine, tell: Callable[[int, int], None] = lambda done, failed: None) -> Outcome:
        """Read archives, or all that folders hold; ``tell`` hears how many documents are done and how many of them failed.

        Raises MarsadError when nothing can be done.
        """
        manifest(self._out)  # one that cannot be used is said at once
        self._order = [*dict.fromkeys(str(file.absolute()) for one in given for file in _archives(Path(one)))]
        self._files.extend(self._order)
        self.progress.size = sum(Path(file).stat().st_size for file in self._order)
        try:
            for name in ("parts", "errors", "sources"):
                Path(self._out, name).mkdir(parents=True, exist_ok=True)
            for _ in drive(engine, lambda: self._more(engine.workers)):
                tell(self.progress.documents, self.progress.failed)
            return self._finished()
        except OSError as error:
            raise MarsadError(f"{error.filename or self._out} cannot be used: {error.strerror or error}") from error

    def _more(self, workers: int) -> Job | None:
        """The next job: an archive to be looked through where few chunks are ready, else a chunk."""
        while True:
            if self._files and sum(reading.left for reading in self._open) < workers * _BACKLOG:
                file = self._files.popleft()
                if (source := known(Asked(file, str(self._out)))) is None:
                    return self._scan(file)
                self._begin(source)
            elif not self._open:
                return None
            elif (chunk := next(self._open[0].rest, None)) is None:
                reading = self._open.popleft()
                reading.source = replace(reading.source, offsets=array("q"))  # places are held only as long as they are needed
            else:
                reading = self._open[0]
                reading.left -= 1
                reading.keys.append(self._manner.key(chunk))
                task = Task(chunk, str(self._out), self._manner)
                counts = counts_of(task.part)
                if counts is None:
                    return self._chunk(reading, task)
                self._note(reading, task, counts)

    def _scan(self, file: str) -> Generator[Call, Any, None]:
        asked = Asked(file, str(self._out))
        found = yield Call(_scanned, asked)
        if isinstance(found, Lost):
            found = f"{found.reason}: nothing of it was read"
        elif (source := known(asked)) is not None and found is None:
            self._begin(source)
            return
        self.progress.bytes += Path(file).stat().st_size
        self._problem(Problem(file, found or "changed while it was read: give it again"))

    def _begin(self, source: Source) -> None:
        """An archive's chunks are ready to be read; one whose bytes were met under another name is read once."""
        if (reading := self._readings.get(source.sha256)) is not None:
            reading.files.append(source.file)
            self.progress.bytes += source.size
            return
        left = -(-len(source.offsets) // self._size)
        reading = _Reading(source, [source.file], chunks(source, self._size), left)
        self._readings[source.sha256] = reading
        self._open.append(reading)
        if not left:
            self.progress.bytes += source.size
        for flaw in source.flaws:
            self._flaw(source, flaw)

    def _chunk(self, reading: _Reading, task: Task) -> Generator[Call, Any, None]:
        found = yield from seen_through(task)
        if isinstance(found, Unread):
            chunk = task.chunk
            where = f"{chunk.file} at {chunk.offsets[0]} to {chunk.offsets[-1]}"
            self._problem(Problem(where, f"{found.reason}, though no document of it is at fault: give it again"))
            self.progress.bytes += chunk.size
        else:
            self._note(reading, task, found)

    def _note(self, reading: _Reading, task: Task, counts: Counts) -> None:
        reading.done[self._manner.key(task.chunk)] = counts
        self.progress.bytes += task.chunk.size
        self.progress.documents += counts.documents
        for flaw in flaws_of(task.errors) if counts.failed else ():
            self._flaw(reading.source, flaw)

    def _flaw(self, source: Source, flaw: Flaw) -> None:
        self.progress.failed += 1
        place = source.file if flaw.offset is None else f"{source.file} at {flaw.offset}"
        self._told(Problem(place, flaw.reason))

    def _problem(self, problem: Problem) -> None:
        self._problems += 1
        self.progress.failed += 1
        self._told(problem)

    def _finished(self) -> Outcome:
        """The manifest with every archive that was read whole, put into the folder; parts that others took the place of are gone then."""
        before = manifest(self._out)
        found, counts = before, Counts()
        at = {file: number for number, file in enumerate(self._order)}
        for reading in sorted(self._readings.values(), key=lambda one: min(at[file] for file in one.files)):
            source, limits = reading.source, self._manner.limits
            parts = tuple(Part(key, reading.done[key]) for key in reading.keys if key in reading.done)
            own = sum((part.counts for part in parts), Counts())
            counts += own + Counts(failed=len(source.flaws))
            if len(parts) == len(reading.keys):
                names = tuple(sorted(reading.files, key=at.__getitem__))
                found = found.having(Entry(source.sha256, source.size, source.kind, names, VERSION, limits.seconds, limits.memory, self._size, own, parts, len(source.flaws)))  # fmt: skip
        found.write()
        for unfinished in self._out.glob("*/.*.parquet.*"):  # of a run that was killed long ago, and not of one beside this
            if unfinished.stat().st_mtime < time.time() - _LONG:
                unfinished.unlink(missing_ok=True)
        for path in {path for _, path in before.parts} - {path for _, path in found.parts}:
            path.unlink(missing_ok=True)
            Path(self._out, "errors", path.name).unlink(missing_ok=True)
        return Outcome(found, counts, self._problems)


def _scanned(asked: Asked, mark: Any) -> str | None:
    """Look a file through; why it could not be, or None."""
    try:
        scan(asked, mark)
    except MarsadError as error:
        return str(error).removeprefix(f"{asked.file} ")
    return None


def _archives(path: Path) -> Iterable[Path]:
    if not path.exists():
        raise MarsadError(f"there is no file or folder {path}: check its name")
    return files(path) if path.is_dir() else (path,)
