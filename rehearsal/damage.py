"""Bytes flipped in the file of a store: ``verify`` says so, or nothing that is read from it differs; the last backup brings it back."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from marsad.model import MarsadError
from marsad.store import overview, pages
from marsad.store.discretion import CLEARED
from marsad.store.query import Query, query_of
from marsad.store.shelf import RECORD_KINDS
from marsad.store.store import Store
from rehearsal import people
from rehearsal.stage import Found, Stage, run
from rehearsal.state import Facts, differences, facts, faults

_REPORTS = 45
_ASKED = (
    None,
    ("outcome", "killed"),
    ("place", "SY"),
    ("means", "airstrike"),
    ("from", "2016-03-01"),
    ("source", "sohr"),
    ("group", "civilians"),
)
_MOST_BYTES = 4  # flipped in one page


def play(stage: Stage) -> Found:
    """Flip bytes in pages drawn by chance, and ask ``verify``; then restore."""
    found, room = Found(), stage.room("store")
    whole, hurt = room / "whole.db", room / "hurt.db"
    people.filled(str(whole), _REPORTS, 1)
    with sqlite3.connect(whole) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    wanted, figures = facts(str(whole)), read(str(whole))
    size = whole.stat().st_size
    for _ in stage.turns(share=0.8, least=3):
        shutil.copy(whole, hurt)
        for name in ("-wal", "-shm"):
            Path(f"{hurt}{name}").unlink(missing_ok=True)
        page = stage.random.randrange(size // 4096)
        with hurt.open("r+b") as file:
            for _ in range(stage.random.randint(1, _MOST_BYTES)):
                at = page * 4096 + stage.random.randrange(4096)
                file.seek(at)
                byte = file.read(1)[0]
                file.seek(at)
                file.write(bytes([byte ^ 1 << stage.random.randrange(8)]))
        found.done["pages of the database in which bytes were flipped"] += 1
        named = _faults(str(hurt))
        found.done["of these, named by verify"] += bool(named)
        if not named:
            found.done["of these, bytes that nothing is read from"] += 1
            found.holds(
                "what verify found whole gave the same figures and the same record", _same(str(hurt), wanted, figures, page)
            )
    _restore(found, room, whole, wanted)
    return found


def _restore(found: Found, room: Path, whole: Path, wanted: Facts) -> None:
    backup, hurt = room / "backup.db", room / "marsad.db"
    shutil.copy(whole, backup)
    shutil.copy(whole, hurt)
    with hurt.open("r+b") as file:
        for page in range(8, hurt.stat().st_size // 4096, 9):
            file.seek(page * 4096 + 2000)
            file.write(b"\xff" * 64)
    told = run("verify", "--store", hurt)
    found.holds(
        "marsad verify ended with exit code 1 or 2 and named what was damaged",
        [] if told.code in (1, 2) and told.said else [f"verify ended with {told.code}"],
    )
    for name in ("", "-wal", "-shm"):
        Path(f"{hurt}{name}").unlink(missing_ok=True)
    shutil.copy(backup, hurt)
    found.done["stores restored from a backup"] += 1
    again = run("verify", "--store", hurt)
    found.holds(
        "the backup put in its place was whole, and the same",
        ([] if again.code == 0 else [f"verify of the restored store ended with {again.code}"])
        + differences(wanted, facts(str(hurt)), "restored"),
    )


def _faults(where: str) -> list[str]:
    """What verify names; a database that cannot be opened or read at all is named by its message."""
    try:
        return faults(where)
    except (MarsadError, ValueError) as error:
        return [str(error)]


def _same(where: str, wanted: Facts, figures: object, page: int) -> list[str]:
    try:
        return differences(wanted, facts(where), f"page {page} flipped") + (
            [] if read(where) == figures else [f"page {page} flipped: figures differ and verify did not say so"]
        )
    except Exception as error:
        return [f"page {page} flipped: verify found it whole and it cannot be read: {type(error).__name__}: {error}"]


def read(where: str) -> object:
    """What the store answers: of several questions the overview, the sums and the records; of words the claims that hold them."""
    with Store(where) as store, store.reading() as connection:
        asked = [query_of(dict([one] if one else []), store.atlas, CLEARED) for one in _ASKED]
        answers = [
            (overview.of(connection, query), overview.totals(connection, query), list(_listed(connection, query)))
            for query in asked
        ]
        words = query_of({"q": "غارة"}, store.atlas, CLEARED)
        return answers, pages.claims_page(connection, words, 500)


def _listed(connection: Connection, query: Query) -> Iterator[object]:
    for kind in RECORD_KINDS:
        yield pages.records_page(connection, kind, query, 500)
