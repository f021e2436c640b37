"""A cluster of separate hosts loses one in mid-run, and another is cut off for a while: the output is that of the undisturbed run.

make test-cluster        MARSAD_CUT is for how many seconds the one is cut off, by default 60; in continuous integration 15
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.batch.conftest import Write, article, write
from tests.cluster.driven import CHUNK, WORKERS
from tests.cluster.hosts import Hosts, hosts

from marsad.batch.manifest import manifest

pytestmark = pytest.mark.skipif(not os.environ.get("MARSAD_CLUSTER"), reason="a cluster of hosts: make test-cluster")

__all__ = ["write"]

PORT = 8786
LOST, CUT = 3, 2
SECONDS = float(os.environ.get("MARSAD_CUT", "15" if os.environ.get("CI") else "60"))
DOCUMENTS = 300 + int(SECONDS * 10)
"""The one worker that is left has to do for longer than the other is cut off."""

_WORKER = 'while :; do "$0" -m distributed.cli.dask_worker "$@"; sleep 1; done'
"""A worker that its host starts anew when it ends, as hosts do: Dask's end when they lose their scheduler. The first has a nanny, as
Dask gives them where nothing is said."""


@pytest.fixture
def cluster(capfd: pytest.CaptureFixture[str]) -> Iterator[Hosts]:
    """A scheduler on one host and a worker on each of three others."""
    with hosts(1 + WORKERS) as made:
        with capfd.disabled():
            print(f"\nthe hosts are {made.kind}", file=sys.stderr, flush=True)
        python, scheduler = sys.executable, made.address(0)
        made.start(
            0, [python, "-m", "distributed.cli.dask_scheduler", "--host", scheduler, "--port", str(PORT), "--no-dashboard"]
        )
        for host in range(1, WORKERS + 1):
            options = f"--host {made.address(host)} --nthreads 1 --no-dashboard --memory-limit 0"
            own = [*options.split(), *(["--no-nanny"] if host > 1 else [])]
            made.start(host, ["/bin/sh", "-c", _WORKER, python, f"tcp://{scheduler}:{PORT}", *own])
        yield made


def begin(cluster: Hosts, archive: Path, out: Path) -> subprocess.Popen[bytes]:
    return cluster.start(
        0, [sys.executable, "-m", "tests.cluster.driven", f"tcp://{cluster.address(0)}:{PORT}", str(archive), str(out)]
    )


def parts(out: Path) -> set[str]:
    return {path.name for path in out.glob("parts/*.parquet")}


def wait_for(run: subprocess.Popen[bytes], out: Path, share: float) -> None:
    """Wait until so large a part of the chunks is done; the run must still be at work then."""
    until = time.monotonic() + 300
    while len(parts(out)) < share * DOCUMENTS / CHUNK:
        assert run.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)
    assert run.poll() is None


def test_a_host_is_lost_and_another_cut_off_and_the_output_is_the_same(cluster: Hosts, tmp_path: Path, write: Write) -> None:
    archive = write("a.jsonl", [article(n) for n in range(DOCUMENTS)])
    calm, storm = tmp_path / "calm", tmp_path / "storm"
    assert begin(cluster, archive, calm).wait(600) == 0
    run = begin(cluster, archive, storm)
    wait_for(run, storm, 0.1)
    cluster.lose(LOST)
    wait_for(run, storm, 0.2)
    cluster.cut(CUT)
    before = len(parts(storm))
    time.sleep(SECONDS)
    assert len(parts(storm)) > before
    cluster.mend(CUT)
    assert run.wait(600) == 0
    assert manifest(storm).entries == manifest(calm).entries
    assert parts(storm) == parts(calm)
    for name in parts(calm):
        assert pq.read_table(storm / "parts" / name).equals(pq.read_table(calm / "parts" / name))
    assert manifest(storm).counts.taken == DOCUMENTS
