"""Documents that people bring: read from a request up to a size, kept in the archive under their hash, and sent so that none can run."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from marsad.desk.forms import Fields
from marsad.desk.room import Room
from marsad.intake.archive import Archive
from marsad.intake.held import Held, capture_of
from marsad.intake.media import SHOWN, UNKNOWN, ending, media
from marsad.model import MarsadError
from marsad.store import captures
from marsad.store.testimonies import Document

LONGEST = 100_000_000
"""Bytes of a document: some minutes of video."""
_AROUND = 1_000_000  # bytes of a form beside its document


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form, and the bytes of its document; its file's name is dropped, for it may name someone."""

    fields: Fields
    data: bytes


async def sent(request: Request) -> Sent:
    """A form with a document. HTTPException 411 where its length is not told, 413 where it is over LONGEST."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411, "the length of the form is not told")
    if int(length) > LONGEST + _AROUND:
        raise HTTPException(413, f"the document is over {LONGEST // 1_000_000} MB: shorten it, or describe it in words")
    async with request.form() as form:
        file = form.get("document")
        data = await file.read() if isinstance(file, UploadFile) else b""
        return Sent({name: value for name, value in form.items() if isinstance(value, str)}, data)


def keep(room: Room, data: bytes) -> Document | None:
    """Keep a document once in the archive, under its SHA-256; None where there is none. MarsadError where this desk has no archive."""
    if not data:
        return None
    if len(data) > LONGEST:
        raise MarsadError(f"the document is over {LONGEST // 1_000_000} MB: shorten it, or describe it in words")
    if room.settings.archive is None:
        raise MarsadError("this desk has no archive to keep documents in: whoever runs it names one with --archive")
    found, held = Document(hashlib.sha256(data).hexdigest(), media(data), len(data)), Held(room.store)
    Archive(room.settings.archive, held).keep_file(data, f"urn:sha256:{found.sha256}", datetime.now(UTC), found.media)
    with room.store.writing() as connection:
        held.flush(connection)
    return found


def served(room: Room, sha256: str) -> Response:
    """A document: a picture to be shown, anything else to be saved, and none of them able to run. HTTPException 404 where it is not held."""
    with room.store.reading() as connection:
        row = captures.holder(connection, sha256)
    if row is None or room.settings.archive is None:
        raise HTTPException(404)
    data = Archive(room.settings.archive, Held(room.store)).content(capture_of(row))
    type = media(data)
    shown = "inline" if type in SHOWN else "attachment"
    headers = {
        "content-disposition": f'{shown}; filename="{sha256[:16]}.{ending(type)}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }
    return Response(data, media_type=type if type in SHOWN else UNKNOWN if type == "text/plain" else type, headers=headers)
