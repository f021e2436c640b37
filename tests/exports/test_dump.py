"""The dump taken back by ``marsad add``: nothing is lost on the way."""

import json
from pathlib import Path

from tests.exports.conftest import Exported

from marsad.cli import run
from marsad.exports.formats import FORMATS, Job, about
from marsad.store import pages
from marsad.store.query import query_of
from marsad.store.store import Store


def test_a_dump_goes_in_again_without_loss(exported: Exported, store: Store, tmp_path: Path) -> None:
    dump = exported("jsonl")
    where = str(tmp_path / "again.db")
    assert run(["add", str(dump), "--store", where]) == 0
    with (
        Store(where) as again,
        again.reading() as connection,
        store.reading() as first,
        (tmp_path / "again.jsonl").open("w+b") as out,
    ):
        query = query_of({}, again.atlas)
        FORMATS["jsonl"].write(out, Job(connection, query, about("jsonl", query)))
        for kind in ("incident", "tally", "control", "talks", "person"):
            assert list(pages.all_records(connection, kind, query)) == list(pages.all_records(first, kind, query))
    lines = sorted(map(json.loads, dump.read_text("utf-8").splitlines()), key=lambda row: row["article"]["id"])
    taken = sorted(
        map(json.loads, (tmp_path / "again.jsonl").read_text("utf-8").splitlines()), key=lambda row: row["article"]["id"]
    )
    assert taken == lines
    assert run(["add", str(dump), "--store", where]) == 0, "the same again changes nothing"
