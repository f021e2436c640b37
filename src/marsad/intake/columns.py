"""Which column of a table holds what, and keeping that for the next table with the same header."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from marsad.model import MarsadError
from marsad.text import key

ARTICLE = ("id", "url", "outlet", "title", "published", "text", "html")
"""What a table of articles may hold: the fields of one line of the batch form (RECORD, 4)."""

LISTED = ("id", "name", "date", "place", "outcome", "low", "high", "age", "sex", "group", "by", "means", "note")
"""What a list of named victims (``name``) or of incidents (``low``, ``high``) may hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Field -> the column that holds it, and values that the whole table has."""

    of: Mapping[str, str]
    constant: Mapping[str, str] = field(default_factory=dict)

    def take(self, row: Mapping[str, str]) -> dict[str, str]:
        """The fields of one row that say something."""
        found = {name: row[column].strip() for name, column in self.of.items() if row.get(column, "").strip()}
        return {**self.constant, **found}


def columns(header: Sequence[str], fields: Sequence[str], given: Mapping[str, str], folder: Path | None, where: str) -> Columns:
    """How a table's columns are to be read: as ``given``, else as kept for this header, else those that bear a field's own name.

    What is given is kept in ``folder``. Raises MarsadError for a field or a column there is not.
    """
    own = {key(column): column for column in header}
    if given:
        for name, column in given.items():
            if name not in fields:
                raise MarsadError(f"{name!r} is no field: there are {', '.join(fields)}")
            if not column.startswith("=") and key(column) not in own:
                raise MarsadError(f"{where} has no column {column!r}: it has {', '.join(header)}")
        kept = Columns(
            {name: own[key(column)] for name, column in given.items() if not column.startswith("=")},
            {name: column[1:] for name, column in given.items() if column.startswith("=")},
        )
        if folder:
            save(kept, header, folder)
        return kept
    if folder and (path := _path(header, folder)).exists():
        return load(path)
    return Columns({name: own[name] for name in fields if name in own})


def save(found: Columns, header: Sequence[str], folder: Path) -> Path:
    """Keep how tables with this header are read; the file it is kept in, which a person may edit (TOML)."""
    path = _path(header, folder)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"# header: {', '.join(header)}".replace("\n", " "), "[columns]"]
    lines += [f"{name} = {_quoted(column)}" for name, column in found.of.items()]
    lines += ["", "[constant]", *(f"{name} = {_quoted(value)}" for name, value in found.constant.items()), ""]
    path.write_text("\n".join(lines), "utf-8")
    return path


def load(path: Path) -> Columns:
    """A kept mapping. Raises MarsadError when its file is not one."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
        return Columns(dict(held["columns"]), dict(held.get("constant", {})))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise MarsadError(f"{path} is no mapping of columns ({error}): delete it and give --columns again") from error


def _path(header: Sequence[str], folder: Path) -> Path:
    named = sha256("\x1f".join(map(key, header)).encode()).hexdigest()[:16]
    return folder / f"{named}.toml"


def _quoted(value: str) -> str:
    escaped = "".join(
        f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c for c in value.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'
