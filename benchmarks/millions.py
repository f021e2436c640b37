"""A million generated articles through a batch, and the memory it takes of the parent and of any process below it, as it goes.

    python -m benchmarks.millions [ARTICLES] [--folder DIR] [--write docs/scale.md]

The archive is made in files of 100,000 articles. With ``--folder`` they and what was read stay there, and a run that was broken off goes on.
"""

import argparse
import json
import os
import tempfile
import time
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from benchmarks.batch import generated
from benchmarks.tables import put
from benchmarks.watched import Watched
from marsad.batch.engine import Local
from marsad.batch.run import Run
from marsad.batch.work import Manner
from marsad.intake.chunk import Limits

FILE = 100_000
SHOWN = 10
"""Rows of the table."""


def archives(folder: Path, count: int) -> list[Path]:
    """Files of generated articles, so many in all; those that are there are taken as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"articles-{n:02d}.jsonl" for n in range(-(-count // FILE))]
    done = next((n for n, path in enumerate(paths) if not path.exists()), len(paths))
    lines = islice(generated(count), done * FILE, None) if done < len(paths) else iter(())
    for path in paths[done:]:
        some = islice(lines, FILE)
        with path.with_suffix(".new").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in some)
        path.with_suffix(".new").replace(path)
    return paths


def measured(folder: Path, count: int) -> str:
    """Read them; the table of the memory as it goes."""
    paths = archives(folder / "archives", count)
    rows = ["| articles read | seconds | parent, MB | a process, MB |", "|--:|--:|--:|--:|"]
    with Watched() as watched, Local(os.cpu_count() or 1, Limits()) as engine:
        begun, step = time.monotonic(), count // SHOWN
        run = Run(folder / "out", Manner(Limits()), 512)

        def tell(done: int, failed: int) -> None:
            if done >= step * (len(rows) - 1):
                rows.append(f"| {done:,} | {time.monotonic() - begun:,.0f} | {watched.parent:,.0f} | {watched.child:,.0f} |")
                print(rows[-1], flush=True)

        found = run.read([str(path) for path in paths], engine, tell)
        seconds = time.monotonic() - begun
    counts = found.counts
    said = f"{counts.taken:,} generated articles, {counts.failed:,} failed, {counts.claims:,} claims, {seconds:,.0f} s of the clock, {watched.seconds:,.0f} s of CPU (`python -m benchmarks.millions`)."
    return "\n".join([said, "", *rows])


def main() -> None:
    """Measure, print, and put the table where it stands in the documents."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("articles", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        told = measured(folder, given.articles)
    print(told)
    if given.write:
        put(given.write, "million", told)


if __name__ == "__main__":
    main()
