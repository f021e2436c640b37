"""A user's own places: read from the files people have, and kept where ``Gazetteer.load(extra=...)`` finds them.

docs/places.md shows each form with an example. Nothing is half-read: the first cell that cannot be used raises MarsadError.
"""

import csv
import gzip
import io
import json
import os
import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from marsad.model import MarsadError
from marsad.world.places import COLUMNS, PRECISION, Entry
from marsad.world.table import rows

FILE = "places.tsv"
"""The name of the file ``install`` writes."""

_OWN = ("id", "name_ar", "name_en", "other_names", "kind", "country", "parent", "latitude", "longitude")
_PCODE = re.compile(r"ADM([1-4])_PCODE", re.I)
_PCODE_KINDS = {1: "province", 2: "district", 3: "district", 4: "village"}
_LEVELS = {"governorates": "province", "districts": "district", "uzaal": "district", "villages": "village"}
_ABOVE = {"districts": "governorates", "uzaal": "districts", "villages": "uzaal"}
_COUNTRY = re.compile(r"[A-Z]{2}")


class _Row:
    """A row's cells with the place they stand in, for errors that say where."""

    def __init__(self, where: str, cells: Mapping[str, Any]) -> None:
        self.where = where
        self.cells = cells

    def text(self, column: str) -> str:
        """The cell as one line of text, "" when it is missing."""
        cell = self.cells.get(column)
        if cell is not None and not isinstance(cell, str | int | float):
            raise self.error(column, "is not text", "write one value")
        return " ".join(str("" if cell is None else cell).split())

    def degrees(self, column: str, most: int) -> float | None:
        """The cell as degrees between -``most`` and ``most``, None when empty."""
        cell = self.text(column)
        try:
            value = float(cell) if cell else None
        except ValueError:
            value = most + 1.0
        if value is not None and not -most <= value <= most:
            raise self.error(column, f"{cell!r} is not a number of degrees", f"write a decimal number between -{most} and {most}")
        return value

    def error(self, column: str, what: str, do: str) -> MarsadError:
        """The one line for people."""
        return MarsadError(f"{self.where}, column {column}: {what}; {do}")


def read_gazetteer(path: Path, country: str | None = None) -> list[Entry]:
    """The places of a file, in its order.

    Read are Marsad's own CSV, OCHA's P-code tables (ADM1_AR, ADM1_EN, ADM1_PCODE …), OpenSyria's JSON lists of areas, and
    tables of level, id, parent_id, name_en, name_ar; any of them may be gzipped. ``country`` (ISO 3166 alpha-2) is for files
    that do not tell it. Raises MarsadError naming file, line, column and what to do.
    """
    text = _text(path)
    name = path.name.removesuffix(".gz")
    found = list(_areas(name, text, country) if text.lstrip()[:1] in ("[", "{") else _table(name, text, country))
    if not found:
        raise MarsadError(f"{path.name}: no place in it; give a header and at least one row")
    seen: dict[str, str] = {}
    for where, entry in found:
        if entry.id in seen:
            raise MarsadError(f"{where}, column id: {entry.id!r} stands at {seen[entry.id]} already; give each place its own id")
        seen[entry.id] = where
    return [entry for _, entry in found]


def install(entries: Iterable[Entry], directory: Path) -> Path:
    """Keep places in ``directory``, those of the same id replaced; the path to give to ``Gazetteer.load(extra=[path])``.

    The file is replaced at once, or not at all. Raises MarsadError when the directory cannot be written.
    """
    path = directory / FILE
    held: dict[str, str] = {}
    if path.exists():
        held = {row["id"]: "\t".join(row[column] for column in COLUMNS) for _, row in rows(path, COLUMNS)}
    held |= {entry.id: _line(entry) for entry in entries}
    body = "\n".join(("\t".join(COLUMNS), *held.values())) + "\n"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=directory, prefix=".places-")
    except OSError as error:
        raise MarsadError(f"{directory}: cannot be written ({error.strerror}); give a directory of your own") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    except OSError as error:
        Path(made).unlink(missing_ok=True)
        raise MarsadError(f"{path}: cannot be written ({error.strerror}); make room or give another directory") from error
    return path


