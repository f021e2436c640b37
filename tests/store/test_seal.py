"""What a record is found and summed by is sealed: a row changed behind our back is named; so is an index of words that finds otherwise."""

from typing import Any

import pytest
from sqlalchemy import delete, text, update
from tests.store.reports import report

from marsad.store import verify
from marsad.store.store import Store
from marsad.store.tables import marks, members, records, sights, terms


@pytest.fixture
def held(store: Store) -> Store:
    store.add([report(id=f"a{n}") for n in range(3)], "me")
    store.settle("me")
    return store


def faults(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(verify.faults(connection, words=True))


def test_an_untouched_record_is_as_it_was_sealed(held: Store) -> None:
    assert faults(held) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (update(sights).values(killed_low=sights.c.killed_low + 1), "what it is found and summed by"),
        (delete(sights), "what it is found and summed by"),
        (update(marks).values(day=marks.c.day + 1), "what it is found and summed by"),
        (delete(members), "what it is found and summed by"),
        (update(records).where(records.c.kind == "incident").values(day=records.c.day - 1), "what it is found and summed by"),
        (update(records).where(records.c.kind == "incident").values(restricted=True), "what it is found and summed by"),
        (update(terms).where(terms.c.facet == "outcome").values(value="injured"), "what it is found and summed by"),
        (update(terms).where(terms.c.facet == "outcome").values(count=99), "filter outcome = killed: 99 records of kind"),
    ],
)  # fmt: skip
def test_what_was_changed_is_named(held: Store, statement: Any, said: str) -> None:
    with held.writing() as connection:
        connection.execute(statement)
    assert any(said in fault for fault in faults(held)), faults(held)


def test_an_index_that_finds_otherwise_is_named(held: Store) -> None:
    emptied = {"sqlite": "INSERT INTO words (words) VALUES ('delete-all')", "postgresql": "DELETE FROM words"}
    with held.writing() as connection:
        connection.execute(text(emptied[connection.dialect.name]))
    (fault,) = faults(held)
    assert fault.startswith("the index of words: ")
