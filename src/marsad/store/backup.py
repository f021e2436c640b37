"""A copy of a store while it is in use: SQLite's by its own means of copying, PostgreSQL's by pg_dump."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from marsad.model import MarsadError
from marsad.store.connect import must_exist


def copy(where: str, folder: Path) -> Path:
    """Copy the store at ``where`` into a folder, as it was at one moment; the file made: a store, or a dump for pg_restore.

    Raises MarsadError when there is no such store, when the copy cannot be written, or where pg_dump is not there.
    """
    must_exist(where)
    if "://" in where:
        return _dumped(where, folder / "marsad.dump")
    made = folder / Path(where).name
    try:
        with (
            closing(sqlite3.connect(f"file:{Path(where).absolute()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(made)) as copied,
        ):
            source.backup(copied)
    except sqlite3.Error as error:
        made.unlink(missing_ok=True)
        raise MarsadError(f"{where} cannot be copied to {made}: {error}") from error
    return made


def _dumped(where: str, made: Path) -> Path:
    program = shutil.which("pg_dump") or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), reverse=True)), None
    )
    if program is None:
        raise MarsadError("a copy of a PostgreSQL store needs pg_dump (Debian: apt install postgresql-client)")
    address = make_url(where).set(drivername="postgresql").render_as_string(hide_password=False)
    done = subprocess.run([program, "-Fc", "--file", str(made), "--dbname", address], capture_output=True, text=True)
    if done.returncode:
        made.unlink(missing_ok=True)
        raise MarsadError(f"pg_dump could not copy the store: {' '.join(done.stderr.split())[:300]}")
    return made
