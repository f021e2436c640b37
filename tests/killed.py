"""A command killed at random moments, and what it left behind: a tool of tests, and a program of its own.

    python -m tests.killed --store marsad.db --times 20 -- python -m marsad add --store marsad.db archive.jsonl

While the command runs the store is watched; after each kill -9 it must hold every article that was seen committed, and verify clean.
"""

import argparse
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from marsad.model import MarsadError
from marsad.store import verify
from marsad.store.store import Store
from marsad.store.tables import articles

_EVERY = 0.02  # seconds between two looks at what is committed


@dataclass(frozen=True, slots=True)
class Round:
    """One run: how long it was let run, articles seen committed before the kill, those held after it, and what is amiss."""

    seconds: float
    seen: int
    held: int
    faults: tuple[str, ...]
    ended: bool


def rounds(command: Sequence[str], where: str, times: int, most: float, seed: int = 0) -> Iterator[Round]:
    """Runs of a command, each killed after a random part of ``most`` seconds; the last round is one that ended by itself."""
    chance = random.Random(seed)
    for _ in range(times):
        wait = chance.uniform(0, most)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until, seen = time.monotonic() + wait, 0
        while time.monotonic() < until and process.poll() is None:
            seen = max(seen, held(where))
            time.sleep(_EVERY)
        ended = process.poll() is not None
        if not ended:
            process.send_signal(signal.SIGKILL)
        process.wait()
        yield Round(wait, seen, held(where), tuple(faults(where)), ended)


def held(where: str) -> int:
    """How many articles are committed; none while there is no store."""
    try:
        with Store(where) as store, store.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())
    except MarsadError:
        return 0


def faults(where: str) -> list[str]:
    """What verify finds amiss; nothing where there is no store yet."""
    if "://" not in where and not Path(where).exists():
        return []
    with Store(where, make=True) as store, store.reading() as connection:
        return list(verify.faults(connection))


def main(arguments: Sequence[str]) -> int:
    """Print each round; 0 when nothing committed was lost and nothing is amiss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", required=True)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--most", type=float, default=5.0, help="seconds that a run is let go on at most")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("command", nargs="+")
    given = parser.parse_args(arguments)
    bad = 0
    for number, one in enumerate(rounds(given.command, given.store, given.times, given.most, given.seed), 1):
        lost = one.seen - one.held
        bad += lost > 0 or bool(one.faults)
        state = "ended by itself" if one.ended else "killed"
        print(
            f"{number:3d} {state} after {one.seconds:.2f} s: {one.seen} seen, {one.held} held, {len(one.faults)} amiss",
            *one.faults[:3],
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
