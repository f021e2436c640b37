"""The archive: every byte that was fetched, kept once under its SHA-256, in WARC files that are only added to.

Writers of several processes take turns. One that is killed in the middle leaves the beginning of a record behind, which the next
writer cuts off: where the whole records end is kept beside the file, and written after them.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from marsad.intake import record
from marsad.intake.document import Position
from marsad.intake.fetch import Fetched
from marsad.intake.record import Earlier
from marsad.intake.warc import payload
from marsad.model import MarsadError
from marsad.version import VERSION

LARGEST = 1_000_000_000
"""Bytes from which a new file is begun; the size that the Internet Archive and Common Crawl keep to."""

_END = "end.json"
_LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Capture:
    """What the archive holds of one address at one moment.

    ``sha256`` is that of the content (what an article's ``sha256`` is), ``body`` that of the bytes as they were sent. ``at`` is the
    place of the record that holds them, and ``own`` that of the record of this very exchange, where it is another: one that only says
    that the same bytes came again. ``moment`` is UTC to the second.
    """

    url: str
    moment: str
    status: int
    sha256: str
    body: str
    at: Position
    type: str | None = None
    own: Position | None = None


class Index(Protocol):
    """What finds captures again; the store keeps one."""

    def holder(self, body: str) -> Capture | None:
        """The capture whose record holds the bytes of that SHA-256."""

    def note(self, capture: Capture) -> None:
        """Remember a capture."""


class Archive:
    """The WARC files of one folder; ``largest`` is the size from which the next is begun."""

    def __init__(self, folder: Path, index: Index, largest: int = LARGEST) -> None:
        self.folder = folder
        self._index = index
        self._largest = largest

    def keep(self, got: Fetched) -> Capture:
        """Keep an answer; where the same bytes are held already, only that they were met again."""
        body = hashlib.sha256(got.body).hexdigest()
        held = self._index.holder(body) if got.body else None
        place = self._append(record.response(got, Earlier(held.url, held.moment) if held else None))
        content = hashlib.sha256(got.content).hexdigest()
        at, own = (held.at, place) if held else (place, None)
        capture = Capture(got.url, record.moment(got.at), got.status, content, body, at, got.header("content-type"), own)
        self._index.note(capture)
        return capture

    def keep_file(self, data: bytes, url: str, at: datetime, type: str) -> Capture:
        """Keep the bytes of a file, unless they are held already."""
        sha256 = hashlib.sha256(data).hexdigest()
        if held := self._index.holder(sha256):
            return held
        place = self._append(record.resource(data, url, at, type))
        capture = Capture(url, record.moment(at), 200, sha256, sha256, place, type)
        self._index.note(capture)
        return capture

    def content(self, capture: Capture) -> bytes:
        """The content of a capture. Raises MarsadError when the file is not there or no longer holds it."""
        place = Position(str(self.folder / capture.at.file), capture.at.offset, capture.at.length)
        found = payload(place, longest=LARGEST).content
        if hashlib.sha256(found).hexdigest() != capture.sha256:
            raise MarsadError(f"{place.file} at {place.offset} no longer holds what was kept there: restore the file from a copy")
        return found

    def raw(self, place: Position) -> bytes:
        """A record as it lies in its file: one gzip member."""
        try:
            with (self.folder / place.file).open("rb") as file:
                file.seek(place.offset)
                return file.read(place.length or -1)
        except OSError as error:
            raise MarsadError(f"{self.folder / place.file} cannot be read: {error.strerror}") from error

    def erase(self, place: Position) -> None:
        """Write over a record; those after it stay where they are. Raises MarsadError when it cannot be written."""
        with self._alone(), (self.folder / place.file).open("r+b") as file:
            file.seek(place.offset)
            file.write(record.blank(place.length or 0))
            file.flush()
            os.fsync(file.fileno())

    def copy(self, folder: Path) -> int:
        """Copy the archive while it is written to: the whole records that were there when the copying began; how many bytes.

        A copy of the store made before refers to no record that is not in it.
        """
        if not self.folder.is_dir():
            return 0
        with self._alone():
            current, end = self._current()
        try:
            folder.mkdir(parents=True)
            for file in sorted(self.folder.glob("*.warc.gz")):
                if file.name <= current:
                    shutil.copyfile(file, folder / file.name)
            if (folder / current).exists():
                os.truncate(folder / current, end)
                (folder / _END).write_text(json.dumps({"file": current, "end": end}), "utf-8")
            return sum(file.stat().st_size for file in folder.glob("*.warc.gz"))
        except OSError as error:
            raise MarsadError(f"the archive cannot be copied to {folder}: {error.strerror or error}") from error

    def _append(self, member: bytes) -> Position:
        with self._alone():
            name, end = self._current()
            with (self.folder / name).open("r+b" if (self.folder / name).exists() else "w+b") as file:
                file.truncate(end)
                file.seek(end)
                if end == 0:
                    file.write(record.info(f"Marsad {VERSION}", datetime.now(UTC)))
                start = file.tell()
                file.write(member)
                file.flush()
                os.fsync(file.fileno())
            self._set_end(name, start + len(member))
        return Position(name, start, len(member))

    def _current(self) -> tuple[str, int]:
        """The file that is written to and where its whole records end; a new one when it is full."""
        try:
            held = json.loads((self.folder / _END).read_text("utf-8"))
            name, end = str(held["file"]), int(held["end"])
        except FileNotFoundError:
            name, end = "", 0
        except (ValueError, KeyError, TypeError) as error:
            raise MarsadError(f"{self.folder / _END} is damaged: delete it, and a new file is begun") from error
        if not name or end >= self._largest:
            number = len(list(self.folder.glob("marsad-*.warc.gz"))) + 1
            return f"marsad-{number:05d}.warc.gz", 0
        return name, end

    def _set_end(self, name: str, end: int) -> None:
        new = self.folder / f"{_END}.new"
        new.write_text(json.dumps({"file": name, "end": end}), "utf-8")
        os.replace(new, self.folder / _END)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / _LOCK).open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise MarsadError(f"the archive {self.folder} cannot be written: {error.strerror or error}") from error
