"""Every test of the store has one of its own."""

from collections.abc import Iterator

import pytest

from marsad.store.store import Store


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where, make=True) as made:
        yield made
