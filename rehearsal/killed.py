"""A command killed at random moments, and what it left behind: for the rehearsal and for tests.

While the command runs the store is watched; after each kill -9 it must hold every article that was seen committed, and be whole.
"""

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rehearsal.state import faults, held, watching

_EVERY = 0.1  # seconds between two looks at what is committed
_PATIENCE = 60.0  # seconds in which what a killed command began must have ended


@dataclass(frozen=True, slots=True)
class Round:
    """One run: how long it was let run, articles seen committed before the kill, those held after it, and what is amiss."""

    seconds: float
    seen: int
    held: int
    faults: tuple[str, ...]
    ended: bool


def rounds(command: Sequence[str], where: str, times: int, most: float, chance: random.Random) -> Iterator[Round]:
    """Runs of a command, each killed after a random part of ``most`` seconds, unless it ends before by itself."""
    for _ in range(times):
        wait = chance.uniform(0, most)
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        until, seen = time.monotonic() + wait, 0
        with watching(where) as look:
            while time.monotonic() < until and process.poll() is None:
                seen = max(seen, look())
                time.sleep(_EVERY)
        by_itself = process.poll() is not None
        if not by_itself:
            process.send_signal(signal.SIGKILL)
        process.wait()
        left = ["what it had begun goes on without it"] if not alone(process.pid) else []
        yield Round(wait, seen, held(where), (*faults(where), *left), by_itself)


def alone(group: int) -> bool:
    """Whether nothing of a killed command's group of processes lives after a while; what does is then killed."""
    until = time.monotonic() + _PATIENCE
    while living := _living(group):
        if time.monotonic() > until:
            for number in living:
                os.kill(number, signal.SIGKILL)
            return False
        time.sleep(0.05)
    return True


def _living(group: int) -> list[int]:
    """The processes of a group that are not dead and waiting to be counted as such (Linux: /proc)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, own, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(own) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found
