"""What a news year of Common Crawl would take, worked out from what is measured here, and the scheduler of it simulated.

    python -m benchmarks.scale [--pages 1e9] [--kept 0.1] [--workers 1000] [--write docs/scale.md]

Measured: CPU seconds of looking a page's place up, of one that is turned away and of one that is read, bytes of an article, what a
chunk takes beside its documents and what it takes of Dask's scheduler, what a claim takes in fusing. Assumed, and said beside the figures:
how many of the pages are kept, how long they are, and prices.
"""

import argparse
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import intake
from benchmarks.fusing import fused
from benchmarks.scheduler import Setting, Simulated, simulate
from benchmarks.tables import put
from marsad.batch.apart import Call, Mark
from marsad.batch.cluster import connect
from marsad.batch.part import Counts
from marsad.batch.scan import Asked, Chunk, known, scan
from marsad.batch.work import Manner, Task, read
from marsad.intake.chunk import Limits, documents
from marsad.intake.work import Taken, outcome

CHUNKS = (512, 1024, 2048, 4096, 8192, 16384)
PRICED = date(2026, 11, 28)
CORE_HOUR, MONTH_OF_TERABYTE = 0.04, 23.0
"""Dollars assumed for an hour of a rented core with 4 GB, on demand, and for a month of a terabyte of object storage, as of ``PRICED``."""
PAGE = 30_000
"""Bytes assumed of a page in Common Crawl's own WARC files: its monthly crawls hold some 3 thousand million pages in some 90 TB. The made
pages compress to a tenth of that, for they are alike."""
_CALLS = 2_000
_MONTHS = 12
"""The scheduler is simulated over a month of the year: how a run ends matters more the shorter it is."""
_FIRST = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds a page: to find its place, to turn it away, to read it; bytes of an article in its part; claims an
    article; wall seconds of a chunk beside its documents, and of the scheduler; CPU seconds and bytes of memory a claim in fusing."""

    scan: float
    turned: float
    taken: float
    article: float
    claims: float
    setup: float
    dispatch: float
    fuse: float
    memory: float


def measure(folder: Path, count: int) -> Measured:
    """The figures of this machine, over an archive made for the run (``benchmarks.intake``)."""
    path = intake.archive(folder / "pages.warc.gz", count)
    for name in ("parts", "errors", "sources"):
        (folder / name).mkdir()
    note = folder / "note"
    note.touch()
    asked = Asked(str(path), str(folder))
    begun = time.process_time()
    scan(asked, Mark(str(note), None))
    scanned = time.process_time() - begun
    source = known(asked)
    assert source is not None
    for document in documents(source.file, source.offsets[:_FIRST]):  # languages and extractors are loaded once
        outcome(document)
    spent = {True: 0.0, False: 0.0}
    many = {True: 0, False: 0}
    for document in documents(source.file, source.offsets):
        begun = time.process_time()
        taken = isinstance(outcome(document), Taken)
        spent[taken] += time.process_time() - begun
        many[taken] += 1
    task = Task(Chunk(source.sha256, source.file, "record", tuple(source.offsets), source.size), str(folder), Manner(), {})
    counts: Counts = read(task, Mark(str(note), None))
    claims = fused(100_000)
    return Measured(
        scanned / count,
        spent[False] / many[False],
        spent[True] / many[True],
        task.part.stat().st_size / counts.taken,
        counts.claims / counts.taken,
        _beside(source.file, source.offsets[0], folder),
        _dispatched(folder),
        claims.seconds / claims.claims,
        claims.megabytes * 1e6 / claims.claims,
    )


def _beside(file: str, offset: int, folder: Path) -> float:
    """Seconds of a chunk of one document, less those of the document: the call, the part made and put in place."""
    note = folder / "note"
    begun = time.perf_counter()
    for n in range(20):
        task = Task(Chunk(f"{n}", file, "record", (offset,), 1), str(folder), Manner())
        read(task, Mark(str(note), None))
    chunks = (time.perf_counter() - begun) / 20
    begun = time.perf_counter()
    for document in documents(file, [offset] * 20):
        outcome(document)
    return max(0.0, chunks - (time.perf_counter() - begun) / 20)


def nothing(given: object, mark: Mark) -> None:
    """A call that does nothing."""


def _dispatched(folder: Path) -> float:
    """Seconds that Dask's scheduler and client take for a call, by calls that do nothing: those of one worker follow each other."""
    with connect("local:1", Limits(), str(folder)) as cluster:
        cluster.submit(0, Call(nothing, None))
        cluster.next()
        begun = time.process_time()
        for number in range(_CALLS):
            cluster.submit(number, Call(nothing, None))
        for _ in range(_CALLS):
            cluster.next()
        return (time.process_time() - begun) / _CALLS


