"""The database of a store: SQLite in one file, or PostgreSQL by its address; its troubles as one line for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, IntegrityError, NoSuchModuleError, OperationalError

from marsad.model import MarsadError, Unavailable

_WAIT = 10.0  # seconds that a write waits for another program's
_CACHE = 16 * 1024  # KiB of pages that a connection keeps: mapped instead, an export of a million claims held 1.8 GB of the file
_OPEN, _MORE = 10, 30  # connections kept open, and opened beyond them for a moment
_MOST = 16  # writers that wait at once: a desk answers with 40 threads, and those who only read must find one
_PATIENCE = 60.0  # seconds that a write waits for others of this very program, who are let in one after the other
_QUEUE = "marsad_queue"  # the execution option that holds an engine's queue of writers
_WRITING = "marsad_writing"  # the execution option that tells a transaction that writes
_CHAIN = 0x6D6172736164  # the number of PostgreSQL's advisory lock that makes writers queue: "marsad" in ASCII

_LOCKED = text(
    "SELECT pg_advisory_xact_lock(:chain),"
    " CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END"
)
"""What a transaction that writes begins with on PostgreSQL: where the server acknowledges before its log is written
(synchronous_commit off, a common setting), a crash took verdicts and articles that people had been told were kept."""

_PASSING = (
    ("is locked", "is being written by another program: wait until it has ended, then give the command again"),
    ("disk is full", "lies on a full disk: free some space, then give the command again; what was kept before is whole"),
    ("no space left", "lies on a full disk: free some space, then give the command again; what was kept before is whole"),
    ("disk i/o error", "cannot be written: is its disk full or gone? What was kept before is whole"),
)
"""A piece of what a database says, in small letters, and what it means for a person, where that may pass."""

_LASTING = (
    ("readonly", "may only be read: give yourself the right to write it, or name another with --store"),
    ("not a database", "is no store of Marsad's: name another file with --store"),
    ("malformed", "is damaged: restore its last backup; marsad verify names what is amiss"),
    ("could not decode", "is damaged: restore its last backup; marsad verify names what is amiss"),
    ("unable to open", "cannot be opened: check that its folder is there and may be written"),
    ("cannot open", "cannot be opened: check that its folder is there and may be written"),
)
"""The same, where it does not pass by itself."""


def engine_of(where: str) -> Engine:
    """The engine of a store: ``where`` is the path of an SQLite file, or an address such as postgresql+psycopg://host/name.

    Raises MarsadError for an address of a database that Marsad does not keep to.
    """
    try:
        url = make_url(where) if "://" in where else URL.create("sqlite+pysqlite", database=where)
    except ArgumentError:
        raise MarsadError(
            f"{where!r} is no address of a database: write a file's path or postgresql+psycopg://host/name"
        ) from None
    if url.get_backend_name() == "postgresql":
        try:
            engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
        except (ImportError, NoSuchModuleError):
            raise MarsadError("PostgreSQL needs its driver: install marsad[postgres]") from None
    elif url.get_backend_name() == "sqlite":
        driver = {"timeout": _WAIT, "check_same_thread": False}
        engine = create_engine(url, connect_args=driver, pool_size=_OPEN, max_overflow=_MORE, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        engine.update_execution_options(**{_QUEUE: (Lock(), BoundedSemaphore(_MOST))})
    else:
        raise MarsadError(f"{url.get_backend_name()} is not kept to: use a file of SQLite's or postgresql+psycopg://host/name")
    event.listen(engine, "begin", _begin)
    return engine


def named(engine: Engine) -> str:
    """The store's name for people, without its password."""
    return engine.url.database or "the store" if engine.dialect.name == "sqlite" else engine.url.render_as_string()


def must_exist(where: str) -> None:
    """Raise MarsadError when ``where`` is the path of a file that is not there: to look is not to make a store."""
    if "://" not in where and not Path(where).exists():
        raise MarsadError(f"there is no store {where}: make one with marsad add, or name another with --store")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the store as it is at one moment."""
    with _explained(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is kept whole or not at all; writers queue, so that the chain of acts has one end."""
    with (
        _explained(engine),
        _queued(engine),
        engine.connect().execution_options(**{_WRITING: True}) as connection,
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            connection.execute(_LOCKED, {"chain": _CHAIN})
        yield connection


def compact(engine: Engine) -> None:
    """Write all tables anew, and empty SQLite's log of writing. Raises Unavailable while another program uses them."""
    with _explained(engine):
        if engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM FULL"))
            return
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("VACUUM")
            busy, *_ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            raw.close()
        if busy:
            raise Unavailable(f"{named(engine)} is in use: its log of writing cannot be emptied")


@contextmanager
def _queued(engine: Engine) -> Iterator[None]:
    """A place in the queue of an SQLite engine's writers: SQLite lets in whoever happens to ask when it is free, and somebody in a crowd
    would ask in vain for longer than it waits. PostgreSQL's lock queues by itself."""
    queue: tuple[Lock, BoundedSemaphore] | None = engine.get_execution_options().get(_QUEUE)
    if queue is None:
        yield
        return
    turn, places = queue
    if not places.acquire(blocking=False):
        raise Unavailable(f"{named(engine)} is being written by too many at once: try again in a while")
    try:
        if not turn.acquire(timeout=_PATIENCE):
            raise Unavailable(f"{named(engine)} has been written by others for long: try again in a while")
        try:
            yield
        finally:
            turn.release()
    finally:
        places.release()


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin says so, not where the driver guesses
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # one flush a batch; a loss of power must not take a committed article
        "foreign_keys=ON",
        f"cache_size=-{_CACHE}",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITING) else "BEGIN")


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """What the database complains of as MarsadError, where a person can do something about it."""
    try:
        yield
    except IntegrityError as error:
        raise MarsadError(f"{named(engine)} refused what was to be kept: {_first_line(error)}") from error
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error).lower()
        for piece, meaning in _PASSING:
            if piece in said:
                raise Unavailable(f"{named(engine)} {meaning}") from error
        for piece, meaning in _LASTING:
            if piece in said:
                raise MarsadError(f"{named(engine)} {meaning}") from error
        if isinstance(error, OperationalError | DatabaseError) and getattr(error, "connection_invalidated", False):
            raise Unavailable(
                f"{named(engine)} went away in the middle: nothing was half kept, give the command again"
            ) from error
        if engine.dialect.name == "postgresql" and isinstance(error, OperationalError):
            raise Unavailable(f"{named(engine)} cannot be reached: {_first_line(error)}") from error
        raise


def _first_line(error: Exception) -> str:
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
