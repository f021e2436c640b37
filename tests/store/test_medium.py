"""A file whose bytes were flipped: what cannot be read is named, and the looking goes on."""

import sqlite3
from pathlib import Path

import pytest
from tests.store.reports import report

from marsad.model import MarsadError
from marsad.store import pages, verify
from marsad.store.query import EVERYTHING
from marsad.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "marsad.db"
    with Store(str(made), make=True) as store:
        store.add([report(id=f"a{n}") for n in range(3)], "me")
    with sqlite3.connect(made) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made


def faults(path: Path) -> list[str]:
    with Store(str(path)) as store, store.reading() as connection:
        return list(verify.faults(connection))


def spoil(path: Path, words: bytes, by: bytes) -> None:
    data = path.read_bytes()
    assert words in data
    path.write_bytes(data.replace(words, by))


def test_bytes_that_are_no_letters_are_named_by_the_article_they_stand_in(path: Path) -> None:
    word = "مدنيا".encode()
    spoil(path, word, word[:-1] + b"\xff")
    assert any(fault.startswith("article a1/1: its text") for fault in faults(path))
    with Store(str(path)) as store, pytest.raises(MarsadError, match="is damaged"), store.reading() as connection:
        pages.claims_page(connection, EVERYTHING)


def test_a_page_that_cannot_be_read_is_named_and_the_rest_is_looked_at(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'judgements'").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    found = faults(path)
    assert any("what people decided cannot be read" in fault for fault in found), found
    assert not any("the articles and their claims cannot be read" in fault for fault in found), found
