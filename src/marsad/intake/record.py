"""Records of a web archive as bytes: WARC 1.1 (ISO 28500:2017), each a gzip member of its own."""

import gzip
import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from marsad.intake.fetch import Fetched
from marsad.model import MarsadError

REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_LEVEL = 6
_HIDDEN = frozenset(("transfer-encoding", "connection", "keep-alive", "proxy-authenticate", "trailer", "upgrade", "set-cookie"))
"""Headers of the connection and not of the page (RFC 9110, 7.6.1), which the record writes under X-Archive-Orig-; and cookies, which name a reader."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record that holds the same payload already."""

    url: str
    at: str


def response(got: Fetched, earlier: Earlier | None = None) -> bytes:
    """The record of an exchange; where its payload is held already, a revisit that has the headers only and refers to it."""
    block = _http(got) + (b"" if earlier else got.body)
    fields = [("WARC-Target-URI", got.url), ("WARC-Payload-Digest", label(got.body))]
    if got.ip:
        fields.append(("WARC-IP-Address", got.ip))
    if earlier:
        fields += [("WARC-Profile", REVISIT), ("WARC-Refers-To-Target-URI", earlier.url), ("WARC-Refers-To-Date", earlier.at)]
    return record("revisit" if earlier else "response", got.at, block, "application/http; msgtype=response", fields)


def resource(data: bytes, url: str, at: datetime, kind: str) -> bytes:
    """The record of bytes that came otherwise than over HTTP, such as a file's; ``kind`` is their media type."""
    return record("resource", at, data, kind, [("WARC-Target-URI", url), ("WARC-Payload-Digest", label(data))])


def info(software: str, at: datetime) -> bytes:
    """The record that opens a file and says what wrote it."""
    lines = f"software: {software}\r\nformat: WARC File Format 1.1\r\n"
    return record("warcinfo", at, lines.encode(), "application/warc-fields", [])


def record(type: str, at: datetime, block: bytes, kind: str, fields: Iterable[tuple[str, str]]) -> bytes:
    """A record with these fields, its own id and its block's digest, as one gzip member."""
    return gzip.compress(_plain(type, at, block, kind, fields), _LEVEL, mtime=0)


def _plain(type: str, at: datetime, block: bytes, kind: str, fields: Iterable[tuple[str, str]]) -> bytes:
    head = [
        ("WARC-Type", type), ("WARC-Record-ID", f"<urn:uuid:{uuid4()}>"), ("WARC-Date", moment(at)), *fields,
        ("WARC-Block-Digest", label(block)), ("Content-Type", kind), ("Content-Length", str(len(block))),
    ]  # fmt: skip
    lines = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in head)
    return b"WARC/1.1\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"


def blank(length: int) -> bytes:
    """A record that says that one was erased, as one gzip member of just so many bytes: what lies after it keeps its place.

    The bytes that are left over stand in the member's comment (RFC 1952, FCOMMENT). Raises MarsadError where it does not fit.
    """
    block = b"erased"
    data = _plain("metadata", datetime.now(UTC), block, "text/plain", [])
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packing.compress(data) + packing.flush()
    rest = length - len(packed) - 10 - 1 - 8  # the member's head, the end of its comment, its checksum and size
    if rest < 0:
        raise MarsadError(f"a record of {length} bytes is too short to be written over")
    return b"\x1f\x8b\x08\x10\0\0\0\0\0\xff" + b" " * rest + b"\0" + packed + struct.pack("<II", zlib.crc32(data), len(data))


def label(data: bytes) -> str:
    """The labelled digest of some bytes: their SHA-256 in hexadecimal."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def moment(at: datetime) -> str:
    """A moment as WARC writes it: UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _http(got: Fetched) -> bytes:
    """The head of the answer. Its length is that of the body as kept, whatever way it was sent in."""
    lines = [f"HTTP/1.1 {got.status} {_one_line(got.reason)}".rstrip()]
    for name, value in got.headers:
        if name.lower() == "content-length":
            continue
        hidden = name.lower() in _HIDDEN
        if name.lower() != "set-cookie":
            lines.append(f"{'X-Archive-Orig-' if hidden else ''}{name}: {_one_line(value)}")
    lines.append(f"Content-Length: {len(got.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _one_line(value: str) -> str:
    return " ".join(value.split())
