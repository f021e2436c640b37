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
def progress(done: str, size: int | None = None, stream: BinaryIO | None = None, always: bool = False) -> Iterator[Tell]:
    """A counter, ten times a second at most; silent unless standard error is a terminal and the output goes elsewhere, or is
    little (``always``).

    ``done`` is the participle shown ("read"). The part done is told by the place in ``stream``, or by ``size`` things in all.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not always):
        yield lambda count, failed: None
        return
    length = os.fstat(stream.fileno()).st_size if stream else size
    begun = shown = time.monotonic()

    def tell(count: int, failed: int) -> None:
        nonlocal shown
        if time.monotonic() - shown > _EVERY:
            shown = time.monotonic()
            at = stream.tell() if stream else count
            part = f"{min(at * 100 // length, 100):3d}% · " if length else ""
            rate = f"{count / (shown - begun):,.0f}/s"
            print(f"\r{part}{count:,} {done} · {failed:,} failed · {rate}\x1b[K", end="", file=sys.stderr, flush=True)

    yield tell
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)
