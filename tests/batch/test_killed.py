"""kill -9 at random moments of a batch: what is done stays, and the next run ends the work as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.batch.conftest import Write, article, rows

from marsad.batch.engine import Local
from marsad.batch.manifest import manifest
from marsad.batch.part import counts_of
from marsad.batch.run import Run
from marsad.batch.work import Manner


def test_kills_lose_nothing_and_the_next_run_ends_the_work(tmp_path: Path, write: Write, engine: Local) -> None:
    path = write("a.jsonl", [article(n) for n in range(300)])
    chance, out = random.Random(5), tmp_path / "out"
    command = [sys.executable, "-m", "marsad", "batch", str(path), "--jobs", "2", "--chunk", "20", "--out"]
    done: set[str] = set()
    for _ in range(int(os.environ.get("MARSAD_KILLS", "2"))):
        run = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        wanted = len(done) + chance.randrange(1, 8)
        while run.poll() is None and time.monotonic() < until and len(list(out.glob("parts/*.parquet"))) < wanted:
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
        found = list(
            out.glob("parts/*.parquet")
        )  # once: what the killed run had begun may end meanwhile, and puts one more there
        now = {part.name for part in found if counts_of(part)}
        assert now >= done
        assert {part.name for part in found} == now
        done = now
    subprocess.run([*command, str(out)], check=True, stdout=subprocess.DEVNULL)
    assert [int(row["id"]) for row in rows(manifest(out))] == list(range(300))
    Run(tmp_path / "other", Manner(), 20).read([str(path)], engine)
    assert {part.name: part.read_bytes() for part in out.glob("parts/*.parquet")} == {
        part.name: part.read_bytes() for part in (tmp_path / "other").glob("parts/*.parquet")
    }