@dataclass(frozen=True, slots=True)
class Year:
    """So many pages, of which a share is kept, read by cores of the speed that was measured."""

    measured: Measured
    pages: float
    kept: float

    @property
    def a_page(self) -> float:
        """Core seconds that a page takes in reading, on the average."""
        one = self.measured
        return one.turned * (1 - self.kept) + one.taken * self.kept

    @property
    def claims(self) -> float:
        """Claims read from all pages."""
        return self.pages * self.kept * self.measured.claims

    def rows(self, cores: int) -> list[tuple[str, str, str]]:
        """(what, how much, worked out from what) of a year on so many cores."""
        one, pages, articles = self.measured, self.pages, self.pages * self.kept
        looked, read_, fuse = (pages * s / 3600 for s in (one.scan, self.a_page, self.claims / pages * one.fuse * _PASSES))
        hours = looked + read_ + fuse
        return [
            ("looking the archives through", f"{looked:,.0f} core hours", f"{one.scan * 1e3:.2f} ms a page"),
            ("reading", f"{read_:,.0f} core hours", f"{one.turned * 1e3:.2f} ms a page turned away, {one.taken * 1e3:.2f} ms one that is kept"),
            ("fusing", f"{fuse:,.0f} core hours", f"{one.fuse * 1e6:.0f} µs a claim to gather, {_PASSES:g} times that with its shuffles; {self.claims:,.0f} claims"),
            ("all of it", f"{hours:,.0f} core hours", f"{hours / cores:.1f} h on {cores:,} cores, {hours / 64:,.0f} h on one machine of 64"),
            ("the archives", f"{pages * PAGE / 1e12:,.1f} TB", f"{PAGE / 1e3:.0f} kB a page, compressed, assumed"),
            ("what was read", f"{articles * one.article / 1e12:,.2f} TB", f"{one.article / 1e3:.1f} kB an article in Parquet, {one.claims:.1f} claims each"),
            ("money for cores", f"${hours * CORE_HOUR:,.0f}", f"${CORE_HOUR} a core hour, assumed on {PRICED}"),
            ("money for storage", f"${pages * PAGE / 1e12 * MONTH_OF_TERABYTE:,.0f} a month", f"${MONTH_OF_TERABYTE:g} a terabyte and month, assumed on {PRICED}; nothing where the archives are read where Common Crawl keeps them"),
        ]  # fmt: skip


_PASSES = 3.7
"""How many times the time of gathering a fusing takes that shuffles twice (``python -m benchmarks.fusing`` prints it)."""


def year(found: Year, cores: int) -> str:
    """The table of a year."""
    said = f"{found.pages:,.0f} pages, of which {found.kept:.0%} are kept (`python -m benchmarks.scale`)."
    rows = [f"| {what} | {much} | {how} |" for what, much, how in found.rows(cores)]
    return "\n".join([said, "", "| | | worked out from |", "|---|--:|---|", *rows])


def breaks(found: Year) -> str:
    """What grows with the whole and stands in one process, and the pages at which 64 GB are full."""
    tellings = found.kept * _LINKED
    held = [
        ("which articles stand (`standing`)", "article", STANDING, found.kept),
        ("the clusters in each process that deals (`fuse.deal`)", "telling that is linked", ROOTS, tellings),
        ("clusters (`fusing.clusters`)", "telling that is linked", CLUSTERS, tellings),
        ("the parts named in the manifest", "part", MANIFEST, 1 / 512),
    ]
    rows = [
        f"| {what} | {each:,} bytes a{'n' if of[0] == 'a' else ''} {of} | {each * share * found.pages / 1e9:,.1f} GB | {64e9 / (each * share):.1e} |"
        for what, of, each, share in held
    ]
    return "\n".join(["| held in one process | | in this year | pages at which 64 GB are full |", "|---|---|--:|--:|", *rows])


