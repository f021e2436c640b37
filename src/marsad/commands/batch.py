"""``marsad batch``: archives of millions of articles, read by this machine's processes or by a cluster."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from marsad.commands import NOTHING_DONE, OK, SOME_FAILED, application
from marsad.commands.add import said, settle
from marsad.commands.intake import told
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, made
from marsad.intake.chunk import Limits
from marsad.intake.document import Problem
from marsad.model import MarsadError

_SHOWN = 20


class Default(TyperGroup):
    """A group whose first command is meant where none is named: ``marsad batch archive.warc.gz`` reads."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)


app = application()
app.info.cls = Default

Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="tcp://HOST:PORT|local:N", help="Work on a Dask cluster, or on N Dask workers of this machine; needs marsad[cluster]."),
]  # fmt: skip
Jobs = Annotated[int, typer.Option("--jobs", min=1, help="Processes of this machine that work at once.")]
JOBS = os.cpu_count() or 1


@app.callback()
def batch() -> None:
    """Read archives of millions of articles into Parquet files, fuse what was read, or load it into a store."""


@app.command()
def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES...", help="JSON Lines, WARC or WACZ files, or folders of them.")
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="The folder to read them into; made where there is none.")],
    jobs: Jobs = JOBS,
    cluster: Cluster = None,
    chunk: Annotated[int, typer.Option("--chunk", min=1, help="Documents read at one go, whose articles are one file.")] = 512,
    time_limit: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds that one document may take.")] = 60.0,
) -> int:
    """Read archives into DIR: a Parquet file of articles for each chunk, a table of errors, a manifest.

    The same given again goes on where a run was broken off, and does nothing where it was not. A document that hangs, crashes or is too
    long is a row in the table of errors. Exit code 0: all was read; 1: some could not be; 2: nothing could be done.
    """
    limits = Limits(seconds=time_limit)
    tell = _Told()
    run = _parquet("run").Run(Path(out).absolute(), _parquet("work").Manner(limits), chunk, tell)
    with engine(cluster, jobs, limits, out) as hands, progress("read", always=True, place=run.progress.place) as counter:
        found = run.read(sources, hands, counter)
    tell.rest(out)
    counts = found.counts
    failed = counts.failed + found.problems
    print(f"{counts.taken:,} read · {counts.claims:,} claims · {counts.turned:,} turned away · {failed:,} failed · {out}")
    return OK if not failed else SOME_FAILED if counts.taken or counts.turned else NOTHING_DONE


Folder = Annotated[str, typer.Argument(metavar="DIR", help="The folder that archives were read into.")]


@app.command()
def fuse(folder: Folder, jobs: Jobs = JOBS, cluster: Cluster = None) -> int:
    """Fuse the articles of DIR into incidents, one violent event each, as a store that holds them has it."""
    fusing = _parquet("fusing").Fusing(_finished(folder))
    with engine(cluster, jobs, Limits(), folder) as hands, progress("steps", always=True, place=fusing.place) as counter:
        found = fusing.fuse(hands, counter)
    print(f"{found.articles:,} articles · {found.incidents:,} incidents · {Path(folder) / 'incidents'}")
    return OK


@app.command()
def load(folder: Folder, store: Where = WHERE) -> int:
    """Load what was read into DIR into a store, as if the archives had been added to it, and bring its record up to date.

    Exit code 0: all that was read is held; 1: DIR has errors too, which marsad problems lists.
    """
    found = _finished(folder)
    loader = _parquet("load")
    tell = _Told()
    with made(store) as opened:
        with progress("loaded", loader.size(found), always=True) as counter:
            tally = loader.load(found, opened, WHO, tell, counter)
        tell.rest(folder)
        change = settle(opened)
        name = opened.name
    print(f"{said(tally)} · {name}")
    print(change)
    return SOME_FAILED if tally["failed"] else OK


def _finished(folder: str) -> Any:
    """The manifest of a folder that was read whole."""
    return _parquet("manifest").finished(Path(folder).absolute())


@contextmanager
def engine(cluster: str | None, jobs: int, limits: Limits, folder: str) -> Iterator[Any]:
    """What does the work: the cluster named, else so many processes of this machine."""
    if cluster is None:
        found = _parquet("engine").Local(jobs, limits)
    else:
        try:
            found = import_module("marsad.batch.cluster").connect(cluster, limits, folder)
        except ImportError as error:
            raise MarsadError(f"--cluster needs marsad[cluster]: install it first ({error})") from error
    with found as hands:
        yield hands


def _parquet(module: str) -> Any:
    """A module of the room, which writes Parquet; MarsadError says how to get what it needs."""
    try:
        return import_module(f"marsad.batch.{module}")
    except ImportError as error:
        raise MarsadError(f"marsad batch needs marsad[parquet]: install it first ({error})") from error


class _Told:
    """Prints the first problems and counts the rest, which an archive of millions has too many of."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: Problem) -> None:
        self.count += 1
        if self.count <= _SHOWN:
            told(problem)

    def rest(self, folder: str) -> None:
        """Say how many were not printed, and where they are."""
        if self.count > _SHOWN:
            print(
                f"marsad: {self.count - _SHOWN:,} more could not be read: see {Path(folder) / 'errors.parquet'}", file=sys.stderr
            )
