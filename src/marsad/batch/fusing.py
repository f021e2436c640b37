"""``marsad batch fuse``: the calls of ``marsad.batch.fuse`` made by an engine, step after step; what is done is not done again."""

import json
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from marsad.batch.apart import Call, Lost
from marsad.batch.engine import Engine, drive
from marsad.batch.fuse import ROOTS, Lot, Partition, deal, gathered, link, pair, write
from marsad.batch.manifest import Manifest
from marsad.batch.part import FORM, renamed
from marsad.batch.standing import Standing, standing
from marsad.model import MarsadError
from marsad.store.audit import digest
from marsad.version import VERSION

NAME = "incidents.json"
ARTICLES = 16_000
"""Articles of a lot, and about of a partition: they take some 500 MB of the process that has them."""
_TRIES = 3

Tell = Callable[[int, int], None]
Made = tuple[Path, Call]
"""A call, and the file that is there when it was made."""


@dataclass(frozen=True, slots=True)
class Fused:
    """The tables of incidents; how many articles stand, and how many incidents there are."""

    tables: tuple[Path, ...]
    articles: int
    incidents: int


class Fusing:
    """One fusing of a batch into ``incidents/`` of its folder; ``most`` articles make a lot, and about a partition."""

    def __init__(self, found: Manifest, most: int = ARTICLES) -> None:
        parts = list(standing(found))
        self._folder = found.folder
        self.articles = sum(part.rows - len(part.fell) for part in parts)
        key = digest(VERSION, str(FORM), str(most), *(path.name for _, path in found.parts))[:32]
        self._stage = self._folder / "fuse" / key
        count = max(1, -(-self.articles // most))
        self._lots = [Lot(n, some, count, self._stage) for n, some in enumerate(_lots(parts, most))]
        name = str(self._folder / "incidents" / f"{key}-{{:05d}}.parquet")
        self._partitions = [Partition(n, len(self._lots), self._stage, Path(name.format(n))) for n in range(count)]
        self._done = 0

    def place(self) -> tuple[int, int]:
        """How many calls of how many are made."""
        return self._done, 2 * (len(self._lots) + len(self._partitions))

    def fuse(self, engine: Engine, tell: Tell = lambda done, failed: None) -> Fused:
        """Make the calls; ``tell`` hears how many are made. Raises MarsadError when it cannot be done."""
        tables = tuple(one.target for one in self._partitions)
        try:
            if not all(table.exists() for table in tables):
                self._make(engine, tell)
            incidents = sum(pq.read_metadata(table).num_rows for table in tables)
            body = {"marsad": VERSION, "form": FORM, "articles": self.articles, "incidents": incidents, "tables": [table.name for table in tables]}  # fmt: skip
            with renamed(self._folder / NAME) as new:
                new.write_text(json.dumps(body, indent=1), "utf-8")
            for old in set((self._folder / "incidents").glob("*.parquet")) - set(tables):
                old.unlink()
            shutil.rmtree(self._stage, ignore_errors=True)
        except OSError as error:
            raise MarsadError(f"{error.filename or self._folder} cannot be used: {error.strerror or error}") from error
        return Fused(tables, self.articles, incidents)

    def _make(self, engine: Engine, tell: Tell) -> None:
        self._stage.mkdir(parents=True, exist_ok=True)
        (self._folder / "incidents").mkdir(exist_ok=True)
        self._step(engine, tell, ((lot.file("told"), Call(link, lot)) for lot in self._lots))
        self._step(engine, tell, ((one.file("pairs"), Call(pair, one)) for one in self._partitions))
        roots = clusters(one.file("pairs") for one in self._partitions)
        write(self._stage / "roots", ROOTS, sorted(roots.items()))
        self._step(engine, tell, ((lot.file("articles"), Call(deal, lot)) for lot in self._lots))
        self._step(engine, tell, ((one.target, Call(gathered, one)) for one in self._partitions))

    def _step(self, engine: Engine, tell: Tell, calls: Iterable[Made]) -> None:
        todo = iter(calls)

        def more() -> Generator[Call, Any, None] | None:
            for path, call in todo:
                if not path.exists():
                    return _insisted(call)
                self._done += 1
            return None

        for _ in drive(engine, more):
            self._done += 1
            tell(self._done, 0)


def _insisted(call: Call) -> Generator[Call, Any, None]:
    """A call made again when its process was lost, for a machine may fail; no document of its own is at fault, all were read before."""
    for _ in range(_TRIES):
        if not isinstance(found := (yield call), Lost):
            return
    raise MarsadError(
        f"{call.function.__name__} was lost {_TRIES} times ({found.reason}): fuse with fewer --jobs, or on larger machines"
    )


def _lots(parts: Sequence[Standing], most: int) -> Iterator[tuple[Standing, ...]]:
    """The parts in lots of so many articles, each of one part at least."""
    lot: list[Standing] = []
    held = 0
    for part in parts:
        if lot and held + part.rows > most:
            yield tuple(lot)
            lot, held = [], 0
        lot.append(part)
        held += part.rows
    if lot:
        yield tuple(lot)


def clusters(tables: Iterable[Path]) -> dict[int, int]:
    """For each telling that is linked to another, the least of the numbers of all that hang together with it."""
    parent: dict[int, int] = {}

    def find(one: int) -> int:
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for path in tables:
        table = pq.read_table(path).to_pydict()
        for a, b in zip(table["a"], table["b"], strict=True):
            low, high = sorted((find(a), find(b)))
            parent[high] = low
    return {one: find(one) for one in parent}
