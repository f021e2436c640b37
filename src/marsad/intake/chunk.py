"""Many documents read in processes of their own: one that hangs, crashes or eats memory is a Problem, and the others go on.

Nothing here knows of a store, a desk or an engine of batches: documents go in, outcomes come out in the same order. One machine's
intake calls ``Pool.outcomes``; a task of a cluster calls ``chunk`` with a file and places in it.
"""

import multiprocessing
import resource
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError
from dataclasses import dataclass
from types import TracebackType

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from marsad.intake.document import Document, Kind, Position, Problem
from marsad.intake.work import Outcome, outcome

_WARM = "marsad.intake.warm"
"""What the process from which the readers are forked loads first, so that one that took a crash's place reads at once."""

_AHEAD = 4
"""Documents under way for each process, so that none waits for the next."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds, and bytes of its process's memory. The longest of the gold takes 0.1 s and 250 MB."""

    seconds: float = 60.0
    memory: int = 4_000_000_000


class Pool:
    """``workers`` processes that read documents; made once, since the first takes a second to learn the languages."""

    def __init__(self, workers: int = 1, limits: Limits | None = None, ocr: bool = False) -> None:
        self._limits = limits or Limits()
        self._ocr = ocr
        self._workers = workers
        self._pool = processes(workers, self._limits, _WARM)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def outcomes(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Outcome]]:
        """What becomes of each document, in order."""
        under_way: deque[tuple[Document, ProcessFuture[Outcome]]] = deque()
        for document in documents:
            future = self._pool.schedule(outcome, args=(document, self._ocr), timeout=self._limits.seconds)
            under_way.append((document, future))
            if len(under_way) >= self._workers * _AHEAD:
                yield self._next(under_way)
        while under_way:
            yield self._next(under_way)

    def _next(self, under_way: "deque[tuple[Document, ProcessFuture[Outcome]]]") -> tuple[Document, Outcome]:
        document, future = under_way.popleft()
        try:
            return document, future.result()
        except TimeoutError:
            return document, Problem(document.where, f"took longer than {self._limits.seconds:g} seconds and was given up")
        except ProcessExpired as error:
            return document, Problem(document.where, f"crashed the process that read it (exit code {error.exitcode})")
        except MemoryError:
            return document, Problem(document.where, "needs more memory than one document may")


def chunk(
    file: str, offsets: Sequence[int], kind: Kind = "record", workers: int = 1, limits: Limits | None = None
) -> Iterator[Outcome]:
    """What becomes of the documents that begin at these places of a file, in order: records of a WARC file, or lines of JSON Lines."""
    with Pool(workers, limits) as pool:
        for _, found in pool.outcomes(documents(file, offsets, kind)):
            yield found


def documents(file: str, offsets: Iterable[int], kind: Kind = "record") -> Iterator[Document]:
    """The documents that begin at these places of a file, not yet read; of a web archive the gate is asked, as when it is added whole."""
    line = kind == "line"
    for offset in offsets:
        yield Document(where=f"{file} at {offset}", at=Position(file, offset), kind=kind, asserted=line, sifted=not line)


def processes(workers: int, limits: Limits, warm: str) -> ProcessPool:
    """So many processes, each confined to the memory one document may cost, that are forked from one which has loaded ``warm``.

    Neither fork nor threads: a process forked from one that holds a database would close the database when it ends.
    """
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    context.set_forkserver_preload([warm])
    return ProcessPool(max_workers=workers, initializer=_confine, initargs=(limits.memory,), context=context)


def _confine(memory: int) -> None:
    """The limit on this process's memory; a document that needs more is a Problem and not the end of the machine."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
