"""Web archives: WARC files, and WACZ packages of them. Every record is named by its place in the file."""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from marsad.intake.document import Document, Position, Problem
from marsad.intake.sniff import sniff
from marsad.intake.unpack import unpack
from marsad.model import MarsadError

LONGEST = 20_000_000
"""Bytes of the longest record that is read; the longest page of a news site in a crawl is under a tenth of it."""

_KINDS = WarcRecordType.response | WarcRecordType.resource
_LOCAL = struct.Struct("<26x2H")  # of a ZIP local file header: the lengths of its name and of its extra field
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Payload:
    """What a record holds: the answer's bytes without their content encoding, and what the archive says of them."""

    content: bytes
    url: str | None
    status: int | None
    at: str | None


def records(path: Path, base: int = 0, length: int | None = None, name: str | None = None) -> Iterator[Document | Problem]:
    """The responses and resources of a WARC file (or of ``length`` bytes of one that begins at ``base``), not yet read.

    A file that ends in the middle of a record, or holds what is no record, is said after the records before that place: the
    library ends silently there, so the place is compared with the size.
    """
    where = name or str(path)
    size = length if length is not None else path.stat().st_size - base
    last: int | None = None
    with path.open("rb") as file:
        stream = _Window(file, base, size)
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                if last == record.stream_pos:
                    yield Problem(
                        where, "is compressed as one piece, so that its records have no places: warcio recompress mends it"
                    )
                    return
                last = record.stream_pos
                if record.content_length > LONGEST:
                    yield Problem(
                        f"{where} at {last}",
                        f"the record is said to be {record.content_length:,} bytes long: it is not read",
                        Position(str(path), base + last),
                    )
                elif record.record_type & _KINDS:
                    yield Document(
                        where=f"{where} at {last}",
                        at=Position(str(path), base + last),
                        kind="record",
                        url=record.headers.get("WARC-Target-URI"),
                        asserted=False,
                        sifted=True,
                    )
        except (OSError, ValueError, RuntimeError) as error:
            yield Problem(where, f"is broken after the record at {last}: {_line(error)}")
            return
        if last is None:
            yield Problem(where, "holds no WARC record" if size else "is empty")
        elif (end := _end(_Window(file, base, size), last)) != size:
            yield Problem(where, f"is cut off or damaged: its last whole record ends at {end:,} of {size:,} bytes")


def payload(position: Position, longest: int = LONGEST) -> Payload:
    """What the record at a place holds. Raises MarsadError when there is none, or when it is longer than ``longest``."""
    where = f"{position.file} at {position.offset}"
    try:
        with open(position.file, "rb") as file:
            file.seek(position.offset)
            record = next(iter(ArchiveIterator(file, parse_http=False)), None)
            if record is None or record.content_length > longest:
                raise MarsadError(f"{where} is no record that can be read: add its file again")
            return _payload(record, longest, where)
    except OSError as error:
        raise MarsadError(f"{where} cannot be read: {error.strerror or error}") from error


def wacz(path: Path) -> Iterator[Document | Problem]:
    """The records of the WARC files in a WACZ 1.1.1 package, read where they lie in it.

    A file whose hash is not the one that ``datapackage.json`` gives is said and still read.
    """
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        yield Problem(str(path), f"is no whole ZIP package: {_line(error)}")
        return
    with package, path.open("rb") as file:
        hashes = _hashes(package)
        members = [
            m for m in package.infolist() if m.filename.startswith("archive/") and m.filename.endswith((".warc", ".warc.gz"))
        ]
        if not members:
            yield Problem(str(path), "is a package without a WARC file under archive/")
        for member in members:
            name = f"{path} · {member.filename}"
            if member.compress_type != zipfile.ZIP_STORED:
                yield Problem(name, "is compressed once more, which WACZ does not allow: unpack it and add the WARC file")
                continue
            file.seek(member.header_offset)
            start = member.header_offset + 30 + sum(_LOCAL.unpack(file.read(30)))
            given = hashes.get(member.filename)
            if given and given != _sha256(_Window(file, start, member.file_size)):
                yield Problem(name, "is not what the package says it is: its SHA-256 differs")
            yield from records(path, start, member.file_size, name)


class _Window:
    """Bytes ``start`` to ``start + size`` of a file, as a file."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._start, self._size = file, start, size
        file.seek(start)

    def read(self, count: int = -1) -> bytes:
        left = self._start + self._size - self._file.tell()
        return self._file.read(left if count < 0 else min(count, left)) if left > 0 else b""

    def close(self) -> None:
        """The file is closed by whoever opened it."""

    def tell(self) -> int:
        return self._file.tell() - self._start

    def seek(self, offset: int, whence: int = 0) -> int:
        origin = {0: self._start, 1: self._file.tell(), 2: self._start + self._size}[whence]
        return self._file.seek(origin + offset) - self._start


def _end(stream: _Window, last: int) -> int:
    """Where the last record that is whole ends; ``last`` when the record there is not."""
    stream.seek(last)
    head = stream.read(_STEP)
    if head[:2] == b"\x1f\x8b":
        return _member_end(stream, last, head)
    header, found, _ = head.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2].strip() for line in header.splitlines() if line.lower().startswith(b"content-length:")]
    if not found or not lengths or not lengths[0].isdigit():
        return last
    end = last + len(header) + 4 + int(lengths[0]) + 4
    stream.seek(0, 2)
    return end if end <= stream.tell() else last


def _member_end(stream: _Window, last: int, data: bytes) -> int:
    inflating, at = zlib.decompressobj(zlib.MAX_WBITS | 16), last
    while data:
        try:
            while data and not inflating.eof:
                before = len(data)
                inflating.decompress(data, _STEP)
                data = inflating.unconsumed_tail or inflating.unused_data
                at += before - len(data)
        except zlib.error:
            return last
        if inflating.eof:
            return at
        data = stream.read(_STEP)
    return last


def _payload(record: WarcRecord, longest: int, where: str) -> Payload:
    headers = record.headers
    status, encodings = None, list[str]()
    if record.is_http and record.record_type == WarcRecordType.response:
        record.parse_http()
        status = record.http_headers.status_code
        encodings = [v for k, v in record.http_headers if k.lower() == "content-encoding" for v in v.split(",")]
    body = record.reader.read(longest + 1)
    if encodings and sniff(body) not in ("html", "text", "feed", "xml"):  # many archives keep the header and not the encoding
        body = unpack(body, encodings, longest, where)
    return Payload(body, headers.get("WARC-Target-URI"), status, headers.get("WARC-Date"))


def _hashes(package: zipfile.ZipFile) -> dict[str, str]:
    try:
        described = json.loads(package.read("datapackage.json"))
        return {r["path"]: r["hash"].removeprefix("sha256:") for r in described["resources"] if r["hash"].startswith("sha256:")}
    except (KeyError, ValueError, TypeError, AttributeError):
        return {}


def _sha256(stream: _Window) -> str:
    digest = hashlib.sha256()
    while block := stream.read(_STEP):
        digest.update(block)
    return digest.hexdigest()


def _line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
