"""A counter on standard error for what takes long, where a person watches."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

Tell = Callable[[int, int], None]
"""Takes how many are done and how many of them failed."""

_EVERY = 0.1  # seconds


@contextmanager
def progress(
    done: str,
    size: int | None = None,
    stream: BinaryIO | None = None,
    always: bool = False,
    place: Callable[[], tuple[int, int]] | None = None,
) -> Iterator[Tell]:
    """A counter, ten times a second at most; silent unless standard error is a terminal and the output goes elsewhere, or is
    little (``always``).

    ``done`` is the participle shown ("read"). The part done is told by the place in ``stream``, or by ``size`` things in all, or by
    ``place``, which gives how much of how much is done, and then the time left is shown too.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not always):
        yield lambda count, failed: None
        return
    length = os.fstat(stream.fileno()).st_size if stream else size
    begun = shown = time.monotonic()
    first: int | None = None

    def tell(count: int, failed: int) -> None:
        nonlocal shown, first
        at, whole = place() if place else (0, 0)
        first = at if first is None else first  # what an earlier run did took no time of this one
        if time.monotonic() - shown > _EVERY:
            shown = time.monotonic()
            if not place:
                at, whole = stream.tell() if stream else count, length or 0
            part = f"{min(at * 100 // whole, 100):3d}% · " if whole else ""
            rate = f"{count / (shown - begun):,.0f}/s"
            left = f" · {spoken((whole - at) * (shown - begun) / (at - first))} left" if place and at > first else ""
            print(f"\r{part}{count:,} {done} · {failed:,} failed · {rate}{left}\x1b[K", end="", file=sys.stderr, flush=True)

    yield tell
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def spoken(seconds: float) -> str:
    """So many seconds in the two largest units: "2 h 05 min", "3 min 20 s", "9 s"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,} h {minutes:02d} min" if hours else f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"
