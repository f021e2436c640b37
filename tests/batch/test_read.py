"""Archives read in chunks: what is in the parts, what is done again and what is not, and documents that are poison."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.batch.conftest import LIMITS, Write, article, errors, rows
from tests.batch.poison import poisoned
from tests.conftest import Marsad
from tests.intake import made
from tests.intake.made import STRIKE, page

from marsad.batch.engine import Local
from marsad.batch.manifest import manifest
from marsad.batch.part import Counts, report_of
from marsad.batch.run import Outcome, Run
from marsad.batch.work import Manner
from marsad.intake.chunk import documents
from marsad.intake.document import Problem
from marsad.intake.source import items
from marsad.intake.work import Taken, outcome

PAGES = [(f"https://news.example/{n}", page(f"{STRIKE} {n}")) for n in range(5)]


def batch(
    folder: Path, given: list[Path], engine: Local, manner: Manner | None = None, size: int = 4
) -> tuple[Outcome, list[Problem]]:
    told: list[Problem] = []
    run = Run(folder, manner or Manner(LIMITS), size, told.append)
    return run.read([str(one) for one in given], engine), told


def test_a_row_holds_all_that_was_read(tmp_path: Path, write: Write, engine: Local) -> None:
    path = write("a.jsonl", [article(n) for n in range(9)])
    found, told = batch(tmp_path / "out", [path], engine)
    assert told == []
    assert found.counts == replace(Counts(9, 9), claims=sum(row["claims"] for row in rows(found.manifest)))
    for item, row in zip(items(path), rows(found.manifest), strict=True):
        (one,) = documents(str(path), [row["offset"]], "line")
        assert item == replace(one, where=item.where)
        read = outcome(one)
        assert isinstance(read, Taken)
        assert report_of(row["record"], row["masked"]) == read.report
        assert (row["id"], row["published"], row["source"]) == (
            read.report.article.id,
            "2020-08-01",
            made.sha256(path.read_bytes()),
        )
    assert len(list((tmp_path / "out" / "parts").iterdir())) == 3


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives(tmp_path: Path, engine: Local, packed: bool) -> None:
    path = made.warc(tmp_path / "a.warc.gz", PAGES)
    if packed:
        path = made.wacz(tmp_path / "a.wacz", {"a.warc.gz": path.read_bytes(), "b.warc.gz": path.read_bytes()})
    found, told = batch(tmp_path / "out", [path], engine)
    assert told == []
    assert [row["url"] for row in rows(found.manifest)] == [url for url, _ in PAGES] * (1 + packed)
    assert all(row["archived"] and row["claims"] for row in rows(found.manifest))


def test_the_same_bytes_give_the_same_parts_whatever_they_are_called_and_are_read_once(
    tmp_path: Path, write: Write, engine: Local
) -> None:
    lines = [article(n) for n in range(6)]
    first, second, other = (write(name, lines) for name in ("a.jsonl", "b.jsonl", "c.jsonl"))
    batch(tmp_path / "one", [first], engine)
    found, _ = batch(tmp_path / "two", [second, other], engine)
    parts = [{path.name: path.read_bytes() for path in (tmp_path / name / "parts").iterdir()} for name in ("one", "two")]
    assert parts[0] == parts[1]
    assert found.counts.documents == 6
    assert found.manifest.entries[0].files == (str(second), str(other))


def test_what_is_done_is_not_done_again_and_more_archives_come_beside_it(tmp_path: Path, write: Write, engine: Local) -> None:
    out = tmp_path / "out"
    first = write("a.jsonl", [article(n) for n in range(9)])
    batch(out, [first], engine)
    before = {path: path.stat().st_mtime_ns for path in (out / "parts").iterdir()}
    gone = next(iter(before))
    gone.unlink()
    found, _ = batch(out, [first, write("b.jsonl", [article(n) for n in range(20, 22)])], engine)
    after = {path: path.stat().st_mtime_ns for path in (out / "parts").iterdir()}
    assert {path for path in before if before[path] == after.get(path)} == set(before) - {gone}
    assert len(after) == len(before) + 1
    assert [entry.counts.documents for entry in found.manifest.entries] == [9, 2]
    assert manifest(out) == found.manifest


def test_read_in_another_manner_its_parts_take_the_place_of_the_old_ones(tmp_path: Path, write: Write, engine: Local) -> None:
    path, other = write("a.jsonl", [article(n) for n in range(5)]), write("b.jsonl", [article(9)])
    first = rows(batch(tmp_path / "out", [path, other], engine)[0].manifest)
    second, _ = batch(tmp_path / "out", [path], engine, Manner(replace(LIMITS, seconds=9)), size=2)
    assert rows(second.manifest) == first
    assert {path for _, path in second.manifest.parts} == set((tmp_path / "out" / "parts").iterdir())


def test_documents_that_crash_hang_or_eat_memory_are_put_in_quarantine_and_the_rest_is_read(
    tmp_path: Path, write: Write, engine: Local
) -> None:
    titles = ["", "crash", "", "hang", "", "exit", "", "memory", ""]
    path = write("a.jsonl", [article(n, title=title or None) for n, title in enumerate(titles)])
    lines = path.read_bytes().splitlines()
    found, told = batch(tmp_path / "out", [path], engine, Manner(LIMITS, poisoned), size=8)
    assert [int(row["id"]) for row in rows(found.manifest)] == [n for n, title in enumerate(titles) if not title]
    assert found.counts.failed == 4
    said = {row["sha256"]: row["reason"] for row in errors(tmp_path / "out")}
    for number, reason in ((1, "exit code -11"), (3, "longer than 3 seconds"), (5, "exit code 7"), (7, "more memory")):
        assert reason in said[hashlib.sha256(lines[number]).hexdigest()]
    assert len(said) == len(told) == 4
    places = {row["offset"] for row in errors(tmp_path / "out")}
    assert places == {path.read_bytes().index(lines[number]) for number in (1, 3, 5, 7)}


def test_a_document_of_hundreds_of_megabytes_is_put_in_quarantine_and_never_held(
    tmp_path: Path, write: Write, engine: Local
) -> None:
    path = write("a.jsonl", [article(1), '{"id": "2", "text": "'])
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)  # in place of the end of the line
        file.truncate()
        file.seek(400_000_000, os.SEEK_CUR)
        file.write(b'"}\n' + json.dumps(article(3)).encode())
    manner = Manner(replace(LIMITS, seconds=30, memory=900_000_000))
    found, (problem,) = batch(tmp_path / "out", [path], engine, manner)
    assert [row["id"] for row in rows(found.manifest)] == ["1", "3"]
    assert "over 20 MB" in problem.reason
    assert errors(tmp_path / "out")[0]["bytes"] > 400_000_000


def test_a_record_that_says_it_is_too_long_and_one_cut_off_are_rows_of_errors(tmp_path: Path, engine: Local) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/x\r\nContent-Length: 30000000\r\n\r\n"
    path = made.warc(tmp_path / "a.warc.gz", PAGES)
    path.write_bytes(made.packed(head + bytes(30_000_000) + b"\r\n\r\n") + path.read_bytes()[:-40])
    found, told = batch(tmp_path / "out", [path], engine)
    assert [row["url"] for row in rows(found.manifest)][:4] == [url for url, _ in PAGES[:4]]
    long, cut = sorted(errors(tmp_path / "out"), key=lambda row: row["offset"] is None)
    assert (long["sha256"], long["bytes"], long["offset"]) == (made.sha256(bytes(30_000_000)), 30_000_000, 0)
    assert "cut off" in cut["reason"]
    assert cut["sha256"] == made.sha256(path.read_bytes())
    assert len(told) == 2


def test_the_command_says_what_became_of_it(tmp_path: Path, marsad: Marsad, write: Write) -> None:
    out = tmp_path / "out"
    path = write("a.jsonl", [article(1), "not json", article(2)])
    code, said, err = marsad("batch", path, "--out", out, "--jobs", 1)
    assert code == 1
    assert said.startswith("2 read · ")
    assert "0 turned away · 1 failed" in said
    assert err.startswith(f"marsad: {path} at ")
    assert "not JSON" in err
    again = marsad("batch", "--out", out, path, "--jobs", 1)
    assert again == (code, said, err)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["nowhere.jsonl"], "there is no file or folder"),
        (["report.html"], "is no archive: marsad batch reads JSON Lines, WARC and WACZ"),
        (["empty.jsonl"], "is empty"),
        (["report.html", "--cluster", "tcp//nowhere"], "tcp://HOST:PORT or local:N"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path, marsad: Marsad, given: list[str], said: str) -> None:
    (tmp_path / "report.html").write_bytes(page(STRIKE))
    (tmp_path / "empty.jsonl").touch()
    arguments = [str(tmp_path / one) if "." in one else one for one in given]
    code, _, err = marsad("batch", *arguments, "--out", tmp_path / "out", "--jobs", 1)
    assert code == 2
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, marsad: Marsad, write: Write) -> None:
    (tmp_path / "out").write_text("a file")
    code, _, err = marsad("batch", write("a.jsonl", [article(1)]), "--out", tmp_path / "out", "--jobs", 1)
    assert (code, len(err.splitlines())) == (2, 1)
    assert str(tmp_path / "out") in err
