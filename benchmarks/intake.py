"""Taking in a web archive, reading aside, beside what trafilatura alone takes on the pages that are kept.

    python -m benchmarks.intake [--records 10000]

The archive is made for the run: every third page is news of a conflict, the others are of other matters, all in the frame of a news site
(menus, related reports, scripts; 30 kB). Times are CPU seconds of one process, taken in turns on the same pages, so that a busy machine
bears on both alike.
"""

import argparse
import io
import random
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import trafilatura

from marsad.intake import record
from marsad.intake.document import Document, Problem
from marsad.intake.fetch import Fetched
from marsad.intake.held import Held
from marsad.intake.keeper import Keeper
from marsad.intake.warc import payload, records
from marsad.intake.work import Taken, outcome
from marsad.model import Article, Report
from marsad.store.queue import now
from marsad.store.store import Store

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"(\S+) (yes|no) \| (.*)\n(.*)")
_LOT = 100  # records taken in before trafilatura's turn on the same pages
_SHARE = 3  # one page in so many is of a conflict
_WAYS: dict[str, Callable[[bytes], object]] = {
    "text, title and date, as it comes": partial(trafilatura.bare_extraction, with_metadata=True),
    "text, title and date, fast": partial(trafilatura.bare_extraction, with_metadata=True, fast=True),
    "text only, as it comes": trafilatura.extract,
    "text only, fast": partial(trafilatura.extract, fast=True),
}
"""How trafilatura may be called alone: what an intake needs of a page are its text, title and date."""
_MENU = "الرئيسية أخبار سياسة اقتصاد رياضة ثقافة صحة تكنولوجيا منوعات فيديو صور رأي تحقيقات سوريا العراق اليمن ليبيا فلسطين لبنان السودان".split()


@dataclass
class Times:
    """CPU seconds: of taking in, and of trafilatura on the pages kept, by the way it is called (see ``_WAYS``)."""

    intake: float = 0.0
    alone: dict[str, float] = field(default_factory=lambda: dict.fromkeys(_WAYS, 0.0))
    kept: int = 0
    turned: int = 0


def texts() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(title, text) of the pages that are of a conflict, and of those that are not."""
    blocks = (ROOT / "tests" / "intake" / "pages.txt").read_text("utf-8").split("\n\n")
    pages = [(m[2], m[3], m[4]) for block in blocks if (m := _BLOCK.match(block)) and m[1].startswith("ar")]
    reports = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    conflict = [(title, text) for label, title, text in pages if label == "yes"] + [(text[:60], text) for text in reports]
    return conflict, [(title, text) for label, title, text in pages if label == "no"]


def page(title: str, text: str, chance: random.Random, others: list[tuple[str, str]]) -> bytes:
    """A page of a news site with that report in it, some 30 kB: six paragraphs, menus, thirty other headlines, scripts."""
    sentences = text.split(". ")
    body = "".join(f"<p>{'. '.join(chance.sample(sentences, min(3, len(sentences))))}. {text}</p>" for _ in range(6))
    menu = "".join(
        f'<li class="menu-item"><a href="/{n}" title="{word}"><span class="icon"></span>{word}</a></li>'
        for n, word in enumerate(_MENU)
    )
    related = "".join(
        f'<div class="card related"><a href="/r/{n}"><img src="/i/{n}.jpg" alt="{head}" width="320" height="180"><h3>{head}</h3></a><span class="date">2020-03-0{n % 9 + 1}</span></div>'
        for n, (head, _) in enumerate(chance.sample(others, 30))
    )
    script = "<script>" + "var a=function(b){return b+1};window.dataLayer=window.dataLayer||[];" * 120 + "</script>"
    style = "<style>" + ".card{display:flex;margin:0 auto;padding:4px 8px}" * 60 + "</style>"
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | وكالة</title><meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="وكالة"><meta property="article:published_time" content="2020-03-02T10:00:00+02:00">{style}{script}</head><body>'
        f'<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1><time datetime="2020-03-02">2 آذار 2020</time>{body}</article>'
        f"<aside>{related}</aside></main><footer><ul>{menu}</ul><p>جميع الحقوق محفوظة</p></footer>{script}</body></html>"
    ).encode()


def archive(path: Path, count: int) -> Path:
    """A WARC file of so many pages."""
    conflict, others = texts()
    chance = random.Random(7)
    with path.open("wb") as file:
        file.write(record.info("benchmark", now()))
        for n in range(count):
            title, text = chance.choice(conflict if n % _SHARE == 0 else others)
            body = page(f"{title} {n}", text, chance, others)
            got = Fetched(
                f"https://news.example/{n}",
                f"https://news.example/{n}",
                200,
                "OK",
                (("Content-Type", "text/html"),),
                body,
                body,
                now(),
            )
            file.write(record.response(got))
    return path


def measured(path: Path, folder: Path) -> Times:
    """The times over an archive: records in hundreds, each taken in and then given to trafilatura."""
    times = Times()
    with Store(str(folder / "marsad.db"), make=True) as store:
        held = Held(store)
        keeper = Keeper(store, held, "benchmark")
        for document in islice(records(path), 20):  # loads the languages, the gate and trafilatura
            if isinstance(document, Document):
                outcome(document, read=unread)
        found_ = records(path)
        while True:
            begun = time.process_time()
            some = [one for one in islice(found_, _LOT) if isinstance(one, Document)]
            taken = [(document, outcome(document, read=unread)) for document in some]
            for document, found in taken:
                assert not isinstance(found, Problem), found
                keeper.put(document, found)
            keeper.flush()
            times.intake += time.process_time() - begun
            if not taken:
                return times
            kept = [payload(found.at).content for _, found in taken if isinstance(found, Taken) and found.at]
            times.kept += len(kept)
            times.turned += len(taken) - len(kept)
            for way, extract in _WAYS.items():
                times.alone[way] += spent(extract, kept)


def unread(article: Article) -> Report:
    """In place of reading."""
    return Report(article, ())


def spent(extract: Callable[[bytes], object], bodies: list[bytes]) -> float:
    """CPU seconds of extracting some pages, one after the other."""
    begun = time.process_time()
    for body in bodies:
        extract(body)
    return time.process_time() - begun


def report(times: Times, count: int) -> str:
    """The figures in words."""
    out = io.StringIO()
    print(f"{count:,} records: {times.kept:,} kept, {times.turned:,} turned away", file=out)
    print(f"taken in, reading aside: {times.intake:.1f} s CPU ({count / times.intake:,.0f} records/s)", file=out)
    for way, seconds in times.alone.items():
        print(f"trafilatura alone on the kept pages, {way}: {seconds:.1f} s; ratio {times.intake / seconds:.2f}", file=out)
    return out.getvalue()


def main() -> None:
    """Make the archive, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        times = measured(archive(folder / "pages.warc.gz", given.records), folder)
    print(report(times, given.records), end="")


if __name__ == "__main__":
    main()
