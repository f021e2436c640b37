"""An archive looked through once: what it is, its hash, and the places of its documents, of which chunks are made."""

import hashlib
import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from fastwarc.warc import ArchiveIterator

from marsad.batch.apart import Mark
from marsad.batch.part import FORM, Flaw, flaws_of, renamed, write_flaws
from marsad.intake.document import Kind, Position, Problem
from marsad.intake.source import items
from marsad.model import MarsadError
from marsad.store.audit import digest

_STEP = 1 << 20
KINDS: dict[str, Kind] = {"line": "line", "record": "record"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to be looked through, and the folder of the batch."""

    file: str
    out: str


@dataclass(frozen=True, slots=True)
class Source:
    """An archive: the SHA-256 of its bytes, how many they are, what its documents are, where they begin, and what of it is broken."""

    file: str
    sha256: str
    size: int
    kind: Kind
    offsets: "array[int]"
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some documents of an archive, by the places where they begin; ``size`` is about how many of its bytes they are."""

    source: str
    file: str
    kind: Kind
    offsets: tuple[int, ...]
    size: int

    def key(self, *depends: object) -> str:
        """The name of what is read from it, made from the archive's bytes, the places, and all else that it ``depends`` on."""
        return digest(self.source, self.kind, *map(str, self.offsets), str(FORM), *map(str, depends))[:32]


def place(asked: Asked) -> Path:
    """Where the places of a file as it is now are kept."""
    state = Path(asked.file).stat()
    name = digest(str(Path(asked.file).resolve()), str(state.st_size), str(state.st_mtime_ns), str(FORM))[:32]
    return Path(asked.out, "sources", f"{name}.parquet")


def known(asked: Asked) -> Source | None:
    """A file that was looked through before and has not changed since."""
    path = place(asked)
    try:
        table = pq.read_table(path)
        about = json.loads(table.schema.metadata[b"marsad"])
    except (OSError, KeyError, ValueError):
        return None
    offsets = array("q")
    for piece in table.column("offset").chunks:
        offsets.frombytes(memoryview(piece.buffers()[1])[: len(piece) * 8])
    flaws = tuple(flaws_of(Path(asked.out, "errors", f"{about['sha256']}.parquet")))
    return Source(asked.file, about["sha256"], about["size"], KINDS[about["kind"]], offsets, flaws)


def scan(asked: Asked, mark: Mark) -> None:
    """Look a file through and keep what ``known`` gives. Raises MarsadError for one that is no archive."""
    path = Path(asked.file)
    mark.at(0)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size, kind, offsets = path.stat().st_size, None, array("q")
    flaws: list[Flaw] = []
    found = items(path)
    first = next(found, None)
    for item in chain((first,) if first is not None else (), found):
        if isinstance(item, Problem):
            content, length = content_of(item.at, "record") if item.at else (sha256, size)
            flaws.append(Flaw(content, sha256, item.at.offset if item.at else None, length, item.reason))
        elif item.at is None or item.kind not in KINDS:
            raise MarsadError(f"{path} is no archive: marsad batch reads JSON Lines, WARC and WACZ; marsad add takes the rest")
        else:
            kind = item.kind
            offsets.append(item.at.offset)
    target = place(asked)
    about = {"marsad": json.dumps({"sha256": sha256, "size": size, "kind": kind or "record"})}
    write_flaws(Path(asked.out, "errors", f"{sha256}.parquet"), flaws)
    with renamed(target) as new:
        column = pa.Array.from_buffers(pa.int64(), len(offsets), [None, pa.py_buffer(offsets)])
        pq.write_table(pa.table({"offset": column}, metadata=about), new, compression="zstd")


def chunks(source: Source, documents: int) -> Iterator[Chunk]:
    """The chunks of an archive, each of so many documents but the last, and of as large a part of its bytes."""
    offsets = source.offsets
    for first in range(0, len(offsets), documents):
        own = offsets[first : first + documents]
        begin, end = (source.size * at // len(offsets) for at in (first, first + len(own)))
        yield Chunk(source.sha256, source.file, source.kind, tuple(own), end - begin)


def content_of(at: Position, kind: Kind) -> tuple[str, int]:
    """The SHA-256 of a document's bytes, and how many they are, read a piece at a time: it may be longer than memory."""
    seen, length = hashlib.sha256(), 0
    with open(at.file, "rb") as file:
        file.seek(at.offset)
        for piece in _line(file) if kind == "line" else _record(file):
            seen.update(piece)
            length += len(piece)
    return seen.hexdigest(), length


def _line(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.readline(_STEP):
        yield piece.rstrip(b"\r\n") if piece.endswith(b"\n") else piece
        if piece.endswith(b"\n"):
            return


def _record(file: BinaryIO) -> Iterator[bytes]:
    """The block of a web archive's record; nothing where there is none."""
    record: Any = next(iter(ArchiveIterator(file, parse_http=False)), None)
    while record is not None and (piece := record.reader.read(_STEP)):
        yield piece
