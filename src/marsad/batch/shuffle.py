"""Shuffling by files on the storage that all workers share: what a lot deals out, a partition picks up.

A lot writes one Arrow file with a batch for each partition; a partition reads its batch of every lot's file where it lies. So a lot is
written once however many partitions there are, a worker that is lost takes nothing with it, and what is written is not dealt again.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from marsad.batch.part import renamed


class Deal:
    """Rows dealt out to partitions, of which the file is made at the end."""

    def __init__(self, schema: pa.Schema, partitions: int) -> None:
        self._schema = schema
        self._rows: list[list[tuple[Any, ...]]] = [[] for _ in range(partitions)]

    def put(self, partition: int, row: tuple[Any, ...]) -> None:
        """A row, whose values stand in the order of the columns, for a partition."""
        self._rows[partition].append(row)

    def write(self, path: Path) -> None:
        """Write the file, whole or not at all."""
        with renamed(path) as new, pa.OSFile(str(new), "wb") as out, pa.ipc.new_file(out, self._schema) as file:
            for rows in self._rows:
                columns = zip(*rows, strict=True) if rows else ([] for _ in self._schema)
                arrays = [pa.array(list(column), field.type) for column, field in zip(columns, self._schema, strict=True)]
                file.write_batch(pa.record_batch(arrays, self._schema))


def picked(paths: Sequence[Path], partition: int) -> Iterator[dict[str, Any]]:
    """The rows that all lots dealt to a partition, lot by lot."""
    for path in paths:
        with pa.memory_map(str(path)) as source:
            yield from pa.ipc.open_file(source).get_batch(partition).to_pylist()
