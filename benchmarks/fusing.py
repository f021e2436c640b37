"""How fast claims fuse into a record, on one core, and how the cost grows.

python -m benchmarks.fusing [CLAIMS …]

Synthetic reports of a growing archive (marsad.synthetic), gathered whole; the time is this process's own. By default 10,000 and
100,000 claims.
"""

import argparse
import resource
from dataclasses import dataclass
from itertools import pairwise
from time import process_time

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("claims", nargs="*", type=int, default=[10_000, 100_000])
    runs = [fused(claims) for claims in parser.parse_args().claims]
    print("| claims | reports | incidents | of one event | seconds | claims a second | memory, MB |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for run in runs:
        print(
            f"| {run.claims:,} | {run.reports:,} | {run.incidents:,} | {run.pure / run.incidents:.1%} | {run.seconds:.1f} "
            f"| {run.claims / run.seconds:,.0f} | {run.megabytes:,} |"
        )
    for one, other in pairwise(runs):
        print(f"from {one.claims:,} to {other.claims:,} claims the time grows {other.seconds / one.seconds:.1f} times")


if __name__ == "__main__":
    main()
