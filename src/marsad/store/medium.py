"""Whether the database itself can be read: its pages, its indexes, its letters; before what it says is looked at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

_MOST = 20  # faults of pages that are named; one bad page can make thousands


def faults(connection: Connection) -> Iterator[str]:
    """What is amiss with the pages of an SQLite file, a line each. Nothing on PostgreSQL, which checks its pages itself where its data
    checksums are on."""
    if connection.dialect.name != "sqlite":
        return
    try:
        for row in connection.execute(text(f"PRAGMA integrity_check({_MOST})")):
            if row[0] != "ok":
                yield f"database: {' '.join(str(row[0]).split())}"
    except DBAPIError as error:
        yield unreadable("its pages", error)


def readable(part: str, found: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What a look at a part of the store finds; that it cannot be read is found too, and does not end the looking at others."""
    try:
        yield from found()
    except DBAPIError as error:
        yield unreadable(part, error)
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # JSON that lost a name, a number that is none
        yield f"database: {part} cannot be looked at, for what it rests on is damaged ({type(error).__name__}): restore the last backup"


def unreadable(part: str, error: DBAPIError) -> str:
    """The line of a part of the database that cannot be read."""
    return f"database: {part} cannot be read ({str(error.orig).splitlines()[0][:80]}): restore the last backup"


@contextmanager
def lenient(connection: Connection) -> Iterator[None]:
    """Bytes that are no letters are read as such, so that a look at what is damaged can say where it stands."""
    raw = connection.connection.dbapi_connection if connection.dialect.name == "sqlite" else None
    if raw is not None:
        raw.text_factory = _letters
    try:
        yield
    finally:
        if raw is not None:
            raw.text_factory = str


def _letters(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
