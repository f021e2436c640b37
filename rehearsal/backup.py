"""Backup and restore while a desk, its people and a watch are at work: what is restored elsewhere is whole, and is what was there."""

import subprocess
import time
from pathlib import Path

from sqlalchemy import create_engine, select, text
from tools.postgres import programs, running

from marsad.store.store import Store
from marsad.store.tables import acts
from rehearsal import material, people
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage, clean, run, start
from rehearsal.state import facts, faults


def play(stage: Stage) -> Found:
    """Back up a store of SQLite's and one of PostgreSQL's in use, restore them elsewhere, verify, compare."""
    found = Found()
    for number in stage.turns(share=0.5):
        room = stage.room(f"sqlite-{number}")
        where = str(room / "marsad.db")
        copy = _in_use(stage, found, room, where)
        restored = str(copy / "marsad.db")
        found.done["backups of an SQLite store in use"] += 1
        _whole(found, restored, where, copy)
    if programs() is None:
        found.left.append("a backup by pg_dump: PostgreSQL's programs are not there (Debian: apt install postgresql)")
        return found
    with running(programs()) as server:  # type: ignore[arg-type]
        _database(server.address, "used")
        _database(server.address, "restored")
        room = stage.room("postgresql")
        where = f"{server.address.rpartition('/')[0]}/used"
        copy = _in_use(stage, found, room, where)
        restored = f"{server.address.rpartition('/')[0]}/restored"
        plain = restored.replace("postgresql+psycopg", "postgresql")
        done = subprocess.run(
            [str(programs() / "pg_restore"), "--dbname", plain, str(copy / "marsad.dump")], capture_output=True, text=True
        )  # type: ignore[operator]
        found.faults += [f"pg_restore: {done.stderr[:300]}"] if done.returncode else []
        found.done["backups of a PostgreSQL store in use"] += 1
        _whole(found, restored, where, copy)
    return found


def _in_use(stage: Stage, found: Found, room: Path, where: str) -> Path:
    """A backup made while a desk is at work and a watch takes pages in; its folder."""
    keys = people.filled(where, 30, 3)
    archive = {"MARSAD_ARCHIVE": str(room / "marsad.archive")}
    with material.site(material.reports(40, 100)) as base, Desk(where) as served:
        watch = start("watch", "--once", "--store", where, material.sources(room / "sources.toml", base), env=archive)
        work = people.working(served.base, keys, stage.random.random())
        until = time.monotonic() + 60
        while (not work.work.acts or not any((room / "marsad.archive").glob("*.warc.gz"))) and time.monotonic() < until:
            time.sleep(0.1)
        found.faults += clean(run("backup", room / "backup", "--store", where, env=archive), "marsad backup")
        work.stop()
        watch.terminate()
        watch.communicate()
    return room / "backup"


def _whole(found: Found, restored: str, where: str, copy: Path) -> None:
    """Whether a restored store is whole, and what the one in use was when the backup was made: its acts are the beginning of the other's."""
    found.holds(
        "the restored store was whole",
        clean(
            run("verify", "--words", "--store", restored, "--archive", copy / "marsad.archive"), "verify of the restored store"
        ),
    )
    with Store(restored) as one, one.reading() as connection:
        copied = connection.execute(select(acts.c.hash).order_by(acts.c.no)).scalars().all()
    with Store(where) as other, other.reading() as connection:
        used = connection.execute(select(acts.c.hash).order_by(acts.c.no)).scalars().all()
    found.holds(
        "its acts were those of the store in use up to that moment",
        [] if copied and used[: len(copied)] == copied else ["the restored chain is not the beginning of the other"],
    )
    found.holds(
        "it could be gone on with: its record gathers, and it stays whole",
        faults(restored, str(copy / "marsad.archive")) or ([] if facts(restored) else ["it holds nothing"]),
    )


def _database(address: str, name: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
