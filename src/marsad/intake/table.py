"""Tables of articles or of lists: CSV, XLSX and JSON Lines, a row at a time."""

import csv
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

import openpyxl

from marsad import jsonl
from marsad.intake.columns import ARTICLE, columns
from marsad.intake.document import Document, Problem
from marsad.model import MarsadError
from marsad.page.decode import decode

LONGEST = 131_072
"""Characters of the longest row: a longer one is a quotation mark that was never closed. Python's csv module has the same limit for a
cell, but it is one for the whole process, which any library may lift."""

UNPACKED, RATIO = 500_000_000, 200
"""Bytes that a workbook may unpack to, and how many times its packed size: a sheet of text packs 5 to 20 times."""

_SAMPLE = 20  # lines by which the separator is told

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it is, and its cells by column."""

    where: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class Table:
    """A table's header, and its rows as they are read."""

    header: tuple[str, ...]
    rows: Iterator[Row | Problem]


def table(path: Path) -> Table:
    """The table in a file, by what it holds: a workbook, JSON Lines, else CSV. Raises MarsadError when it is none of them."""
    with path.open("rb") as file:
        head = file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK"):
        return _sheet(path)
    if head.startswith(b"{"):
        return _json_lines(path)
    return _csv(path)


def articles(path: Path, given: Mapping[str, str], kept: Path | None) -> Iterator[Document | Problem]:
    """The articles of a table, one a row; ``given`` and ``kept`` are as in ``columns``.

    Raises MarsadError when the table has no column of texts.
    """
    held = table(path)
    mapping = columns(held.header, ARTICLE, given, kept, str(path))
    if not {"text", "html"} & {*mapping.of}:
        raise MarsadError(
            f"{path} has no column called text or html: say which it is with --columns text=NAME; it has {', '.join(held.header)}"
        )
    for row in held.rows:
        if isinstance(row, Problem):
            yield row
            continue
        fields = mapping.take(row.cells)
        text = fields.pop("text", None) or fields.pop("html", None)
        fields.pop("html", None)
        if text:
            yield Document(where=row.where, data=text, **fields)  # type: ignore[arg-type]
        else:
            yield Problem(row.where, "has no text in it")


def _csv(path: Path) -> Table:
    lines = _lines(path)
    sample = list(islice(lines, _SAMPLE))
    if not sample:
        raise MarsadError(f"{path} is empty: give a table with a header")
    separator = max(",;\t|", key=lambda mark: (sample[0].count(mark), mark == ","))
    bounded = _Bounded(chain(sample, lines))
    reader = csv.reader(bounded, delimiter=separator)
    header = _header(next(reader, []), path)
    return Table(header, _csv_rows(reader, bounded, header, path))


class _Bounded:
    """Lines of which one row may take no more than ``LONGEST`` characters."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.taken = 0

    def __iter__(self) -> "_Bounded":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += len(line)
        if self.taken > LONGEST:
            raise csv.Error(f"it is over {LONGEST:,} characters long")
        return line


def _csv_rows(reader: Any, bounded: _Bounded, header: Sequence[str], path: Path) -> Iterator[Row | Problem]:
    while True:
        bounded.taken = 0
        where = f"{path} line {reader.line_num + 1}"
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(where, f"cannot be taken apart ({error}): is a quotation mark not closed?")
            continue
        if any(cell.strip() for cell in cells):
            if len(cells) > len(header):
                yield Problem(
                    where, f"has {len(cells)} cells and the header {len(header)}: is a separator not in quotation marks?"
                )
            else:
                yield Row(where, dict(zip(header, cells, strict=False)))


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text; each is UTF-8 or in the encoding its own bytes show, since exports are put together from several."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield from decode(start + file.read(UNPACKED), str(path)).splitlines(keepends=True)
            return
        file.seek(3 if start.startswith(b"\xef\xbb\xbf") else 0)
        for line in file:
            try:
                yield line.decode("utf-8")
            except UnicodeDecodeError:
                yield decode(line, str(path))


def _sheet(path: Path) -> Table:
    _must_unpack(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = next((s for s in book.worksheets if s.sheet_state == "visible"), None)
        rows = iter(sheet.iter_rows(values_only=True)) if sheet else iter(())
        first = next((row for row in rows if any(cell is not None for cell in row)), None)
    except Exception as error:  # a workbook is XML by anybody's hand: openpyxl lets out whatever its parsers raise
        raise MarsadError(f"{path} is a workbook that cannot be read ({_line(error)}): save it again, or as CSV") from error
    if first is None:
        raise MarsadError(f"{path} has an empty first sheet: give a table with a header")
    header = _header([_cell(cell) for cell in first], path)
    return Table(header, _sheet_rows(book, rows, header, path))


def _sheet_rows(book: Any, rows: Iterator[Any], header: Sequence[str], path: Path) -> Iterator[Row | Problem]:
    number = 1
    with closing(book):
        while True:
            number += 1
            try:
                cells = next(rows, None)
            except Exception as error:
                yield Problem(f"{path} row {number}", f"the workbook is broken from here on: {_line(error)}")
                return
            if cells is None:
                return
            if any(cell is not None for cell in cells):
                yield Row(f"{path} row {number}", dict(zip(header, map(_cell, cells), strict=False)))


def _must_unpack(path: Path) -> None:
    """Raise MarsadError for a workbook that is no whole ZIP package or that says it unpacks to more than one needs."""
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError):
        raise MarsadError(f"{path} is no whole workbook: save it again, or as CSV") from None
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED or unpacked > RATIO * max(path.stat().st_size, 10_000):
        raise MarsadError(f"{path} unpacks to {unpacked // 1_000_000:,} MB: it is not read")


def _json_lines(path: Path) -> Table:
    names = dict.fromkeys(name for row in islice(_json_rows(path), _SAMPLE) if isinstance(row, Row) for name in row.cells)
    return Table(tuple(names), _json_rows(path))


def _json_rows(path: Path) -> Iterator[Row | Problem]:
    with path.open("rb") as file:
        for number, line in enumerate(jsonl.lines(file), 1):
            where = f"{path} line {number}"
            try:
                value = json.loads(line) if len(line) <= jsonl.LONGEST else None
            except (ValueError, RecursionError):
                value = None
            if isinstance(value, dict):
                yield Row(where, {str(name): _cell(cell) for name, cell in value.items()})
            else:
                yield Problem(where, "is no JSON object: give one a line")


def _header(cells: Sequence[str], path: Path) -> tuple[str, ...]:
    names = [" ".join(cell.split()) or f"column {at}" for at, cell in enumerate(cells, 1)]
    while names and names[-1] == f"column {len(names)}":
        names.pop()
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise MarsadError(f"{path} has two columns called {twice!r}: rename one of them")
    if not names:
        raise MarsadError(f"{path} begins with an empty line: give a table with a header")
    return tuple(names)


def _cell(value: object) -> str:
    """A cell as text: a moment as its day in ISO form, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def _line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120]
