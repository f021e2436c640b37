"""Fusing gives the incidents of a store that holds the same articles, whoever fuses, in however many partitions, whatever the order."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.batch.conftest import LIMITS, Write
from tests.conftest import Marsad
from tests.store.conftest import store

from marsad import jsonl
from marsad.batch.cluster import connect
from marsad.batch.engine import Engine, Local
from marsad.batch.fusing import Fused, Fusing
from marsad.batch.load import load
from marsad.batch.manifest import Manifest
from marsad.batch.run import Run
from marsad.batch.work import Manner
from marsad.model import Report
from marsad.store import pages
from marsad.store.query import EVERYTHING
from marsad.store.store import Store
from marsad.synthetic import reports

__all__ = ["store"]

LONG = "قالت وزارة الصحة إن {} شخصا قتلوا في قصف على مدينة {} يوم {} تموز 2020، وفق الدفاع المدني."


def batch(folder: Path, path: Path, engine: Engine, size: int = 37) -> Manifest:
    return Run(folder, Manner(LIMITS), size).read([str(path)], engine).manifest


def lines(given: Iterable[Report]) -> list[str]:
    return [jsonl.encode(report) for report in given]


def incidents(found: Fused) -> dict[str, Any]:
    """The incidents by id, each of them once."""
    rows = [json.loads(row["record"]) for table in found.tables for row in pq.read_table(table).to_pylist()]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def held(store: Store, found: Manifest) -> dict[str, Any]:
    """The incidents of a store that a batch was loaded into."""
    load(found, store, "me")
    store.settle("me")
    with store.reading() as connection:
        return {body["id"]: body for body in pages.all_records(connection, "incident", EVERYTHING)}


@pytest.fixture(scope="module")
def told() -> Sequence[Report]:
    return [one.report for one in reports(900, 8)]


@pytest.mark.parametrize("most", [40, 100_000])
def test_a_batch_and_a_store_have_the_same_incidents(
    tmp_path: Path, write: Write, engine: Local, store: Store, told: Sequence[Report], most: int
) -> None:
    found = batch(tmp_path / "out", write("a.jsonl", lines(told)), engine)
    fused = Fusing(found, most).fuse(engine)
    assert len(fused.tables) == (1 if most > len(told) else -(-len(told) // most))
    assert incidents(fused) == held(store, found)
    assert fused.incidents == len(incidents(fused)) > 50
    assert not list((tmp_path / "out" / "fuse").iterdir())


def test_the_order_of_arrival_changes_nothing_nor_does_a_cluster(
    tmp_path: Path, write: Write, engine: Local, told: Sequence[Report]
) -> None:
    first = incidents(Fusing(batch(tmp_path / "one", write("a.jsonl", lines(told)), engine)).fuse(engine))
    other = list(told)
    Random(3).shuffle(other)
    path = write("b.jsonl", lines(other))
    with connect("local:2", LIMITS, str(tmp_path / "two")) as cluster:
        assert incidents(Fusing(batch(tmp_path / "two", path, cluster), 60).fuse(cluster)) == first


def test_versions_and_names_are_those_a_store_gives(tmp_path: Path, write: Write, engine: Local, store: Store) -> None:
    def line(n: int, place: str = "إدلب", killed: int = 12, **more: Any) -> dict[str, Any]:
        return {"id": f"a{n}", "text": LONG.format(killed, place, n + 1), "published": "2020-08-01", "outlet": "نشرة", **more}

    url = "https://news.example/1"
    given = [
        line(0, url=url), line(1), line(2, "حلب", url=url), line(0, url=url), line(1, outlet="أخرى", killed=30), line(1),
        line(1, "حماة", outlet="ثالثة"), line(1, "حماة", 15), line(3, url="https://news.example/3"), line(3, "درعا"),
    ]  # fmt: skip
    found = batch(tmp_path / "out", write("a.jsonl", given), engine, size=3)
    fused = Fusing(found, 2).fuse(engine)
    assert incidents(fused) == held(store, found)
    assert fused.articles == 6


def test_what_is_fused_is_fused_again_only_when_there_is_more(
    tmp_path: Path, write: Write, engine: Local, told: Sequence[Report]
) -> None:
    out = tmp_path / "out"
    first = Fusing(batch(out, write("a.jsonl", lines(told[:50])), engine)).fuse(engine)
    before = {table: table.stat().st_mtime_ns for table in first.tables}
    again = Fusing(batch(out, tmp_path / "a.jsonl", engine)).fuse(engine)
    assert {table: table.stat().st_mtime_ns for table in again.tables} == before
    more = Fusing(batch(out, write("b.jsonl", lines(told[50:90])), engine)).fuse(engine)
    assert set((out / "incidents").iterdir()) == set(more.tables)
    assert more.articles == 90


def test_the_command(tmp_path: Path, marsad: Marsad, write: Write, told: Sequence[Report]) -> None:
    code, _, err = marsad("batch", "fuse", tmp_path / "out")
    assert (code, len(err.splitlines())) == (2, 1)
    assert "holds no batch" in err
    marsad("batch", write("a.jsonl", lines(told[:20])), "--out", tmp_path / "out", "--jobs", 1)
    code, out, err = marsad("batch", "fuse", tmp_path / "out", "--jobs", 1)
    assert (code, err) == (0, "")
    assert out.startswith("20 articles · ")
