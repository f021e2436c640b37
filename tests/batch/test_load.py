"""What was read is loaded as if the archives had been added: the same articles, claims, incidents and captures, once."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rehearsal.killed import rounds
from rehearsal.state import faults
from sqlalchemy import select
from tests.batch.conftest import Write, article
from tests.conftest import POSTGRESQL, Marsad
from tests.intake import made
from tests.intake.made import STRIKE, page

from marsad.store import pages
from marsad.store.ledger import captures, problems
from marsad.store.query import EVERYTHING
from marsad.store.store import Store
from marsad.store.tables import articles, claims

PAGES = [(f"https://news.example/{n}", page(f"{STRIKE} {n}", published=f"2020-03-{n + 2:02d}")) for n in range(6)]
TIMES = ("first_seen", "superseded")


@contextmanager
def opened(where: str) -> Iterator[Store]:
    with Store(where, make=True) as store:
        yield store


def contents(where: str) -> dict[str, Any]:
    """All that a store holds of articles, claims, incidents and captures, but when it was put there."""
    with opened(where) as store, store.reading() as connection:
        found: dict[str, Any] = {
            table.name: [
                {name: bool(value) if name in TIMES else value for name, value in row.items()}
                for row in connection.execute(select(table).order_by(table.c.no)).mappings()
            ]
            for table in (articles, claims, captures)
        }
        found["incidents"] = sorted(pages.all_records(connection, "incident", EVERYTHING), key=lambda body: str(body["id"]))
        found["problems"] = connection.execute(select(problems.c.reason).order_by(problems.c.reason)).scalars().all()
        return found


@pytest.mark.skipif(bool(POSTGRESQL), reason="two stores are compared, and a test has one of its own")
def test_a_loaded_batch_is_what_adding_the_archives_gives(tmp_path: Path, marsad: Marsad, write: Write) -> None:
    lines = write(
        "a.jsonl", [article(1), "not json", article(2), article(1, text=STRIKE), article(3, url="https://news.example/2")]
    )
    given = [lines, made.warc(tmp_path / "b.warc.gz", PAGES)]
    one, other = str(tmp_path / "one.db"), str(tmp_path / "other.db")
    code, added, _ = marsad("add", "--store", one, *given)
    assert code == 1
    assert marsad("batch", *given, "--out", tmp_path / "out", "--jobs", 1, "--chunk", 2)[0] == 1
    code, loaded, err = marsad("batch", "load", tmp_path / "out", "--store", other)
    assert (code, len(err.splitlines())) == (1, 1)
    assert loaded.splitlines()[0].partition(" · /")[0] == added.splitlines()[0].partition(" · /")[0]
    assert contents(other) == contents(one)
    assert contents(other)["captures"]
    again = marsad("batch", "load", tmp_path / "out", "--store", other)
    assert again[0] == 0
    assert again[1].startswith("0 new · 0 changed · ")
    assert contents(other) == contents(one)


def test_a_load_that_is_killed_goes_on_where_it_was(tmp_path: Path, marsad: Marsad, write: Write, where: str) -> None:
    path = write("a.jsonl", [article(n) for n in range(300)])
    assert marsad("batch", path, "--out", tmp_path / "out", "--jobs", 1)[0] == 0
    command = [sys.executable, "-m", "marsad", "batch", "load", str(tmp_path / "out"), "--store", where]
    for one in rounds(command, where, 2, 4.0, Random(2)):
        assert one.faults == ()
        assert one.held >= one.seen
    assert subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0
    assert faults(where) == []
    assert len(contents(where)["articles"]) == 300
