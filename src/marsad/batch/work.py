"""A chunk read, in a process of its own: its documents to a part, what could not be read to the errors beside it."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from marsad import reading
from marsad.batch.apart import Mark
from marsad.batch.part import Counts, Flaw, Writer, renamed, write_flaws
from marsad.batch.scan import Chunk, content_of
from marsad.intake.chunk import Limits, documents
from marsad.intake.document import Position
from marsad.intake.work import Outcome, Taken, Turned, outcome
from marsad.model import Article, MarsadError, Report
from marsad.store.keep import check
from marsad.version import VERSION


@dataclass(frozen=True, slots=True)
class Manner:
    """How chunks are read: what one document may cost, and what reads an article."""

    limits: Limits = field(default_factory=Limits)
    read: Callable[[Article], Report] = reading.read

    def key(self, chunk: Chunk) -> str:
        """The name of a chunk's part: the same for the same bytes, places, version of the rules and limits."""
        return chunk.key(VERSION, self.limits.seconds, self.limits.memory)


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk to be read into a folder. ``barred`` are places not to be read again, each with the reason; a ``trial`` leaves nothing."""

    chunk: Chunk
    out: str
    manner: Manner
    barred: Mapping[int, str] = field(default_factory=dict)
    trial: bool = False

    @property
    def part(self) -> Path:
        """Its articles."""
        return Path(self.out, "parts", f"{self.manner.key(self.chunk)}.parquet")

    @property
    def errors(self) -> Path:
        """Its errors, where it has some."""
        return Path(self.out, "errors", f"{self.manner.key(self.chunk)}.parquet")


def read(task: Task, mark: Mark) -> Counts:
    """Read a chunk; what became of its documents. The part is put in place last: where it is, the chunk is done."""
    chunk, flaws = task.chunk, list[Flaw]()
    taken = turned = claims = 0
    with nullcontext() if task.trial else renamed(task.part) as new:
        writer = Writer(new, chunk.source) if new else None
        for document in documents(chunk.file, chunk.offsets, chunk.kind):
            assert document.at is not None
            offset = document.at.offset
            if offset in task.barred:
                flaws.append(_flaw(chunk, offset, task.barred[offset]))
                continue
            mark.at(offset)
            found = outcome(document, read=task.manner.read)
            if isinstance(found, Turned):
                turned += 1
            elif (amiss := _amiss(found)) or not isinstance(found, Taken):
                flaws.append(_flaw(chunk, offset, amiss))
            else:
                taken, claims = taken + 1, claims + len(found.report.claims)
                if writer:
                    writer.put(offset, found)
        mark.off()
        counts = Counts(len(chunk.offsets), taken, turned, len(flaws), claims)
        if writer:
            write_flaws(task.errors, flaws)
            writer.close(counts)
    return counts


def _amiss(found: Outcome) -> str:
    """Why an outcome cannot be kept; "" where it can."""
    if not isinstance(found, Taken):
        return found.reason if hasattr(found, "reason") else "is no report but leads to some: marsad add takes it"
    try:
        check(found.report)
    except MarsadError as error:
        return str(error)
    return ""


def _flaw(chunk: Chunk, offset: int, reason: str) -> Flaw:
    try:
        content, length = content_of(Position(chunk.file, offset), chunk.kind)
    except (OSError, RuntimeError, ValueError):
        return Flaw(chunk.source, chunk.source, offset, None, reason)
    return Flaw(content, chunk.source, offset, length, " ".join(reason.split()))
