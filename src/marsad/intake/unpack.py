"""Compressed bytes to bytes, never more of them than allowed: a few kilobytes can hold terabytes."""

import zlib
from collections.abc import Iterable

from marsad.model import MarsadError

_STEP = 65_536  # bytes let out at once
ENCODINGS = "gzip, deflate"
"""The content encodings that are asked for and undone."""


def unpack(data: bytes, encodings: Iterable[str], most: int, where: str) -> bytes:
    """The bytes under the content encodings of a response (RFC 9110), the last one applied undone first.

    Raises MarsadError for an encoding that was not asked for, for broken or truncated data, and when over ``most`` bytes come out.
    """
    for encoding in reversed(list(encodings)):
        name = encoding.strip().lower()
        if name in ("", "identity"):
            continue
        if name not in ("gzip", "x-gzip", "deflate"):
            raise MarsadError(f"{where} came in the encoding {name!r}, which was not asked for: it is not read")
        data = inflate(data, most, where)
    return data


def inflate(data: bytes, most: int, where: str) -> bytes:
    """The bytes of gzip members, a zlib stream or a bare deflate stream (which servers also call deflate).

    Raises MarsadError as ``unpack`` does.
    """
    if data[:2] == b"\x1f\x8b":
        window = zlib.MAX_WBITS | 16
    elif len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0:
        window = zlib.MAX_WBITS
    else:
        window = -zlib.MAX_WBITS
    out = bytearray()
    rest = data
    try:
        while rest:
            stream = zlib.decompressobj(window)
            while rest and not stream.eof:
                out += stream.decompress(rest, min(_STEP, most + 1 - len(out)))
                if len(out) > most:
                    raise MarsadError(f"{where} unpacks to over {most // 1_000_000} MB: it is not read")
                rest = stream.unconsumed_tail
            if not stream.eof:
                raise MarsadError(f"{where} ends in the middle of its compressed data: get it again")
            rest = stream.unused_data if stream.unused_data[:2] == b"\x1f\x8b" else b""
    except zlib.error:
        raise MarsadError(f"{where} is said to be compressed and is not: get it again") from None
    return bytes(out)
