"""Tables of articles: CSV, XLSX, JSON Lines, and which column holds what."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.intake import made
from tests.intake.made import STRIKE

from marsad.intake.document import Document, Problem
from marsad.intake.table import LONGEST, articles
from marsad.model import MarsadError

HEADER = ["العنوان", "التاريخ", "النص"]
COLUMNS = {"title": "العنوان", "published": "التاريخ", "text": "النص", "outlet": "=وكالة"}


def csv(path: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def texts(found: list[Document | Problem]) -> list[object]:
    return [one.data for one in found if isinstance(one, Document)]


def test_columns_of_our_own_names_need_no_mapping(tmp_path: Path) -> None:
    (one,) = articles(csv(tmp_path / "a.csv", ["id,Title,text", f'7,خبر,"{STRIKE}"']), {}, None)
    assert isinstance(one, Document)
    assert (one.id, one.title, one.data, one.where) == ("7", "خبر", STRIKE, f"{tmp_path}/a.csv line 2")


def test_a_mapping_is_kept_for_the_next_table_with_the_same_header(tmp_path: Path) -> None:
    first = csv(tmp_path / "a.csv", [";".join(HEADER), f"خبر;2020-03-02;{STRIKE}"])
    second = csv(tmp_path / "b.csv", [";".join(HEADER), f"خبر آخر;2020-03-03;{STRIKE}"])
    kept = tmp_path / "mappings"
    (given,) = articles(first, COLUMNS, kept)
    (again,) = articles(second, {}, kept)
    assert isinstance(given, Document)
    assert isinstance(again, Document)
    assert (again.title, again.published, again.outlet, again.data) == ("خبر آخر", "2020-03-03", "وكالة", STRIKE)
    (saved,) = kept.iterdir()
    saved.write_text("[columns", "utf-8")
    with pytest.raises(MarsadError, match="delete it"):
        list(articles(second, {}, kept))


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"body": "النص"}, "'body' is no field"),
        ({"text": "Body"}, "no column 'Body'"),
        ({}, "--columns text=NAME"),
        ({"title": "العنوان"}, "text=NAME"),
    ],
)
def test_what_cannot_be_mapped_is_said(tmp_path: Path, columns: dict[str, str], says: str) -> None:
    with pytest.raises(MarsadError, match=says):
        list(articles(csv(tmp_path / "a.csv", [",".join(HEADER), "أ,ب,ج"]), columns, None))


def test_a_workbook_has_days_and_whole_numbers(tmp_path: Path) -> None:
    path = made.sheet(
        tmp_path / "a.xlsx", [["id", "published", "text"], [7.0, datetime(2020, 3, 2, 10, 30), STRIKE], [], [8, None, ""]]
    )
    one, problem = articles(path, {}, None)
    assert isinstance(one, Document)
    assert (one.id, one.published, one.data) == ("7", "2020-03-02", STRIKE)
    assert problem == Problem(f"{path} row 4", "has no text in it")


def test_json_lines_by_their_names(tmp_path: Path) -> None:
    rows = [json.dumps({"id": n, "text": STRIKE}, ensure_ascii=False) for n in range(2)]
    found = list(articles(csv(tmp_path / "a.jsonl", [rows[0], "{broken", "[1]", rows[1]]), {}, None))
    assert texts(found) == [STRIKE, STRIKE]
    assert len(found) == 4


def test_a_file_put_together_from_several_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbftitle,text\n" + f"أ,{STRIKE}\n".encode() + f"ب,{STRIKE}\n".encode("cp1256", "ignore"))
    first, second = texts(list(articles(path, {}, None)))
    assert first == STRIKE
    assert "مدنيين" in str(second)
    path.write_bytes(f"title,text\nأ,{STRIKE}\n".encode("utf-16"))
    assert texts(list(articles(path, {}, None))) == [STRIKE]


def test_rows_that_are_broken_are_said_and_the_others_read(tmp_path: Path) -> None:
    lines = [
        "title,text",
        f"أ,{STRIKE}",
        "ب,ج,د",
        "ه,",
        f'و,"{"س" * (LONGEST + 1)}',
        f"ز,{STRIKE}",
        "",
        f'ح,"{STRIKE}\n{STRIKE}"',
    ]
    found = list(articles(csv(tmp_path / "a.csv", lines), {}, None))
    assert texts(found) == [STRIKE, STRIKE, f"{STRIKE}\n{STRIKE}"]
    assert [one.where.rpartition(" ")[2] for one in found if isinstance(one, Problem)] == ["3", "4", "5"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"text,text\n1,2", "two columns"),
        ("a.xlsx", b"PK\x03\x04noise", "no whole workbook"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(MarsadError, match=says):
        list(articles(tmp_path / name, {}, None))


def test_a_workbook_that_is_a_bomb_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(MarsadError, match="unpacks to"):
        list(articles(made.bomb(tmp_path / "a.xlsx"), {}, None))
