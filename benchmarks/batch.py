"""What a batch costs beside a plain pool of processes, which neither isolates nor goes on: on this machine's cores, in one run.

    python -m benchmarks.batch [--articles 4000] [--rounds 5] [--chunk 512] [--write docs/scale.md]

A plain pool, the local engine and a Dask cluster of this machine read the same chunks with the same function in turns, each with as many
processes as there are cores; times are of the wall clock, and a ratio is of two times of one round, so that a busy machine bears on both alike.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables import put
from marsad.batch import warm
from marsad.batch.apart import Mark
from marsad.batch.cluster import connect
from marsad.batch.engine import Engine, Local
from marsad.batch.run import Run
from marsad.batch.scan import Asked, chunks, known, scan
from marsad.batch.work import Manner, Task, read
from marsad.intake.chunk import Limits
from marsad.synthetic import reports

ROOT = Path(__file__).resolve().parents[1]
LEAST = 0.9
"""What Dask must give of a plain pool."""


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds that each way of reading took, by name."""

    seconds: dict[str, float]

    def ratio(self, name: str) -> float:
        """The rate of one beside that of the plain pool."""
        return self.seconds["plain pool"] / self.seconds[name]


def archive(path: Path, count: int) -> Path:
    """An archive of so many articles: those beside the repository again and again where it has them, else generated ones."""
    real = ROOT.parent / "shared" / "articles" / "jawhara.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for line in _real(real, count) if real.exists() else generated(count):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def _real(path: Path, count: int) -> Iterator[dict[str, str]]:
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for n in range(count):
        yield articles[n % len(articles)] | {"id": str(n)}


def generated(count: int) -> Iterator[dict[str, str | None]]:
    """So many articles of the generator's, as the lines of an archive."""
    for n, one in enumerate(reports(10**12)):
        if n == count:
            return
        article = one.report.article
        yield {"id": article.id, "text": article.text, "outlet": article.outlet, "published": article.published}


def plain(task: Task) -> None:
    """A chunk read in a plain pool."""
    with tempfile.NamedTemporaryFile() as file:
        mark = Mark(file.name, None)
        read(task, mark)
        mark.close()


def measured(path: Path, folder: Path, rounds: int, size: int) -> list[Round]:
    """The rounds over an archive, after one unmeasured."""
    cores = os.cpu_count() or 1
    limits = Limits()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([warm.__name__])
    with ExitStack() as stack:
        pool = stack.enter_context(context.Pool(cores))
        local = stack.enter_context(Local(cores, limits))
        cluster = stack.enter_context(connect(f"local:{cores}", limits, str(folder)))

        def by_pool(out: Path) -> None:
            for name in ("parts", "errors", "sources"):
                (out / name).mkdir(parents=True)
            asked = Asked(str(path), str(out))
            with tempfile.NamedTemporaryFile() as file:
                scan(asked, Mark(file.name, None))
            source = known(asked)
            assert source is not None
            tasks = [Task(chunk, str(out), Manner(limits)) for chunk in chunks(source, size)]
            for _ in pool.imap_unordered(plain, tasks):
                pass

        def by_engine(engine: Engine) -> Callable[[Path], None]:
            return lambda out: Run(out, Manner(limits), size).read([str(path)], engine) and None

        ways = {"plain pool": by_pool, "local": by_engine(local), "Dask": by_engine(cluster)}
        found = [Round({name: _timed(way, folder / name) for name, way in ways.items()}) for _ in range(rounds + 1)]
    return found[1:]


def _timed(way: Callable[[Path], None], out: Path) -> float:
    begun = time.perf_counter()
    way(out)
    seconds = time.perf_counter() - begun
    shutil.rmtree(out)
    return seconds


def table(found: list[Round], articles: int, size: int) -> str:
    """The figures as a table."""
    rows = ["| read by | articles a second | beside a plain pool, median (least to most) |", "|---|--:|--:|"]
    for name in found[0].seconds:
        rates = [articles / one.seconds[name] for one in found]
        ratios = [one.ratio(name) for one in found]
        rows.append(
            f"| {name} | {statistics.median(rates):,.0f} | {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) |"
        )
    said = f"{articles:,} articles in chunks of {size}, {os.cpu_count()} processes, {len(found)} rounds in turns (`python -m benchmarks.batch`)."
    return "\n".join([said, "", *rows])


def main() -> None:
    """Measure, print, and put the table where it stands in the documents."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--chunk", type=int, default=512)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = archive(Path(name, "archive.jsonl"), given.articles)
        found = measured(path, Path(name, "out"), given.rounds, given.chunk)
    told = table(found, given.articles, given.chunk)
    print(told)
    if given.write:
        put(given.write, "engines", told)


if __name__ == "__main__":
    main()
