"""Rows of a foreign schema as CSV: the header in its own order, numbers as numbers, formulas disarmed, and no line that the schema has not."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from marsad.exports.table import disarmed

Cell = str | int | float | None


def write(out: IO[str], columns: Sequence[str], found: Iterable[Mapping[str, Cell]]) -> int:
    """Write the header and a line a row; how many rows."""
    writer = csv.writer(out)
    writer.writerow(columns)
    count = 0
    for row in found:
        writer.writerow(["" if row[name] is None else disarmed(row[name]) for name in columns])
        count += 1
    return count
