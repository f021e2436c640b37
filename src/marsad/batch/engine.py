"""What makes calls: the processes of this machine. ``marsad.batch.cluster`` has the same for a Dask cluster."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Protocol

from marsad.batch.apart import Apart, Call
from marsad.batch.trial import Job
from marsad.intake.chunk import Limits


class Engine(Protocol):
    """Makes calls and gives what became of each, first done first: what it returned, a ``Lost``, or the exception it raised."""

    @property
    def workers(self) -> int:
        """How many calls are made at once."""

    def submit(self, number: int, call: Call) -> None:
        """Have a call made, under a number."""

    def next(self) -> tuple[int, Any]:
        """The number of the call that is done next, and what became of it. Raises MarsadError when there is nothing to do it any longer."""


class Local:
    """So many processes of this machine."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._workers = workers
        self._apart = Apart(workers, limits)
        self._done: SimpleQueue[tuple[int, Any]] = SimpleQueue()

    @property
    def workers(self) -> int:
        """See ``Engine``."""
        return self._workers

    def __enter__(self) -> "Local":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._apart.close()

    def submit(self, number: int, call: Call) -> None:
        """See ``Engine``."""
        self._apart.start(call, lambda found: self._done.put((number, found)))

    def next(self) -> tuple[int, Any]:
        """See ``Engine``."""
        return self._done.get()


_AHEAD = 3
"""Jobs under way for each worker: none waits for the next, and a million of them are not held at once."""


def drive(engine: Engine, more: Callable[[], Job | None]) -> Iterator[Any]:
    """What came of jobs, first done first; ``more`` gives the next one, None where there is none at this moment.

    Raises whatever a call raised: what a document may do is no exception.
    """
    under_way: dict[int, Job] = {}
    number = 0
    while True:
        while len(under_way) < engine.workers * _AHEAD and (job := more()) is not None:
            number += 1
            under_way[number] = job
            engine.submit(number, next(job))
        if not under_way:
            return
        done, found = engine.next()
        if isinstance(found, BaseException):
            raise found
        try:
            engine.submit(done, under_way[done].send(found))
        except StopIteration as end:
            del under_way[done]
            yield end.value
