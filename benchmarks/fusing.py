"""How fast claims fuse into a record, and how the cost grows: gathered whole on one core, and shuffled as a batch is.

    python -m benchmarks.fusing [CLAIMS …] [--write docs/scale.md]

Synthetic reports of a growing archive (marsad.synthetic). Times are CPU seconds: of the one process that gathers, and of all processes
that fuse a batch of the same reports (``marsad batch fuse``, its reading aside). Each size is gathered in a process of its own, so that
its memory is its own. By default 10,000 and 100,000 claims.
"""

import argparse
import multiprocessing
import os
import resource
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.tables import put
from benchmarks.watched import Watched
from marsad import jsonl
from marsad.batch.engine import Local
from marsad.batch.fusing import Fusing
from marsad.batch.run import Run
from marsad.batch.work import Manner
from marsad.intake.chunk import Limits
from marsad.record import gather
from marsad.synthetic import reports

MOST_SECONDS, MOST_GROWTH = 60.0, 14.0
"""What 100,000 claims may take, and how many times 10,000 claims' time."""
_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Fused:
    """One run: claims in, incidents out, seconds of one core, peak memory of the process so far in MB, and how many incidents
    hold the claims of one true event only."""

    claims: int
    reports: int
    incidents: int
    seconds: float
    megabytes: int
    pure: int


@dataclass(frozen=True, slots=True)
class Shuffled:
    """The same by a batch: incidents out, CPU seconds of all processes, seconds of the clock, and the most MB of the parent and of a
    process below it."""

    incidents: int
    seconds: float
    clock: float
    parent: float
    child: float


def fused(claims: int, seed: int = 1) -> Fused:
    """Gather so many synthetic claims and measure it."""
    told = list(reports(claims, seed))
    begun = process_time()
    record = gather(s.report for s in told)
    seconds = process_time() - begun
    events = {claim: event for s in told for claim, event in s.events.items()}
    pure = sum(len({events[c] for c in made.claims}) == 1 for made in record.incidents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    return Fused(sum(len(s.report.claims) for s in told), len(told), len(record.incidents), seconds, memory, pure)


def apart(claims: int) -> Fused:
    """The same in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(fused, (claims,))


def shuffled(claims: int) -> Shuffled:
    """Fuse a batch of the same reports and measure it."""
    limits = Limits()
    with tempfile.TemporaryDirectory() as name, Local(os.cpu_count() or 1, limits) as engine:
        path = Path(name, "archive.jsonl")
        with path.open("w", encoding="utf-8") as out:
            out.writelines(f"{jsonl.encode(one.report)}\n" for one in reports(claims))
        batch = Run(Path(name, "out"), Manner(limits), 512).read([str(path)], engine).manifest
        begun, own = perf_counter(), process_time()
        with Watched() as watched:
            found = Fusing(batch).fuse(engine)
            clock, own = perf_counter() - begun, process_time() - own
        return Shuffled(found.incidents, watched.seconds + own, clock, watched.parent, watched.child)


def table(runs: list[tuple[Fused, Shuffled]]) -> str:
    """The figures as a table."""
    rows = [
        "| claims | reports | incidents | of one event | gathered whole, s | claims a second | memory, MB | as a batch, s | beside the whole | parent, MB | a process, MB |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for run, batch in runs:
        assert run.incidents == batch.incidents
        rows.append(
            f"| {run.claims:,} | {run.reports:,} | {run.incidents:,} | {run.pure / run.incidents:.1%} | {run.seconds:.1f} | {run.claims / run.seconds:,.0f} | "
            f"{run.megabytes:,} | {batch.seconds:.1f} | {batch.seconds / run.seconds:.1f} | {batch.parent:,.0f} | {batch.child:,.0f} |"
        )
    rows.append("")
    for (one, _), (other, _) in pairwise(runs):
        rows.append(
            f"From {one.claims:,} to {other.claims:,} claims the time of the whole grows {other.seconds / one.seconds:.1f} times."
        )
    return "\n".join(rows)


def main() -> None:
    """Measure, print, and put the table where it stands in the documents."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("claims", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    told = table([(apart(claims), shuffled(claims)) for claims in given.claims])
    print(told)
    if given.write:
        put(given.write, "fusing", told)


if __name__ == "__main__":
    main()
