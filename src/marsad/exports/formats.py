"""The formats by name: what each writes, under which ending and type, and how.

Libraries of single formats (Parquet, FollowTheMoney, PDF) are extras: a format whose library is missing says so when it is asked for.
"""

import io
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import IO, BinaryIO

from sqlalchemy import Connection

from marsad.exports import acled, dump, feed, geojson, pairs, plover, rows, table, ucdp
from marsad.exports.event import About, Event, Tell, events, events_of
from marsad.model import MarsadError
from marsad.store import pages, reliability
from marsad.store.atlas import atlas
from marsad.store.filters import Speech
from marsad.store.query import Query
from marsad.store.wording import Language
from marsad.version import VERSION
from marsad.world.names import world


@dataclass(frozen=True, slots=True)
class Job:
    """One export: whose eyes, which question, how it tells of its progress; ``address`` is where the desk is, ``language`` that of a dossier,
    ``record`` the one incident or tally that a dossier is of."""

    connection: Connection
    query: Query
    about: About
    tell: Tell = lambda done: None
    address: str = ""
    language: Language = "ar"
    bom: bool = False
    record: str | None = None

    @property
    def reliability(self) -> Mapping[str, int]:
        """The sources that people have graded, 0 the most reliable: what the policy of single numbers goes by."""
        return reliability.ranks(self.connection, atlas())


@dataclass(frozen=True, slots=True)
class Format:
    """A format. ``write`` gives how many rows it wrote; ``beside`` tells that its notice has no room in it and goes in a file of its own."""

    name: str
    suffix: str
    media: str
    help: str
    write: Callable[[BinaryIO, Job], int]
    beside: bool = False


def sent(out: IO[bytes]) -> Iterator[bytes]:
    """What was written, from its start, in pieces; closed at the end."""
    out.seek(0)
    with out:
        while some := out.read(1 << 16):
            yield some


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
    for count, row in enumerate(plover.rows(events(job.connection, job.query, job.tell), tracks, job.reliability), 1):  # noqa: B007
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def about(format: str, query: Query, language: Language = "en", record: str | None = None) -> About:
    """What an export made today says of itself; a dossier in its own language, the rest in English."""
    spoken = language if format == "pdf" else "en"
    filters = record or query.sentence(Speech(atlas(), spoken)) or {"ar": "السجل كله", "en": "everything"}[spoken]
    return About(filters, date.today().isoformat(), VERSION)


def _told(job: Job) -> tuple[Iterable[Event], Iterable[Event]]:
    """The incidents and running totals of a dossier: of one record where it is named, else those that answer."""
    if job.record is None:
        tallies = list(pages.all_records(job.connection, "tally", job.query))
        return events(job.connection, job.query, job.tell), events_of(job.connection, tallies, job.query)
    found = pages.record(job.connection, job.record, job.query)
    kind = pages.kind_of(found["id"]) if found else None
    if found is None or kind not in ("incident", "tally"):
        raise MarsadError(f"there is no incident or tally {job.record} that you may see")
    told = list(events_of(job.connection, [found], job.query))
    return ([], told) if kind == "tally" else (told, [])


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(
            "ucdp-ged", "csv", "text/csv", "UCDP Georeferenced Event Dataset, 49 columns.",
            _written(lambda out, job: rows.write(
                out, ucdp.COLUMNS, ucdp.rows(events(job.connection, job.query, job.tell), job.reliability, world().actors))),
            beside=True,
        ),
        Format(
            "acled", "csv", "text/csv", "ACLED, 31 columns.",
            _written(lambda out, job: rows.write(
                out, acled.COLUMNS, acled.rows(events(job.connection, job.query, job.tell), job.reliability, int(time.time())))),
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
            lambda out, job: int(_extra("dossier", "pdf").write(out, *_told(job), job.about, job.language)),
        ),
        Format(
            "jsonl", "jsonl", "application/x-ndjson", "Every report with its claims, as marsad add takes them back.",
            _written(lambda out, job: dump.write(out, job.connection, job.query, job.tell)), beside=True,
        ),
    )
}  # fmt: skip
"""Name -> format, in the order in which help lists them."""
