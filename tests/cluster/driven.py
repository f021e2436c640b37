"""A batch on a cluster whose documents take their time, so that hosts can be lost in mid-run: a program of its own, for it runs on a host.

python -m tests.cluster.driven tcp://10.77.0.1:8786 archive.jsonl out
"""

import sys
from pathlib import Path

from distributed import Client
from tests.cluster.slow import slowly

from marsad.batch.cluster import connect
from marsad.batch.run import Run
from marsad.batch.work import Manner
from marsad.intake.chunk import Limits

CHUNK = 10
WORKERS = 3
PATIENCE = 240
"""Seconds that the hosts may take to start on a busy machine."""


def main(address: str, archive: str, out: str) -> None:
    """Read the archive; print how many documents were read and failed."""
    limits = Limits(seconds=60)
    with Client(address, timeout=PATIENCE) as client:
        client.wait_for_workers(WORKERS, timeout=PATIENCE)
    with connect(address, limits, out) as cluster:
        counts = Run(Path(out), Manner(limits, slowly), CHUNK).read([archive], cluster).counts
    print(counts.taken, counts.failed)


if __name__ == "__main__":
    main(*sys.argv[1:])
