"""A store of the sample reports, one of an outlet that would be a formula among them, exported in every format."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import marsad
from marsad.exports.formats import FORMATS, Job, about
from marsad.store.query import query_of
from marsad.store.store import Store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMULA = '=HYPERLINK("https://example.org")'
TEXT = "قتل 12 شخصا على الأقل في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017، بحسب المرصد السوري لحقوق الإنسان."

Exported = Callable[..., Path]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(str(tmp_path_factory.mktemp("exports") / "marsad.db"), make=True) as made:
        reports = [marsad.read(path.read_bytes()) for path in sorted(EXAMPLES.rglob("*.html")) + sorted(EXAMPLES.rglob("*.txt"))]
        reports.append(marsad.read(TEXT, published="2017-10-18", outlet=FORMULA, title="@SUM(1)"))
        made.add(reports, "tests")
        made.settle("tests")
        yield made


@pytest.fixture(scope="session")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """An export of the store to a file, by format, filters and what else a job is told."""
    folder = tmp_path_factory.mktemp("files")

    def export(format: str, **told: object) -> Path:
        query = query_of({}, store.atlas)
        path = folder / f"{format}.{FORMATS[format].suffix}"
        with store.reading() as connection, path.open("w+b") as out:
            notice = about(format, query, told.get("language", "en"), told.get("record"))  # type: ignore[arg-type]
            FORMATS[format].write(out, Job(connection, query, notice, **told))  # type: ignore[arg-type]
        return path

    return export
