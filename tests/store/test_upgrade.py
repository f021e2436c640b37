"""The steps by which a store comes to be give the tables that the code knows."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from marsad.store.store import Store
from marsad.store.tables import metadata


def test_the_steps_give_the_tables_of_the_code(store: Store) -> None:
    def ours(_: Any, name: str | None, sort: str, __: bool, ___: Any) -> bool:
        return sort != "table" or name in metadata.tables

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []
