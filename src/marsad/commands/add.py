"""``marsad add``: reports into the store, wherever they are."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import NOTHING_DONE, OK, SOME_FAILED, application
from marsad.commands.given import data_folder, day
from marsad.commands.intake import ALLOW, ARCHIVE, LOG, Allow, ArchiveAt, Log, folder_of, logger, told
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, made
from marsad.intake import files, lists, run, source
from marsad.intake.address import Guard, network
from marsad.intake.bench import Bench, Manner, bench
from marsad.intake.fetch import Fetcher
from marsad.intake.keeper import Tally
from marsad.intake.match import Match
from marsad.intake.source import Reading
from marsad.intake.visit import Retry
from marsad.intake.web import Habits
from marsad.model import MarsadError
from marsad.store.store import Store
from marsad.world.names import world

app = application()

Things = Annotated[
    list[str],
    typer.Argument(
        metavar="WHAT...",
        help="Addresses, files or folders: pages, feeds, site maps, WARC, WACZ, Telegram exports, CSV, XLSX, JSON Lines, PDF, text; - reads JSON Lines from standard input.",
    ),
]  # fmt: skip

_RETRY = Retry(tries=3, first=2.0)  # a person waits: three tries in ten seconds; marsad watch has more patience


@app.command()
def add(
    what: Things,
    store: Where = WHERE,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports appeared, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published them.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the one report given.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the one report given.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=COLUMN",
            help="Which column of a table holds what, such as text=Body; kept for its header. outlet==Name says it of all rows.",
        ),
    ] = None,
    listed_by: Annotated[
        str | None,
        typer.Option(
            "--list", metavar="NAME", help="The files are lists of victims or incidents that this casualty recorder keeps."
        ),
    ] = None,
    matches: Annotated[
        str | None, typer.Option(metavar="FILE", help="With --list: write which rows are held already, as CSV.")
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Have Tesseract read PDF files that are scans.")] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read at once.")] = max(1, (os.cpu_count() or 2) - 1),
    archive: ArchiveAt = ARCHIVE,
    allow: Allow = ALLOW,
    log: Log = LOG,
) -> int:
    """Read reports into the store and bring its record up to date.

    A report held already changes nothing; one that changed becomes the next version beside the old. A run that was broken off goes on
    where it was when the same is given again. What cannot be read is told on standard error, kept for marsad problems, and the run
    goes on. Of feeds, site maps and web archives only what speaks of a conflict is read. --published, --outlet, --url and --title are
    of files that hold one report each. Exit code 0: all was kept; 1: some could not be read; 2: nothing could be done.
    """
    if (url or title) and len(what) != 1:
        raise MarsadError("--url and --title are of one report: give one file with them")
    about = {"published": day(published, "--published"), "outlet": outlet, "url": url, "title": title}
    reading = Reading(_columns(columns or []), data_folder() / "columns", {name: value for name, value in about.items() if value})
    fetcher = Fetcher(Guard(allowed=tuple(map(network, allow))))
    with (
        logger(log) as say,
        made(store) as opened,
        bench(opened, folder_of(archive, store), Manner(WHO, workers, ocr=ocr, told=told, say=say)) as work,
        progress("read", always=True) as tell,
    ):
        if listed_by:
            return _lists(work, what, listed_by, reading, matches)
        if "-" in what:
            files.stream(work, source.piped(sys.stdin.buffer), tell)
        tally = run.add(work, [one for one in what if one != "-"], fetcher, replace(Habits(), retry=_RETRY), reading, tell)
        change = settle(opened)
        name = opened.name
    if not tally.of.total():
        raise MarsadError(
            "there is no report in what was given: name addresses, or files of pages, text, tables, PDF or web archives"
        )
    print(f"{said(tally)} · {name}")
    print(change)
    return OK if not tally["failed"] else SOME_FAILED if tally.kept or tally["turned"] else NOTHING_DONE


def _lists(work: Bench, files_: list[str], name: str, reading: Reading, report: str | None) -> int:
    """The lists of a casualty recorder, taken in and compared with what is held."""
    found: list[Match] = []
    for file in files_:
        found += lists.take(work, Path(file), name, reading, world())
    if report:
        lists.write(found, Path(report))
    change = settle(work.store)
    print(f"{said(work.keeper.tally)} · {work.store.name}")
    print(change)
    print(f"{lists.said(found)}{f' · {report}' if report else ''}")
    return SOME_FAILED if work.keeper.tally["failed"] else OK


def settle(store: Store) -> str:
    """The record brought up to date with its articles; what of it became new, changed or went, in one line."""
    with progress("gathered", always=True) as gathered:
        change = store.settle(WHO, lambda done, left: gathered(done, 0))
    return f"record: {len(change.new):,} new · {len(change.changed):,} changed · {len(change.gone):,} merged or gone"


def said(tally: Tally) -> str:
    """A tally in one line; what seldom happens is named only when it did."""
    always = (("new", "new"), ("version", "changed"), ("same", "held already"))
    seldom = (("turned", "turned away"), ("links", "links found"), ("gone", "gone"))
    words = [f"{tally[name]:,} {word}" for name, word in always] + [
        f"{tally[name]:,} {word}" for name, word in seldom if tally[name]
    ]
    return " · ".join([*words, f"{tally['failed']:,} failed"])


def _columns(given: list[str]) -> dict[str, str]:
    found = {}
    for one in given:
        name, mark, column = one.partition("=")
        if not mark or not column:
            raise MarsadError(f"--columns {one} does not say which column: write it as text=Body")
        found[name.strip()] = column.strip()
    return found
