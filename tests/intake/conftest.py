"""What tests of the intake share: a store, a local site, and processes that read, which take seconds to start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.intake.site import Site, site
from tests.store.conftest import store

from marsad.intake.archive import Archive
from marsad.intake.bench import Bench, me
from marsad.intake.chunk import Limits, Pool
from marsad.intake.document import Problem
from marsad.intake.held import Held
from marsad.intake.keeper import Keeper
from marsad.store.store import Store

__all__ = ["store"]


@pytest.fixture
def local() -> Iterator[Site]:
    with site() as here:
        yield here


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    with Pool(1, Limits(seconds=20)) as made:
        yield made


class Made:
    """A bench over a test's store, anew for each run, since each run counts for itself."""

    def __init__(self, store: Store, folder: Path, pool: Pool) -> None:
        self._store, self._folder, self._pool = store, folder, pool
        self.problems: list[Problem] = []
        self.events: list[str] = []

    def __call__(self) -> Bench:
        held = Held(self._store)
        keeper = Keeper(self._store, held, "me", self.problems.append)
        return Bench(
            self._store, Archive(self._folder, held), keeper, self._pool, me(), lambda event, **_: self.events.append(event)
        )


@pytest.fixture
def make(store: Store, tmp_path: Path, pool: Pool) -> Made:
    return Made(store, tmp_path / "archive", pool)
