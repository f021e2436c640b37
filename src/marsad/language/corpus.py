"""Whole sentences and what must come of them, read from ``language/<code>/corpus/<kind>.txt``.

One sentence a line::

    قتل 12 شخصا في قصف على إدلب => casualty outcome=killed count=12 place=إدلب
    أصيب ما لا يقل عن 7 مدنيين => casualty outcome=injured count=7+ group=civilians
    ارتفع سعر الخبز بنسبة 12 في المئة =>
    قتل 12 شخصا وفر آخرون => casualty outcome=killed count=12 !known: displaced without a figure is not read

* After ``=>`` stand the claims that must come, separated by `` ; ``: a kind, then the fields that matter. Of the kinds named in
  the line, and of the kind the file is of, exactly these claims must come; a line that names none must give nothing of any kind.
* A value goes on to the next ``field=``; ``null`` is no value; ``participants`` are separated by commas.
* ``count=12`` is both ends; ``12+`` at least, ``-12`` at most, ``12..15`` a range, ``?`` no figure.
* ``!known: reason`` marks a failure that is known and kept; once it passes the mark must go.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.text import key

Fields = Mapping[str, Any]

PUBLISHED = "2017-10-18"
"""The day on which the sentences of rules and corpora are taken to have appeared, a Wednesday."""

_FIELD = re.compile(r"([a-z_]+)=(.*?)(?=\s+[a-z_]+=|$)")
_COUNT = re.compile(r"(?P<least>\d+)\+|-(?P<most>\d+)|(?P<low>\d+)\.\.(?P<high>\d+)|(?P<exact>\d+)|(?P<none>\?)")
_HEADS = frozenset(key("مدينة بلدة قرية محافظة ولاية منطقة حي").split())
_LISTS = frozenset(["participants"])
_NUMBERS = frozenset(["low", "high", "part_of"])


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence, the claims it must give, and the reason it is known to fail, if it is."""

    sentence: str
    claims: tuple[Fields, ...]
    known: str | None
    where: str


def entries(text: str, name: str) -> list[Entry]:
    """The entries of a corpus file, ``name`` for its errors.

    Raises ValueError for a line that cannot be read.
    """
    out = []
    for number, row in enumerate(text.splitlines(), 1):
        row = row.strip()
        if row and not row.startswith("#"):
            out.append(_entry(row, f"{name}:{number}"))
    return out


def _entry(row: str, where: str) -> Entry:
    sentence, arrow, rest = row.partition("=>")
    if not arrow:
        raise ValueError(f"{where}: no => after the sentence")
    rest, mark, known = rest.partition("!known:")
    claims = tuple(_claim(part.strip(), where) for part in rest.split(" ; ") if part.strip())
    return Entry(sentence.strip(), claims, known.strip() or None if mark else None, where)


def _claim(part: str, where: str) -> Fields:
    kind, _, rest = part.partition(" ")
    out: dict[str, Any] = {"kind": kind}
    if _FIELD.sub("", rest).strip():
        raise ValueError(f"{where}: {part!r} is no kind with field=value")
    for name, value in _FIELD.findall(rest):
        out.update(_count(value, where) if name == "count" else {name: _value(name, value.strip())})
    return out


def _value(name: str, value: str) -> Any:
    if value == "null":
        return None
    if name in _LISTS:
        return [v.strip() for v in value.replace("،", ",").split(",")]
    return int(value) if name in _NUMBERS else value


def _count(value: str, where: str) -> dict[str, int | None]:
    hit = _COUNT.fullmatch(value.strip())
    if hit is None:
        raise ValueError(f"{where}: {value!r} is no count")
    low = hit["least"] or hit["low"] or hit["exact"]
    high = hit["most"] or hit["high"] or hit["exact"]
    return {"low": int(low) if low else None, "high": int(high) if high else None}


def agrees(expected: Fields, found: Fields) -> bool:
    """Whether what was found has every value expected; fields not spoken of may be anything, None expects no value."""
    return all(_same(value, found.get(name)) for name, value in expected.items())


def _same(expected: Any, found: Any) -> bool:
    if isinstance(expected, list | tuple):
        return isinstance(found, list) and {_bare(str(v)) for v in expected} <= {_bare(str(v)) for v in found}
    if isinstance(expected, str) and isinstance(found, str):
        return _bare(expected) == _bare(found)
    return bool(expected == found)


def _bare(name: str) -> str:
    """A name without the noun that says what kind of settlement it is: "مدينة الرقة" is "الرقة"."""
    words = key(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _HEADS else words)


def unmatched(expected: Sequence[Fields], found: Iterable[Fields]) -> tuple[list[Fields], list[Fields]]:
    """Expected claims that nothing found agrees with, and found ones left over; each is used once, the most telling first."""
    left = list(found)
    missing: list[Fields] = []
    for want in sorted(expected, key=len, reverse=True):
        hit = next((f for f in left if agrees(want, f)), None)
        if hit is None:
            missing.append(want)
        else:
            left.remove(hit)
    return missing, left
