"""The index of words over articles and claims, the same on both databases: what a question finds does not hang on where it is kept.

A row's number is made of its day, what it holds, of which kind and for whom: the index is in the order of days, newest last,
and no table is needed to say what a row is. Words are folded and stemmed by ``marsad.text.stem``, for text and question alike.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, text

from marsad.model import MarsadError
from marsad.store.discretion import Viewer
from marsad.text.stem import stem, tokens

Held = Literal["article", "claim"]
Audience = Literal["all", "public", "cleared"]

_KINDS: dict[Held, int] = {"article": 0, "claim": 4}
_AUDIENCES: dict[Audience, int] = {"all": 0, "public": 1, "cleared": 2}
_REF_BITS, _DAY_BITS = 3, 32
_MOST = 16_000  # words of one text: PostgreSQL keeps no place in a text beyond 16,383

REF = f"((words_no & {2**_DAY_BITS - 1}) >> {_REF_BITS})"
"""SQL of the number of the article or claim that a row, ``words_no``, holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text to be found: of the article or claim numbered ``ref``, of a day, for an audience."""

    kind: Held
    ref: int
    day: int
    text: str
    audience: Audience = "all"

    @property
    def number(self) -> int:
        """The number of its row."""
        return (self.day << _DAY_BITS) | (self.ref << _REF_BITS) | _KINDS[self.kind] | _AUDIENCES[self.audience]


def border(day: int, ref: int, newest: bool) -> int:
    """The number at which the index is cut after the rows of an article or claim: newest first, what is below follows; else what is above."""
    at = (day << _DAY_BITS) | (ref << _REF_BITS)
    return at if newest else at + (1 << _REF_BITS) - 1


def entries(kind: Held, ref: int, day: int, whole: str, public: str) -> list[Entry]:
    """The rows of a text of which the public sees ``public``: one where that is the whole, else one for each audience."""
    if whole == public:
        return [Entry(kind, ref, day, whole)]
    return [Entry(kind, ref, day, public, "public"), Entry(kind, ref, day, whole, "cleared")]


def put(connection: Connection, given: Iterable[Entry], table: str = "words") -> None:
    """Put texts into the index, or another table like it; in the order of their numbers, since FTS5 writes its buffer out whenever a
    number falls."""
    rows = [{"no": entry.number} | _columns(connection, entry.text) for entry in sorted(given, key=lambda e: e.number)]
    if rows:
        connection.execute(text(_INSERT[connection.dialect.name].format(table)), rows)


def take(connection: Connection, given: Iterable[Entry]) -> None:
    """Take texts out of the index again; they must be the very texts that were put in."""
    rows = [{"no": entry.number} | _columns(connection, entry.text) for entry in given]
    if rows:
        connection.execute(text(_DELETE[connection.dialect.name]), rows)


def merge(connection: Connection) -> None:
    """Make the index one piece: what was taken out lies in none of its pieces any longer."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words (words) VALUES ('optimize')"))


_INSERT = {
    "sqlite": "INSERT INTO {} (rowid, stems, forms) VALUES (:no, :stems, :forms)",
    "postgresql": "INSERT INTO {} (no, stems, forms) VALUES (:no, CAST(:stems AS tsvector), CAST(:forms AS tsvector))",
}
_DELETE = {
    "sqlite": "INSERT INTO words (words, rowid, stems, forms) VALUES ('delete', :no, :stems, :forms)",
    "postgresql": "DELETE FROM words WHERE no = :no",
}


def _columns(connection: Connection, given: str) -> dict[str, str]:
    forms = [form for form, _ in zip(tokens(given), range(_MOST), strict=False)]
    stemmed = [stem(form) for form in forms]
    if connection.dialect.name == "sqlite":
        return {"stems": " ".join(stemmed), "forms": " ".join(forms)}
    return {"stems": _vector(stemmed), "forms": _vector(forms)}


def _vector(found: Sequence[str]) -> str:
    """A tsvector's literal: each word with its places; a word is letters and digits only, so nothing needs escaping."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(found, 1):
        places.setdefault(word, []).append(place)
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words that must all be there, those in quotation marks side by side; ``exact`` as they stand, unstemmed."""

    groups: tuple[tuple[str, ...], ...]
    exact: bool = False


def question(given: str, exact: bool = False) -> Question:
    """The question a person typed. Raises MarsadError when there is no word in it."""
    groups: list[tuple[str, ...]] = []
    for at, part in enumerate(re.split('["«»“”„]', given)):
        found = [word if exact else stem(word) for word in tokens(part)]
        groups += ([tuple(found)] if at % 2 else [(word,) for word in found]) if found else []
    if not groups:
        raise MarsadError(f"there is no word to look for in {given!r}: give letters or digits")
    return Question(tuple(dict.fromkeys(groups)), exact)


def found_sql(dialect: str, asked: Question, kind: Held, viewer: Viewer) -> tuple[str, dict[str, str]]:
    """A SELECT of ``words_no`` of the rows that answer, and its parameters."""
    column = "forms" if asked.exact else "stems"
    if dialect == "sqlite":
        number, match = "rowid", "words MATCH :asked"
        value = f"{column} : (" + " AND ".join('"' + " ".join(group) + '"' for group in asked.groups) + ")"
    else:
        number, match = "no", f"{column} @@ CAST(:asked AS tsquery)"
        value = " & ".join("(" + " <-> ".join(f"'{word}'" for word in group) + ")" for group in asked.groups)
    shown = (_AUDIENCES["all"], _AUDIENCES["cleared" if viewer.cleared else "public"])
    where = f"{match} AND ({number} & 4) = {_KINDS[kind]} AND ({number} & 3) IN ({shown[0]}, {shown[1]})"
    return f"SELECT {number} AS words_no FROM words WHERE {where}", {"asked": value}