def _line(entry: Entry) -> str:
    at = ("" if v is None else f"{v:g}" if v == round(v, 4) else f"{v:.4f}" for v in (entry.latitude, entry.longitude))
    first = (entry.arabic or "", entry.latin or "")
    names = "|".join((*first, *(n for n in entry.names if n not in first)))
    return "\t".join((entry.id, entry.kind, entry.country or "", entry.parent or "", *at, str(entry.population or ""), names))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise MarsadError(f"{path.name}: the gzip file is broken; fetch it again") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise MarsadError(f"{path.name}, line {line}: not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise MarsadError(f"{path}: cannot be read ({error.strerror}); check the path") from error


def _table(name: str, text: str, country: str | None) -> Iterator[tuple[str, Entry]]:
    """Entries of a CSV, by what its header says it is."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    table: list[_Row] = []
    try:
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                continue
            where = f"{name}, line {lines.line_num}"
            if len(cells) > len(header):
                raise MarsadError(f"{where}: {len(cells)} cells for {len(header)} columns; quote a cell that holds a comma")
            table.append(_Row(where, dict(zip(header, cells, strict=False))))
    except csv.Error as error:
        raise MarsadError(f"{name}, line {lines.line_num}: not a CSV row ({error}); check its quotation marks") from error
    columns = header or []
    if {"level", "id", "parent_id", "name_ar"} <= set(columns):
        return _leveled(name, table, country)
    if any(_PCODE.fullmatch(column) for column in columns):
        return _pcoded(table, columns, country)
    missing = [column for column in ("id", "kind", "country") if column not in columns]
    if missing or not {"name_ar", "name_en"} & set(columns):
        raise MarsadError(f"{name}, line 1: column {(*missing, 'name_ar')[0]} is missing; the columns are {','.join(_OWN)}")
    return (_own(row, country) for row in table)


def _own(row: _Row, country: str | None) -> tuple[str, Entry]:
    others = re.split("[;|]", row.text("other_names"))
    return _entry(row, row.text("id"), row.text("kind"), (row.text("country") or country or "", row.text("parent")), others)


def _pcoded(table: Sequence[_Row], columns: Sequence[str], country: str | None) -> Iterator[tuple[str, Entry]]:
    """Each area once, where it is first met; coordinates belong to the smallest level of the file."""
    upper = {column.upper(): column for column in columns}
    levels = sorted(int(hit[1]) for column in columns if (hit := _PCODE.fullmatch(column)))
    seen: set[str] = set()
    for row in table:
        parent = ""
        for level in levels:
            column = upper[f"ADM{level}_PCODE"]
            code = row.text(column)
            if not code:
                raise row.error(column, "is empty", "give the area's P-code")
            if code not in seen:
                seen.add(code)
                cells = {
                    "name_ar": row.cells.get(upper.get(f"ADM{level}_AR", "")),
                    "name_en": row.cells.get(upper.get(f"ADM{level}_EN", "")),
                }
                if level == levels[-1]:
                    cells |= {c: row.cells.get(upper.get(c.upper(), "")) for c in ("latitude", "longitude")}
                land = country or row.text(upper.get("ADM0_PCODE", ""))[:2] or code[:2]
                yield _entry(_Row(row.where, cells), code, _PCODE_KINDS[level], (land, parent), ())
            parent = code


def _leveled(name: str, table: Sequence[_Row], country: str | None) -> Iterator[tuple[str, Entry]]:
    """Tables whose ids are numbers within a level. They do not tell their country, which is None unless given; a row without a
    name only numbers unnamed ground and is passed over."""
    stem = name.split(".")[0]
    for row in table:
        if not row.text("name_ar") and not row.text("name_en"):
            continue
        level = row.text("level")
        if level not in _LEVELS:
            raise row.error("level", f"{level!r} is unknown", f"use one of {', '.join(_LEVELS)}")
        above = _ABOVE.get(level)
        parent = f"{stem}:{above}:{row.text('parent_id')}" if above else ""
        yield _entry(row, f"{stem}:{level}:{row.text('id')}", _LEVELS[level], (country, parent), ())


def _areas(name: str, text: str, country: str | None) -> Iterator[tuple[str, Entry]]:
    """Entries of a JSON list of areas: id, name {ar, en}, aliases [{value}], centroid {latitude, longitude}, and its areas' ids."""
    try:
        areas = json.loads(text)
    except ValueError as error:
        raise MarsadError(f"{name}: not JSON ({error}); check the file") from error
    if not isinstance(areas, list):
        raise MarsadError(f"{name}: not a list of areas; write [{{...}}, {{...}}]")
    for number, area in enumerate(areas, 1):
        where = f"{name}, item {number}"
        if not isinstance(area, dict) or not isinstance(area.get("name"), dict):
            raise MarsadError(f'{where}, column name: an area needs a name; write {{"ar": …, "en": …}}')
        centroid, aliases = area.get("centroid") or {}, area.get("aliases") or []
        if not isinstance(centroid, dict) or not isinstance(aliases, list) or not all(isinstance(a, dict) for a in aliases):
            raise MarsadError(f"{where}, column aliases or centroid: not of the form known; see docs/places.md")
        cells = {**centroid, "name_ar": area["name"].get("ar"), "name_en": area["name"].get("en")}
        row = _Row(where, {**cells, **{k: area.get(k) for k in ("id", "districtId", "governorateId")}})
        parent = row.text("districtId") or row.text("governorateId")
        id = row.text("id")
        land = country or (id[:2].upper() if id[2:3] == "-" else "")
        others = [_Row(where, alias).text("value") for alias in aliases]
        yield _entry(row, id, "district" if parent else "province", (land, parent), others)


def _entry(row: _Row, id: str, kind: str, area: tuple[str | None, str], others: Iterable[str]) -> tuple[str, Entry]:
    """(where, entry) of a row whose names and coordinates have Marsad's column names; ``area`` is its country and parent, the
    country None where a file of its form need not tell it."""
    country, parent = area
    arabic, latin = row.text("name_ar"), row.text("name_en")
    names = tuple(dict.fromkeys(n for n in (arabic, latin, *(" ".join(o.split()) for o in others)) if n))
    if not id or id.startswith("#") or "|" in id:
        raise row.error("id", f"{id!r} cannot be an id" if id else "is empty", "give an id of letters, digits, ':' and '-'")
    if kind not in PRECISION:
        raise row.error("kind", f"{kind!r} is unknown", f"use one of {', '.join(PRECISION)}")
    if country is not None and not _COUNTRY.fullmatch(country.upper()):
        raise row.error(
            "country", f"{country!r} is no country" if country else "is empty", "give its ISO 3166 code of two letters"
        )
    if not arabic and not latin:
        raise row.error("name_ar", "is empty, and name_en too", "give the place a name")
    if any("|" in name for name in names):
        raise row.error("name_ar", "a name holds '|'", "take it out")
    south, west = row.degrees("latitude", 90), row.degrees("longitude", 180)
    if (south is None) != (west is None):
        raise row.error("latitude" if south is None else "longitude", "is empty", "give both coordinates or neither")
    if parent == id:
        raise row.error("parent", "a place cannot lie in itself", "give the id of the area it lies in, or nothing")
    return row.where, Entry(
        id,
        kind,
        country and country.upper(),
        parent or None,
        south,
        west,
        0,
        arabic or None,
        latin or None,
        names,
        common=False,
        kept=True,
    )
