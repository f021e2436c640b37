"""Parts: the Parquet files that reading a chunk leaves, each whole or not there, and named by all that it depends on."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from marsad.intake.work import Taken
from marsad.model import Article, Refusal, Report, as_json, claim_of, from_json
from marsad.store.audit import digest
from marsad.store.rows import article_digest, article_key

FORM = 1
"""The version of the tables below; parts of another one are made anew."""

SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("offset", pa.int64()),
        ("id", pa.string()),
        ("sha256", pa.string()),
        ("url", pa.string()),
        ("outlet", pa.string()),
        ("title", pa.string()),
        ("published", pa.string()),
        ("language", pa.string()),
        ("archived", pa.string()),
        ("claims", pa.int32()),
        ("same", pa.string()),
        ("version", pa.string()),
        ("masked", pa.string()),
        ("record", pa.string()),
    ]
)
"""A row an article that was read; docs/batch.md tells the columns."""

ERRORS = pa.schema(
    [("sha256", pa.string()), ("source", pa.string()), ("offset", pa.int64()), ("bytes", pa.int64()), ("reason", pa.string())]
)
"""A row a document that could not be read, or a part of an archive that is broken (whose offset is null)."""

_GROUP = 16_000_000
"""Characters of records that are held before they are written: documents may be 20 MB long, and a chunk holds hundreds."""
_SAME = 32
"""Hexadecimal digits of the hashes by which articles and their versions are told apart: 128 bits."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents a chunk held, and what became of them; the claims that were read from them."""

    documents: int = 0
    taken: int = 0
    turned: int = 0
    failed: int = 0
    claims: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True, slots=True)
class Flaw:
    """A row of the table of errors."""

    sha256: str
    source: str
    offset: int | None
    bytes: int | None
    reason: str


class Writer:
    """Writes a chunk's articles a group at a time, so that what is held does not grow with the chunk."""

    def __init__(self, path: Path, source: str) -> None:
        self._file = pq.ParquetWriter(path, SCHEMA, compression="zstd")
        self._source = source
        self._rows: list[dict[str, Any]] = []
        self._held = 0

    def put(self, offset: int, taken: Taken) -> None:
        """An article that was read from a document at that place."""
        row = row_of(taken) | {"source": self._source, "offset": offset}
        self._rows.append(row)
        self._held += len(row["record"])
        if self._held >= _GROUP:
            self._write()

    def _write(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, SCHEMA))
            self._rows, self._held = [], 0

    def close(self, counts: Counts) -> None:
        """The chunk is read: note what became of it in the file itself."""
        self._write()
        self._file.add_key_value_metadata({"marsad": json.dumps(asdict(counts))})
        self._file.close()


def row_of(taken: Taken) -> dict[str, Any]:
    """The columns of an article but those of its place. ``record`` is its JSON as RECORD tells it, ``masked`` what that leaves out."""
    article = taken.report.article
    return {
        "id": article.id, "sha256": article.sha256, "url": article.url, "outlet": article.outlet, "title": article.title,
        "published": article.published, "language": article.language, "archived": taken.archived, "claims": len(taken.report.claims),
        "same": digest(article_key(article))[:_SAME], "version": article_digest(article)[:_SAME],
        "masked": json.dumps(article.masked), "record": json.dumps(as_json(taken.report), ensure_ascii=False, separators=(",", ":")),
    }  # fmt: skip


def report_of(record: str, masked: str) -> Report:
    """The report of a row, as it was read."""
    body = json.loads(record)
    stretches = [(start, end) for start, end in json.loads(masked)]
    article = from_json(Article, body["article"] | {"masked": stretches})
    return Report(article, tuple(map(claim_of, body["claims"])), tuple(from_json(Refusal, one) for one in body["refusals"]))


def counts_of(path: Path) -> Counts | None:
    """What a part says of itself; None where it is not there or is no whole file of this form."""
    try:
        return Counts(**json.loads(pq.read_metadata(path).metadata[b"marsad"]))
    except (OSError, KeyError, ValueError, TypeError):
        return None


def flaws_of(path: Path) -> Iterator[Flaw]:
    """The rows of a table of errors; none where there is no such table."""
    if path.exists():
        for row in pq.read_table(path).to_pylist():
            yield Flaw(**{one.name: row[one.name] for one in fields(Flaw)})


def write_flaws(path: Path, flaws: Iterable[Flaw]) -> None:
    """Write a table of errors, whole or not at all; where there are none there is no such file."""
    rows = [asdict(flaw) for flaw in flaws]
    if not rows:
        path.unlink(missing_ok=True)
        return
    with renamed(path) as new:
        pq.write_table(pa.Table.from_pylist(rows, ERRORS), new, compression="zstd")


@contextmanager
def renamed(path: Path) -> Iterator[Path]:
    """A new file beside a path, which takes its place when all was written; several may write the same at once."""
    new = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    try:
        yield new
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
