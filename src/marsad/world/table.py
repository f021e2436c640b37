"""Hand-kept tables: tab-separated, a header line, comments with #."""

from collections.abc import Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from marsad.model import MarsadError


def rows(path: Path | Traversable, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, cells by column) of each row, cells stripped; trailing empty cells may be left out.

    Raises MarsadError when the header is not ``columns`` or a row has more cells than columns.
    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if header is None:
            header = cells
            if header != tuple(columns):
                raise MarsadError(
                    f"{path.name}, line {number}: the header is {' '.join(header)!r}; it must be {' '.join(columns)!r}, tab-separated"
                )
            continue
        if len(cells) > len(columns):
            raise MarsadError(
                f"{path.name}, line {number}: {len(cells)} cells for {len(columns)} columns; take out the extra tab"
            )
        yield number, dict(zip(columns, cells + ("",) * (len(columns) - len(cells)), strict=True))
