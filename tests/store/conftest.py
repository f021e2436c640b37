"""Every test of the store has one of its own: an SQLite file, or where MARSAD_TEST_DATABASE names a PostgreSQL a schema of it."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from marsad.store.store import Store

POSTGRESQL = os.environ.get("MARSAD_TEST_DATABASE", "")


@pytest.fixture
def where(tmp_path: Path) -> Iterator[str]:
    """Where a store may be made: a path, or an address."""
    if not POSTGRESQL:
        yield str(tmp_path / "marsad.db")
        return
    schema = f"test_{uuid.uuid4().hex}"
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield f"{POSTGRESQL}{'&' if '?' in POSTGRESQL else '?'}options=-csearch_path%3D{schema}"
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where, make=True) as made:
        yield made
