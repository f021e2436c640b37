"""What tests of batches share: archives, and processes that read, which take seconds to start."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from marsad.batch.engine import Local
from marsad.batch.manifest import Manifest
from marsad.intake.chunk import Limits

STRIKE = "قالت وزارة الصحة إن {} شخصا قتلوا في قصف على مدينة إدلب يوم {} تموز 2020، وفق الدفاع المدني."
LIMITS = Limits(seconds=3, memory=2_500_000_000)

Write = Callable[[str, Sequence[Any]], Path]


@pytest.fixture(scope="session")
def engine() -> Iterator[Local]:
    with Local(2, LIMITS) as made:
        yield made


def article(n: int, **more: Any) -> dict[str, Any]:
    """A line of an archive."""
    return {"id": str(n), "text": STRIKE.format(n + 2, n % 28 + 1), "published": "2020-08-01", "outlet": "نشرة", **more}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes lines, as they are where they are words, to a file of that name."""

    def lines(name: str, given: Sequence[Any]) -> Path:
        path = tmp_path / name
        texts = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in given)
        path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
        return path

    return lines


def rows(found: Manifest) -> list[dict[str, Any]]:
    """All articles of a batch, in order."""
    return [row for _, path in found.parts for row in pq.read_table(path).to_pylist()]


def errors(folder: Path) -> list[dict[str, Any]]:
    """The table of errors."""
    path = folder / "errors.parquet"
    return pq.read_table(path).to_pylist() if path.exists() else []
