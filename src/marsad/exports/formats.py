"""The formats by name: what each writes, under which ending and type, and how.

Libraries of single formats (Parquet, FollowTheMoney, PDF) are extras: a format whose library is missing says so when it is asked for.
"""

import io
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import BinaryIO

from sqlalchemy import Connection

from marsad.exports import acled, dump, feed, geojson, pairs, plover, rows, table, ucdp
from marsad.exports.event import About, Tell, events
from marsad.model import MarsadError
from marsad.store import pages
from marsad.store.query import Query
from marsad.store.wording import WORDS, Language
from marsad.world.names import world


@dataclass(frozen=True, slots=True)
class Job:
    """One export: whose eyes, which question, how it tells of its progress; ``address`` is where the desk is, ``language`` that of a dossier."""

    connection: Connection
    query: Query
    about: About
    tell: Tell = lambda done: None
    address: str = ""
    language: Language = "ar"
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format. ``write`` gives how many rows it wrote; ``beside`` tells that its notice has no room in it and goes in a file of its own."""

    name: str
    suffix: str
    media: str
    help: str
    write: Callable[[BinaryIO, Job], int]
    beside: bool = False


def _text(out: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(out, "utf-8", newline="", write_through=True)


def _written(write: Callable[[io.TextIOWrapper, Job], int]) -> Callable[[BinaryIO, Job], int]:
    """A writer of bytes from a writer of text, which leaves the stream open."""

    def written(out: BinaryIO, job: Job) -> int:
        text = _text(out)
        count = write(text, job)
        text.flush()
        text.detach()
        return count

    return written


def _extra(module: str, extra: str) -> ModuleType:
    """The module of a format whose library is an extra; MarsadError says how to get it."""
    try:
        return import_module(f"marsad.exports.{module}")
    except (ImportError, OSError) as error:
        raise MarsadError(f"this format needs marsad[{extra}]: install it first ({error})") from error


def _plover(out: io.TextIOWrapper, job: Job) -> int:
    tracks = pages.all_records(job.connection, "talks", job.query)
    count = 0
    for count, row in enumerate(plover.rows(events(job.connection, job.query, job.tell), tracks, job.about.reliability), 1):  # noqa: B007
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(
            "ucdp-ged", "csv", "text/csv", "UCDP Georeferenced Event Dataset, 49 columns.",
            _written(lambda out, job: rows.write(
                out, ucdp.COLUMNS, ucdp.rows(events(job.connection, job.query, job.tell), job.about.reliability, world().actors))),
            beside=True,
        ),
        Format(
            "acled", "csv", "text/csv", "ACLED, 31 columns.",
            _written(lambda out, job: rows.write(
                out, acled.COLUMNS, acled.rows(events(job.connection, job.query, job.tell), job.about.reliability, int(time.time())))),
            beside=True,
        ),
        Format("plover", "jsonl", "application/x-ndjson", "PLOVER events, one a line.", _written(_plover), beside=True),
        Format(
            "geojson", "geojson", "application/geo+json", "Incidents as GeoJSON.",
            _written(lambda out, job: geojson.write(out, events(job.connection, job.query, job.tell), job.about)),
        ),
        Format(
            "csv", "csv", "text/csv", "Claims, a row each, with HXL tags.",
            _written(lambda out, job: table.write_csv(out, table.rows(job.connection, job.query, job.tell), job.about, job.bom)),
        ),
        Format(
            "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Claims as a workbook.",
            lambda out, job: table.write_xlsx(out, table.rows(job.connection, job.query, job.tell), job.about),
        ),
        Format(
            "parquet", "parquet", "application/vnd.apache.parquet", "Claims as Parquet.",
            lambda out, job: int(_extra("columns", "parquet").write(out, table.rows(job.connection, job.query, job.tell), job.about)),
        ),
        Format(
            "ftm", "jsonl", "application/x-ndjson", "FollowTheMoney entities, one a line.",
            _written(lambda out, job: int(_extra("ftm", "ftm").write(out, events(job.connection, job.query, job.tell), job.about))),
        ),
        Format(
            "rss", "xml", "application/rss+xml", "Incidents as an RSS feed.",
            lambda out, job: feed.write_rss(out, events(job.connection, job.query, job.tell), job.about, job.address),
        ),
        Format(
            "atom", "xml", "application/atom+xml", "Incidents as an Atom feed.",
            lambda out, job: feed.write_atom(out, events(job.connection, job.query, job.tell), job.about, job.address),
        ),
        Format(
            "pairs", "csv", "text/csv", "Record-linkage pairs, for capture-recapture.",
            _written(lambda out, job: pairs.write(out, events(job.connection, job.query, job.tell), job.about)),
        ),
        Format(
            "pdf", "pdf", "application/pdf", "A dossier in Arabic or English.",
            lambda out, job: int(_extra("dossier", "pdf").write(
                out, events(job.connection, job.query, job.tell), job.about, job.language, WORDS)),
        ),
        Format(
            "jsonl", "jsonl", "application/x-ndjson", "Every report with its claims, as marsad add takes them back.",
            _written(lambda out, job: dump.write(out, job.connection, job.query, job.tell)), beside=True,
        ),
    )
}  # fmt: skip
"""Name -> format, in the order in which help lists them."""
