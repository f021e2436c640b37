"""The archive's index as the store keeps it: what was noted is written with the articles read from it, in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from marsad.intake.archive import Archive, Capture
from marsad.intake.document import Position
from marsad.model import MarsadError
from marsad.store import captures
from marsad.store.store import Store


class Held:
    """An index over a store; what is noted is held back until ``flush``."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._noted: list[Capture] = []

    def holder(self, body: str) -> Capture | None:
        """The capture whose record holds the bytes of that SHA-256."""
        for capture in self._noted:
            if capture.body == body and capture.own is None:
                return capture
        with self._store.reading() as connection:
            found = captures.holder(connection, body)
        return capture_of(found) if found else None

    def note(self, capture: Capture) -> None:
        """Remember a capture at the next ``flush``."""
        self._noted.append(capture)

    def flush(self, connection: Connection) -> None:
        """Write what was noted, inside a transaction."""
        captures.note(connection, map(columns_of, self._noted))
        self._noted.clear()


def columns_of(capture: Capture) -> dict[str, Any]:
    """A capture as the columns of the store's table."""
    plain = {name: getattr(capture, name) for name in ("url", "moment", "status", "sha256", "body", "type")}
    own = {f"own_{name}": value for name, value in asdict(capture.own or Position("")).items()} if capture.own else {}
    empty = dict.fromkeys(("own_file", "own_offset", "own_length"))
    return plain | asdict(capture.at) | empty | own


def capture_of(row: Mapping[str, Any]) -> Capture:
    """A capture from the columns of the store's table."""
    own = Position(row["own_file"], row["own_offset"], row["own_length"]) if row["own_file"] else None
    at = Position(row["file"], row["offset"], row["length"])
    return Capture(row["url"], row["moment"], row["status"], row["sha256"], row["body"], at, row["type"], own)


def faults(
    archive: Archive, connection: Connection, tell: Callable[[int, int], None] = lambda done, found: None
) -> Iterator[str]:
    """What of the archive is amiss: a record that is not where it was put, or no longer holds the bytes whose hash an article bears."""
    found = 0
    for done, (row, _, _) in enumerate(captures.listed(connection), 1):
        try:
            archive.content(capture_of(row))
        except MarsadError as error:
            found += 1
            yield str(error)
        tell(done, found)


def places(connection: Connection, article: str) -> list[Capture]:
    """Where the bytes of an article's versions lie, the first one first. ``article`` is its id."""
    return [capture_of(row) for sha256 in captures.hashes(connection, article) for row in captures.of_content(connection, sha256)]