STANDING, ROOTS, CLUSTERS, MANIFEST = 670, 350, 160, 300
"""Bytes at the most of each: resident memory over 400,000 made ones, measured on 2026-11-28; a part's line in the manifest."""
_LINKED = 2 / 3
"""Tellings that are linked to another, for each article; of the generated articles."""


def simulated(runs: list[Simulated], setting: Setting) -> str:
    """The table of the simulation."""
    said = (
        f"{setting.documents:,} documents of {setting.seconds * 1e3:.2f} ms on {setting.workers:,} workers; {setting.stragglers:.0%} of them are "
        f"{setting.slow:g} times slower; each fails once in {setting.between_failures / 3600:g} h, is away {setting.away:g} s and is missed after "
        f"{setting.noticed:g} s; a document in {1 / setting.poison:,.0f} takes its process with it; a chunk takes {setting.setup * 1e3:.0f} ms beside "
        f"its documents and {setting.dispatch * 1e3:.2f} ms of the scheduler."
    )
    rows = [
        "| documents a chunk | minutes | of the ideal | scheduler busy | lost, worker hours | failures | poisoned |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for one in runs:
        rows.append(
            f"| {one.chunk:,} | {one.seconds / 60:.1f} | {one.efficiency:.2f} | {one.scheduler:.0%} | {one.lost / 3600:.1f} | {one.failures:,} | {one.poisoned:,} |"
        )
    best = max(runs, key=lambda one: one.efficiency)
    return "\n".join([said, "", *rows, "", f"The best is {best.chunk:,}."])


def drawn(runs: list[Simulated], workers: int) -> str:
    """The figure: workers at work over the run, a line for the smallest, the best and the largest chunk."""
    best = max(runs, key=lambda one: one.efficiency)
    chosen = list(dict.fromkeys((runs[0], best, runs[-1])))
    width, height, left, top = 640, 260, 60, 20
    longest = max(one.seconds for one in chosen)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 170} {height + 70}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width + 170}" height="{height + 70}" fill="white"/>',
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = top + height * (1 - share)
        lines.append(f'<line x1="{left}" y1="{y:.0f}" x2="{left + width}" y2="{y:.0f}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{workers * share:,.0f}</text>')
    for tick in range(5):
        x = left + width * tick / 4
        lines.append(f'<text x="{x:.0f}" y="{top + height + 18}" text-anchor="middle">{longest * tick / 4 / 60:.0f} min</text>')
    for one, colour in zip(chosen, ("#b2182b", "#1b7837", "#2166ac"), strict=False):
        steps = len(one.working) - 1
        points = " ".join(
            f"{left + width * one.seconds / longest * n / steps:.1f},{top + height * (1 - min(1, at / workers)):.1f}"
            for n, at in enumerate(one.working)
        )
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        y = top + 14 + 18 * chosen.index(one)
        lines.append(f'<text x="{left + width + 12}" y="{y}" fill="{colour}">chunks of {one.chunk:,}</text>')
    lines.append(
        f'<text x="{left}" y="{top + height + 40}">workers at work, of {workers:,}, from the beginning to the end of the run</text>'
    )
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    """Measure, work out, simulate, print, and put the tables where they stand in the documents."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--pages", type=float, default=1e9)
    parser.add_argument("--kept", type=float, default=0.1)
    parser.add_argument("--workers", type=int, default=1000)
    parser.add_argument("--records", type=int, default=1500)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = Year(measure(Path(name), given.records), given.pages, given.kept)
    one = found.measured
    setting = Setting(int(given.pages) // _MONTHS, found.a_page, one.setup, one.dispatch, given.workers)
    runs = [simulate(setting, chunk) for chunk in CHUNKS]
    tables = {"year": year(found, given.workers), "breaks": breaks(found), "simulation": simulated(runs, setting)}
    print("\n\n".join(tables.values()))
    if given.write:
        for name, text in tables.items():
            put(given.write, name, text)
        given.write.with_name("scale.svg").write_text(drawn(runs, given.workers), "utf-8")


if __name__ == "__main__":
    main()
