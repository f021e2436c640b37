"""How fast Marsad reads, beside its own bare scan and beside other people's programs, measured in one run.

    python -m benchmarks.reading [ARTICLES.jsonl] [--write docs/performance.md]

Each line of the table is a process of its own, so that no program pays for another's memory. Rates are of one core's time (all
threads added up), the median of several rounds after one unmeasured; a start is the median of seven.
"""

import argparse
import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import marsad
from benchmarks import peers
from benchmarks.articles import Measured, Sample, load, rounds
from marsad.commands.read import GARBAGE
from marsad.reading import reader_of
from marsad.text import words

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "articles" / "jawhara.jsonl"
BUILT = ROOT / "build" / "compiled"
"""Where ``make compiled`` puts the compiled rooms."""
ROUNDS = 5
STARTS = 7
PEER_SAMPLE = 40
"""Articles given to the peers, spread evenly: at 10 a second the whole set would take them a minute a round."""


def reading(sample: Sample, count: int) -> Measured:
    """``marsad.read`` of each article's text: all that the command does but the start and the JSON."""

    def each(article: dict[str, str]) -> int:
        report = marsad.read(article["text"], title=article["title"], outlet=article["outlet"], published=article["published"])
        return len(report.claims)

    return _measured("marsad.read", each, sample, count)


def compiled(path: Path, sample: Sample) -> Measured:
    """``marsad.read`` of the same articles where the compiled rooms stand first on the path. Raises Absent where none are built."""
    if not BUILT.is_dir():
        raise peers.Absent("the compiled rooms, which `make compiled` builds")
    command = [sys.executable, "-m", "benchmarks.reading", str(path), "--alone"]
    run = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(BUILT)})
    seconds, memory, found = json.loads(run.stdout)
    return Measured("marsad.read, compiled", sample, tuple(seconds), memory, found)


def scan(sample: Sample, count: int) -> Measured:
    """Folding, words, and the one pass that finds the pack's words, numbers, dates and names: no rule runs."""
    scanner = reader_of("ar").scanner

    def each(article: dict[str, str]) -> int:
        return len(scanner.scan(words(article["text"]), date.fromisoformat(article["published"])))

    return _measured("bare scan", each, sample, count)


def fold(sample: Sample, count: int) -> Measured:
    """Folding and words alone."""
    return _measured("fold and words", lambda article: len(words(article["text"]).words), sample, count)


def _measured(name: str, each: Callable[[dict[str, str]], int], sample: Sample, count: int) -> Measured:
    gc.freeze()
    gc.set_threshold(GARBAGE)  # as `marsad read --from jsonl` does
    seconds, found = rounds(each, sample.articles, count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Measured(name, sample, seconds, peak, found)


def starts(sample: Sample) -> tuple[float, float]:
    """Wall seconds and seconds of one core's time of ``marsad read FILE --json`` from start to end: medians of seven."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(sample.articles[0]["text"], "utf-8")
        runs = [_start([sys.executable, "-m", "marsad", "read", str(file), "--json"]) for _ in range(STARTS)]
    return statistics.median(wall for wall, _ in runs), statistics.median(core for _, core in runs)


def _start(command: Sequence[str]) -> tuple[float, float]:
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def alone(measure: Callable[[Sample, int], Measured], sample: Sample, count: int) -> Measured:
    """A measurement in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, sample, count).result()


def table(
    ours: Sequence[Measured], theirs: Sequence[Measured], missing: Sequence[str], start: tuple[float, float]
) -> Iterator[str]:
    """The figures as Markdown."""
    whole = ours[0].sample
    yield f"{len(whole.articles):,} articles, {whole.words:,} words, {whole.size / 1e6:.2f} MB of UTF-8. {_machine()}"
    yield ""
    yield "| one core | articles/s | words/s | MB/s | time beside marsad.read | found |"
    yield "|---|--:|--:|--:|--:|--:|"
    for measured in ours:
        yield _row(measured, ours[0].median / len(whole.articles))
    for measured in theirs:
        yield _row(measured, theirs[0].median / len(theirs[0].sample.articles))
    yield ""
    yield f"The lines of a sample are of the same {len(theirs[0].sample.articles)} articles, and their ratios are to `marsad.read` on that sample."
    yield from (f"Not measured: {reason}." for reason in missing)
    yield ""
    yield f"- Start: `marsad read FILE --json` takes {start[0]:.2f} s from start to end, {start[1]:.2f} s of one core's time."
    yield f"- Memory: {ours[0].memory / 2**20:.0f} MiB at most while reading all of them."


def _row(measured: Measured, each: float) -> str:
    sample = measured.sample
    size = len(sample.articles)
    beside = measured.median / size / each
    return (
        f"| {measured.name} | {measured.rate(size):,.0f} | {measured.rate(sample.words):,.0f} | {measured.rate(sample.size) / 1e6:.2f} "
        f"| {beside:.2f} | {measured.found:,} |"
    )


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    models = (
        [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    return (
        f"{models[0] if models else platform.machine()}, {platform.system()}, Python {platform.python_version()}, {date.today()}."
    )


def main() -> int:
    """Measure, print, and write where asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument(
        "articles", nargs="?", type=Path, default=ARTICLES, help="JSON Lines with id, title, outlet, published, text"
    )
    options.add_argument("--write", type=Path, metavar="FILE", help="write the page of figures to this file")
    options.add_argument("--alone", action="store_true", help="measure marsad.read only, and print what is measured as JSON")
    given = options.parse_args()
    if not given.articles.is_file():
        print(f"there is no file {given.articles.name}: give JSON Lines of articles as the argument", file=sys.stderr)
        return 2
    whole, some = load(given.articles), load(given.articles, PEER_SAMPLE)
    if given.alone:
        measured = reading(whole, ROUNDS)
        print(json.dumps([measured.seconds, measured.memory, measured.found]))
        return 0
    ours, missing = [alone(measure, whole, ROUNDS) for measure in (reading, scan, fold)], []
    try:
        ours.insert(1, compiled(given.articles.resolve(), whole))
    except peers.Absent as reason:
        missing.append(str(reason))
    theirs = [replace(alone(reading, some, ROUNDS), name="marsad.read, a sample")]
    for peer in (peers.dateparser, peers.heideltime):
        try:
            theirs.append(alone(peer, some, ROUNDS))
        except peers.Absent as reason:
            missing.append(str(reason))
    text = "\n".join(table(ours, theirs, missing, starts(whole)))
    print(text)
    if given.write:
        given.write.write_text(_page(text), "utf-8")
    return 0


def _page(figures: str) -> str:
    return f"""# Performance

Made by `make bench`; do not edit by hand. Rates are of one core's time, the median of {ROUNDS} rounds after one unmeasured, each
program in a process of its own. The peers find dates only, Marsad reads dates, numbers, places, actors and claims: the figures
say what a day's news costs, not who does the same work faster.

{figures}

"Compiled" is the same reading with the rooms of `tools/compile.py` compiled (`make compiled`), and finds the same claims. The bare
scan is the floor under reading: folding, words, and the one pass that looks every word up and finds numbers, dates and
names. What `marsad.read` takes above it goes into page furniture, rules, and resolving who, where and when.
"""


if __name__ == "__main__":
    sys.exit(main())
