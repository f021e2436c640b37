"""The archive's part of a purge: records that hold a person's name, or the bytes of articles that did, are written over where they lie."""

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Connection

from marsad.intake.archive import Archive, Capture
from marsad.intake.held import capture_of
from marsad.model import MarsadError
from marsad.page.decode import decode
from marsad.store import captures
from marsad.store.erased import Erased

_TAG = re.compile(r"<[^<>]*>")


def erase(
    connection: Connection, archive: Archive, hashes: Iterable[str], stands: Callable[[str], bool]
) -> tuple[list[Erased], list[str]]:
    """Write over what the archive holds of articles with these SHA-256, and whatever else a name ``stands`` in: what went, and what is left.

    Left are web archives that were given and pointed at where they lie: they are not Marsad's to change, and are named.
    """
    purged, wanted = set(hashes), defaultdict[Capture, list[tuple[int, str]]](list)
    left: list[str] = []
    for row, _, _ in captures.listed(connection):
        capture = capture_of(row)
        theirs = Path(capture.at.file).is_absolute()
        if row["sha256"] in purged or stands(row["url"]) or (not theirs and stands(words(archive, capture))):
            if theirs:
                left.append(f"{capture.at.file} at {capture.at.offset}")
            else:
                wanted[capture].append((row["no"], row["sha256"]))
    gone: list[Erased] = []
    for capture, rows in wanted.items():
        for place in (capture.at, capture.own):
            if place is not None:
                archive.erase(place)
        gone += [Erased("capture", number, sha256, "") for number, sha256 in rows]
    captures.forget(connection, [one.row for one in gone])
    return gone, left


def words(archive: Archive, capture: Capture) -> str:
    """The words of a capture, roughly: a name may be parted by marks of a page, and written in its entities."""
    try:
        data = archive.content(capture)
    except MarsadError:
        return ""
    try:
        text = decode(data, capture.url)
    except MarsadError:
        text = data.decode("utf-8", "ignore")
    return html.unescape(f"{text}\n{_TAG.sub('', text)}\n{_TAG.sub(' ', text)}")
