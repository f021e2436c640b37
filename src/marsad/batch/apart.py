"""Calls in processes of their own: one that crashes, hangs or is killed comes back as ``Lost``, with the place it was at."""

import faulthandler
import gc
import os
import struct
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from pebble import ProcessExpired

from marsad.intake.chunk import Limits, processes

_WARM = "marsad.batch.warm"
_GARBAGE = 100_000
"""Objects made before Python looks for cycles, of which reading makes none (``commands.read`` gives the measurement)."""

_PLACE = struct.Struct("<qd")
_TOO_LATE = 1
"""The exit code of the watchdog (``faulthandler.dump_traceback_later``)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function by its name and what it is given, beside the ``Mark`` of its process; ``seconds`` are what one document may take."""

    function: Callable[..., Any]
    given: Any
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A call whose process was lost: why, and the place (such as an offset) it was at when it is known."""

    reason: str
    at: int | None = None


class Mark:
    """Where a call is, written where it outlives the process; and the watchdog that ends one which stays too long at one place.

    The watchdog is a thread of C, which no code that keeps the interpreter to itself can hold up. To set it takes 30 microseconds, so
    it is set anew only after a tenth of its time: a place has 0.9 to 1.0 of ``seconds``.
    """

    def __init__(self, path: str, seconds: float | None) -> None:
        self._file = os.open(path, os.O_WRONLY)
        self._seconds = seconds
        self._set = 0.0

    def at(self, place: int) -> None:
        """The call is at this place now."""
        now = time.monotonic()
        os.pwrite(self._file, _PLACE.pack(place, now), 0)
        if self._seconds is not None and now - self._set >= self._seconds / 10:
            self._set = now
            faulthandler.dump_traceback_later(self._seconds, exit=True, file=_nowhere())

    def off(self) -> None:
        """The call is at no place: what it does now, such as waiting for a disk, may take as long as it will."""
        faulthandler.cancel_dump_traceback_later()
        self._set = 0.0

    def close(self) -> None:
        """The call is done."""
        self.off()
        os.close(self._file)


class Apart:
    """``workers`` processes for calls; made once, since the first takes seconds to learn the languages."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._pool = processes(workers, limits, _WARM)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def start(self, call: Call, done: Callable[[Any], None]) -> None:
        """Have a call made; ``done`` is given what it returned, a ``Lost``, or the exception it raised."""
        handle, path = tempfile.mkstemp(prefix="marsad-")
        os.close(handle)

        def end(future: Future[Any]) -> None:
            try:
                found = future.result()
            except ProcessExpired as error:
                found = _lost(path, error.exitcode, call.seconds)
            except (CancelledError, Exception) as error:
                found = error
            Path(path).unlink(missing_ok=True)
            done(found)

        self._pool.schedule(_made, args=(call, path)).add_done_callback(end)


def _made(call: Call, path: str) -> Any:
    if not gc.get_freeze_count():
        gc.freeze()
        gc.set_threshold(_GARBAGE)
    mark = Mark(path, call.seconds)
    try:
        return call.function(call.given, mark)
    finally:
        mark.close()


def _lost(path: str, code: int, seconds: float | None) -> Lost:
    held = Path(path).read_bytes()
    if len(held) < _PLACE.size:
        return Lost(f"its process was lost before it began (exit code {code})")
    place, since = _PLACE.unpack(held)
    if code == _TOO_LATE and seconds is not None and time.monotonic() - since > seconds * 0.8:
        return Lost(f"took longer than {seconds:g} seconds and was given up", place)
    return Lost(f"crashed the process that read it (exit code {code})", place)


@cache
def _nowhere() -> IO[str]:
    """Where the watchdog writes what nobody reads."""
    return open(os.devnull, "w")
