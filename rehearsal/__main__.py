"""Play the rehearsal and write its report: python -m rehearsal [--seconds N] [--seed N] [--write docs/rehearsal.md] [PART …]

Without --seconds everything is played in whole, which takes some half an hour; with it each part has its share of that time.
Everything is made in a temporary folder and served on this machine alone.
"""

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from rehearsal import backup, clock, crowd, damage, desks, disk, kills, malformed, server
from rehearsal.report import report
from rehearsal.stage import Found, Stage


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, what it asks, how often it is played in whole, its share of a shorter rehearsal, and the play."""

    name: str
    asks: str
    times: int
    share: float
    play: Callable[[Stage], Found]


PARTS = (
    Part("kills", "What takes reports in is killed at random moments", 45, 0.24, kills.taking_in),
    Part("desk", "A desk is killed while people decide", 15, 0.1, kills.desk),
    Part("disk", "The disk is full", 3, 0.08, disk.play),
    Part("clock", "The clock jumps", 2, 0.1, clock.play),
    Part("damage", "A page of the database is corrupted", 200, 0.08, damage.play),
    Part("server", "PostgreSQL is restarted", 10, 0.12, server.play),
    Part("desks", "Two desks serve one store", 1, 0.07, desks.play),
    Part("malformed", "Malformed input", 50_000, 0.09, malformed.play),
    Part("backup", "Backup and restore under way", 2, 0.07, backup.play),
    Part("crowd", "A hundred reviewers at once", 600, 0.1, crowd.play),
)


def main() -> int:
    """Play the parts asked for; 1 where something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, help="how long the whole may take; without it everything is played in whole")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=1, metavar="N", help="parts played at once, where the machine has room")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the report here")
    parser.add_argument(
        "--results", type=Path, metavar="FOLDER", help="keep what each part found here; the report tells of all that is kept"
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(part.name for part in PARTS))
    given = parser.parse_args()
    chosen = [part for part in PARTS if not given.parts or part.name in given.parts]
    if len(chosen) < len(given.parts):
        parser.error(f"there is {', '.join(part.name for part in PARTS)}")
    with tempfile.TemporaryDirectory(prefix="marsad-rehearsal-") as folder, ProcessPoolExecutor(given.at_once) as processes:
        results = given.results or Path(folder) / "results"
        results.mkdir(parents=True, exist_ok=True)
        began = [processes.submit(play, part, Path(folder), given.seed, given.seconds, results) for part in chosen]
        faults = sum(len(one.result().faults) for one in began)
        told = [(part.asks, found) for part in PARTS if (found := _kept(results, part))]
    if given.write:
        given.write.write_text(report(told, given.seed), "utf-8")
    print(f"{len(chosen)} parts, {faults} faults")
    return 1 if faults else 0


def _kept(results: Path, part: Part) -> Found | None:
    file = results / f"{part.name}.json"
    return Found.from_json(file.read_text("utf-8")) if file.exists() else None


def play(part: Part, folder: Path, seed: int, seconds: float | None, results: Path) -> Found:
    """One part, told on standard error as it goes and kept among the results; a fault of the rehearsal's own is a fault too."""
    begun = time.monotonic()

    def tell(said: str) -> None:
        if sys.stderr.isatty():
            print(f"\r{part.name}: {said} · {time.monotonic() - begun:.0f} s\x1b[K", end="", file=sys.stderr, flush=True)

    room = folder / part.name
    room.mkdir()
    try:
        found = part.play(Stage(room, Random(f"{seed}/{part.name}"), part.times, seconds and seconds * part.share, tell))
    except Exception as error:  # one part that cannot be played must not cost the others
        traceback.print_exc()
        found = Found(faults=[f"the part could not be played to its end: {type(error).__name__}: {error}"])
    found.seconds, found.allowed = time.monotonic() - begun, seconds and seconds * part.share
    found.day = datetime.now(UTC).date().isoformat()
    (results / f"{part.name}.json").write_text(found.to_json(), "utf-8")
    print(
        f"\r{part.name}: {found.seconds:.0f} s, {', '.join(f'{times:,} {what}' for what, times in found.done.items())}\x1b[K",
        file=sys.stderr,
    )
    for fault in found.faults:
        print(f"{part.name}: {fault}", file=sys.stderr)
    for left in found.left:
        print(f"{part.name}: not played: {left}", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
